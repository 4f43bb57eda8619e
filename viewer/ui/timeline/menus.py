"""Build the menus of the timeline; every entry runs a command."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from viewer.layout.frame import TrackRow
from viewer.ui.context import Context

Entry = tuple[str, Callable[[], None]]


def track_menu(parent: QWidget, context: Context, row: TrackRow, tracks: tuple[str, ...]) -> QMenu:
    """Return the menu of a track; `tracks` is the order now."""

    def moved(by: int) -> Callable[[], None]:
        return lambda: context.run("look.move-track", tracks=tracks, track=row.track, by=by)

    entries: list[Entry] = [
        ("unfold" if row.collapsed else "fold", lambda: context.run("look.collapse", track=row.track)),
        ("unpin" if row.pinned else "pin", lambda: context.run("look.pin", track=row.track)),
        ("only", lambda: context.run("find.only-track", track=row.track)),
    ]
    place = tracks.index(row.track) if row.track in tracks else 0
    if place > 0:
        entries.append(("up", moved(-1)))
    if place < len(tracks) - 1:
        entries.append(("down", moved(1)))
    return _menu(parent, context, entries)


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
    return _menu(parent, context, entries)


def _menu(parent: QWidget, context: Context, entries: list[Entry]) -> QMenu:
    menu = QMenu(parent)
    for name, run in entries:
        menu.addAction(context.say(f"timeline.menu.{name}")).triggered.connect(run)
    return menu
