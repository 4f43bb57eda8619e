"""Move and stretch the visible range."""

from collections.abc import Callable
from dataclasses import replace

from viewer.base.instant import DAY, MINUTE
from viewer.state.view_state import Range, ViewState

SHORTEST = 10 * MINUTE
LONGEST = 100_000_000 * 366 * DAY

Transition = Callable[[ViewState], ViewState]


def clamped(start: float, end: float) -> Range:
    """Return the range, its length kept between `SHORTEST` and `LONGEST` about its middle."""
    length = min(max(end - start, SHORTEST), LONGEST)
    middle = start + (end - start) / 2
    whole = round(middle - length / 2)
    return Range(whole, whole + round(length))


def show(start: float, end: float) -> Transition:
    """Show exactly this stretch of time."""
    return lambda state: replace(state, visible=clamped(start, end))


def pan(fraction: float) -> Transition:
    """Move later by a fraction of what is visible."""

    def moved(state: ViewState) -> ViewState:
        by = round(state.visible.length * fraction)
        return replace(state, visible=Range(state.visible.start + by, state.visible.end + by))

    return moved


def zoom(factor: float, at: float | None = None) -> Transition:
    """Show `1 / factor` of the time, keeping the instant `at` (default: the middle) in place."""

    def zoomed(state: ViewState) -> ViewState:
        now = state.visible
        fixed = now.start + now.length / 2 if at is None else at
        length = min(max(now.length / factor, SHORTEST), LONGEST)
        share = (fixed - now.start) / now.length
        start = fixed - share * length
        return replace(state, visible=Range(round(start), round(start) + round(length)))

    return zoomed


def mark_range(start: int, end: int) -> Transition:
    """Mark a range on the ruler; an empty one takes the mark away."""
    low, high = min(start, end), max(start, end)
    return lambda state: replace(state, marked_range=Range(low, high) if low < high else None)
