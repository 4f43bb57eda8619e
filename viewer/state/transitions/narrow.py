"""Filter and search."""

from collections.abc import Callable
from dataclasses import replace

from viewer.state.filters import Filters
from viewer.state.view_state import ViewState

Transition = Callable[[ViewState], ViewState]


def toggle_filter(field: str, value: str) -> Transition:
    """Put `value` into, or take it out of, the filter `field`."""
    return lambda state: replace(state, filters=state.filters.toggled(field, value))


def clear_filters(state: ViewState) -> ViewState:
    """Show all events again."""
    return replace(state, filters=Filters())


def search(query: str) -> Transition:
    """Look for something; the current hit starts before the first."""
    return lambda state: replace(state, query=query, hit=-1)


def step_hit(count: int, by: int) -> Transition:
    """Go to the next or previous of `count` hits, round and round."""

    def stepped(state: ViewState) -> ViewState:
        if not count:
            return replace(state, hit=-1)
        start = state.hit if state.hit >= 0 or by > 0 else 0
        return replace(state, hit=(start + by) % count)

    return stepped


def toggle_tray(state: ViewState) -> ViewState:
    """Open or close the tray of events without a usable date."""
    return replace(state, tray_open=not state.tray_open)
