"""Commands that move through time."""

import numpy as np

from viewer.base.instant import DAY
from viewer.commands.command import Command, Menu, Outcome, Where, fixed
from viewer.commands.effects import Dialog, OpenDialog, ShowRange
from viewer.model.ids import EventId
from viewer.state.selectors import span_of
from viewer.state.session import Session
from viewer.state.transitions import time
from viewer.state.transitions.select import selected_event

STEP = 1.6
"""Factor of one press of the zoom keys."""
AIR = 0.25
"""Share of empty time left on each side when something is fitted into view."""


def fitted(start: int, end: int) -> ShowRange:
    """Return the effect that fits [start, end) into view with air on both sides, a week at least."""
    air = max((end - start) * AIR, 3 * DAY)
    return ShowRange(start - air, end + air)


def zoom_in(session: Session, at: float | None = None, factor: float = STEP) -> Outcome:
    """Zoom in about an instant, or about the middle."""
    del session
    return time.zoom(factor, at)


def zoom_out(session: Session, at: float | None = None, factor: float = STEP) -> Outcome:
    """Zoom out about an instant, or about the middle."""
    del session
    return time.zoom(1 / factor, at)


def fit_all(session: Session) -> Outcome:
    """Show the whole span."""
    whole = session.whole()
    return ShowRange(whole.start, whole.end)


def fit_selection(session: Session) -> Outcome:
    """Fit the selected event into view; pressed again, come nearer."""
    span = _selected_span(session)
    if span is None:
        return None
    effect = fitted(*span)
    now = session.state.visible
    near = abs(now.start - effect.start) + abs(now.end - effect.end) < now.length / 20
    return fitted(*_centred(span, now.length / 4)) if near else effect


def centre_selection(session: Session) -> Outcome:
    """Bring the selected event to the middle; when it is there already, fit it."""
    span = _selected_span(session)
    if span is None:
        return None
    start, end = _centred(span, session.state.visible.length)
    if abs(start - session.state.visible.start) < session.state.visible.length / 100:
        return fit_selection(session)
    return ShowRange(start, end)


def fit_hits(session: Session) -> Outcome:
    """Fit all hits of the search into view."""
    span = span_of(session.edition, session.hits())
    return fitted(*span) if span else None


def fit_marked(session: Session) -> Outcome:
    """Show exactly the range marked on the ruler."""
    marked = session.state.marked_range
    return ShowRange(marked.start, marked.end) if marked else None


def mark_range(session: Session, start: int, end: int) -> Outcome:
    """Mark a range on the ruler."""
    del session
    return time.mark_range(start, end)


def mark_view(session: Session) -> Outcome:
    """Mark what is in view as a range; take the mark away where it is marked already."""
    visible = session.state.visible
    return time.mark_range(
        visible.start, visible.start if session.state.marked_range == visible else visible.end
    )


def show_range(session: Session, start: float, end: float) -> Outcome:
    """Show a stretch of time at once."""
    del session
    return time.show(start, end)


def glide_to(session: Session, start: float, end: float) -> Outcome:
    """Glide to a stretch of time."""
    del session
    return ShowRange(start, end)


def _selected_span(session: Session) -> tuple[int, int] | None:
    event = selected_event(session.state)
    index = session.edition.index_of(EventId(event)) if event else None
    return None if index is None else span_of(session.edition, np.array([index]))


def _centred(span: tuple[int, int], length: float) -> tuple[int, int]:
    middle = (span[0] + span[1]) / 2
    return round(middle - length / 2), round(middle + length / 2)


def has_selection(session: Session) -> bool:
    """Allow a command only while an event is selected."""
    return selected_event(session.state) is not None


def has_hits(session: Session) -> bool:
    """Allow a command only while the search has hits."""
    return len(session.hits()) > 0


COMMANDS = (
    Command("time.zoom-in", zoom_in, ("+", "=", "Ctrl++", "Ctrl+="), Menu.VIEW),
    Command("time.zoom-out", zoom_out, ("-", "Ctrl+-"), Menu.VIEW),
    Command("time.fit-all", fit_all, ("0", "Ctrl+0"), Menu.VIEW),
    Command("time.centre", centre_selection, ("F",), Menu.VIEW, enabled=has_selection),
    Command("time.fit-hits", fit_hits, ("Shift+F",), Menu.FIND, enabled=has_hits),
    Command(
        "time.fit-marked", fit_marked, ("M",), Menu.VIEW, enabled=lambda s: s.state.marked_range is not None
    ),
    Command("time.mark-view", mark_view, ("Ctrl+M",), Menu.VIEW),
    Command("time.page-later", fixed(time.pan(0.9)), ("PgDown",), Menu.GO, where=Where.TIMELINE),
    Command("time.page-earlier", fixed(time.pan(-0.9)), ("PgUp",), Menu.GO, where=Where.TIMELINE),
    Command("time.later", fixed(time.pan(0.15)), ("Shift+Right",), Menu.GO, where=Where.TIMELINE),
    Command("time.earlier", fixed(time.pan(-0.15)), ("Shift+Left",), Menu.GO, where=Where.TIMELINE),
    Command("time.go-to", fixed(OpenDialog(Dialog.GO_TO)), ("Ctrl+G",), Menu.GO),
    Command("time.show-range", show_range, needs=("start", "end")),
    Command("time.glide-to", glide_to, needs=("start", "end")),
    Command("time.mark-range", mark_range, needs=("start", "end")),
)
