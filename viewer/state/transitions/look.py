"""Change how things look: language, theme, size, direction, calendars, tracks."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from viewer.model.dates.calendars import Calendar
from viewer.model.ids import TrackId
from viewer.state.view_state import Appearance, Grouping, Language, Layout, Theme, Tracks, ViewState

Transition = Callable[[ViewState], ViewState]

SCALES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


def appear(**changes: Any) -> Transition:
    """Change fields of `Appearance`."""
    return lambda state: replace(state, appearance=replace(state.appearance, **changes))


def arrange(**changes: Any) -> Transition:
    """Change fields of `Tracks`."""
    return lambda state: replace(state, tracks=replace(state.tracks, **changes))


def other_language(state: ViewState) -> ViewState:
    """Switch between the two languages."""
    now = state.appearance.language
    other = Language.ENGLISH if now is Language.PERSIAN else Language.PERSIAN
    return appear(language=other)(state)


def next_theme(state: ViewState) -> ViewState:
    """Take the next colour scheme."""
    themes = tuple(Theme)
    following = themes[(themes.index(state.appearance.theme) + 1) % len(themes)]
    return appear(theme=following)(state)


def next_scale(state: ViewState) -> ViewState:
    """Take the next larger text size, and the smallest after the largest."""
    larger = [scale for scale in SCALES if scale > state.appearance.text_scale + 0.01]
    return appear(text_scale=larger[0] if larger else SCALES[0])(state)


def toggle_calendar(calendar: Calendar) -> Transition:
    """Show or hide a ruler; the Gregorian one always stays."""

    def toggled(state: ViewState) -> ViewState:
        shown = state.appearance.calendars
        kept = tuple(c for c in Calendar if c is Calendar.GREGORIAN or (c in shown) != (c is calendar))
        return appear(calendars=kept)(state)

    return toggled


def group_by(grouping: Grouping) -> Transition:
    """Part the events by another thing; arrangement of the old tracks is let go."""
    return lambda state: replace(state, tracks=Tracks(grouping=grouping))


def toggle_collapsed(track: TrackId) -> Transition:
    """Fold a track to one line, or unfold it."""
    return lambda state: arrange(collapsed=state.tracks.collapsed ^ {track})(state)


def toggle_pinned(track: TrackId) -> Transition:
    """Keep a track on top while the others scroll, or let it go."""
    return lambda state: arrange(pinned=state.tracks.pinned ^ {track})(state)


def move_track(tracks: tuple[TrackId, ...], track: TrackId, by: int) -> Transition:
    """Move a track up or down among `tracks`, the order now shown."""
    order = list(tracks)
    place = order.index(track)
    order.insert(min(max(place + by, 0), len(order) - 1), order.pop(place))
    return arrange(order=tuple(order))


def other_layout(state: ViewState) -> ViewState:
    """Switch between timeline and list."""
    other = Layout.LIST if state.layout is Layout.TIMELINE else Layout.TIMELINE
    return replace(state, layout=other)


def reset_look(state: ViewState) -> ViewState:
    """Return to the appearance of a first start."""
    return replace(state, appearance=Appearance())
