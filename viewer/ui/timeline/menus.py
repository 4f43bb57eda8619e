"""Build the menus of the timeline; every entry runs a command."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from viewer.layout.tracks import TrackSpec
from viewer.ui.context import Context

Entry = tuple[str, Callable[[], None]]


def track_menu(parent: QWidget, context: Context, track: TrackSpec, order: tuple[str, ...]) -> QMenu:
    """Return the menu of a track; `order` is that of all tracks now."""
    return _menu(parent, context, _track_entries(context, track, order))


def add_tracks(menu: QMenu, context: Context, tracks: Sequence[TrackSpec]) -> None:
    """Add the menu of every track, so that keys reach what the pointer reaches at their names."""
    menu.addSeparator()
    order = tuple(track.id for track in tracks)
    for track in tracks:
        _fill(menu.addMenu(track.label), context, _track_entries(context, track, order))


def _track_entries(context: Context, track: TrackSpec, order: tuple[str, ...]) -> list[Entry]:
    def moved(by: int) -> Callable[[], None]:
        return lambda: context.run("look.move-track", tracks=order, track=track.id, by=by)

    entries: list[Entry] = [
        ("unfold" if track.collapsed else "fold", lambda: context.run("look.collapse", track=track.id)),
        ("unpin" if track.pinned else "pin", lambda: context.run("look.pin", track=track.id)),
        ("only", lambda: context.run("find.only-track", track=track.id)),
    ]
    place = order.index(track.id)
    if place > 0:
        entries.append(("up", moved(-1)))
    if place < len(order) - 1:
        entries.append(("down", moved(1)))
    return entries


def event_menu(
    parent: QWidget, context: Context, open_it: Callable[[], None], zoom: Callable[[], None]
) -> QMenu:
    """Return the menu of an event."""
    return _menu(parent, context, [("open", open_it), ("zoom", zoom)])


def cluster_menu(
    parent: QWidget, context: Context, zoom: Callable[[], None], members: Callable[[], None]
) -> QMenu:
    """Return the menu of a cluster."""
    return _menu(parent, context, [("zoom", zoom), ("members", members)])


def ground_menu(parent: QWidget, context: Context, at: int) -> QMenu:
    """Return the menu of an empty place at an instant."""
    entries: list[Entry] = [
        ("nearer", lambda: context.run("time.zoom-in", at=at)),
        ("farther", lambda: context.run("time.zoom-out", at=at)),
        ("all", lambda: context.run("time.fit-all")),
    ]
    if context.session.state.marked_range:
        entries.append(("marked", lambda: context.run("time.fit-marked")))
        entries.append(("list-marked", lambda: context.run("open.marked")))
    return _menu(parent, context, entries)


def _menu(parent: QWidget, context: Context, entries: list[Entry]) -> QMenu:
    menu = QMenu(parent)
    _fill(menu, context, entries)
    return menu


def _fill(menu: QMenu, context: Context, entries: list[Entry]) -> None:
    for name, run in entries:
        menu.addAction(context.say(f"timeline.menu.{name}")).triggered.connect(run)
