"""Say on the rulers how long the marked range is, in each calendar, and which calendar a source counts in."""

from collections.abc import Iterator
from dataclasses import dataclass

from viewer.base.instant import DAY, HOUR, day_of_instant
from viewer.base.messages import Catalogue
from viewer.layout.frame import Frame
from viewer.layout.plan import Plan
from viewer.model.dates.calendars import Calendar
from viewer.model.event import Event
from viewer.state.view_state import Range

FEW = 2
"""Ranges of fewer days are told in hours."""


@dataclass(frozen=True, slots=True)
class RulerNote:
    """A text on the ruler of a calendar about a stretch of it, in pixels."""

    calendar: Calendar
    text: str
    low: float
    high: float


def ruler_notes(
    frame: Frame, plan: Plan, words: Catalogue, marked: Range | None, selected: Event | None
) -> tuple[RulerNote, ...]:
    """Return the notes on all rulers."""
    return (*_marked(frame, plan, words, marked), *_stated(frame, words, selected))


def _marked(frame: Frame, plan: Plan, words: Catalogue, marked: Range | None) -> Iterator[RulerNote]:
    if marked is None:
        return
    low, high = sorted((frame.scale.to_x(marked.start), frame.scale.to_x(marked.end)))
    events = words.count("timeline.events", plan.in_view(marked.start, marked.end))
    for place, row in enumerate(frame.rulers):
        length = length_words(words, row.calendar, marked)
        text = words.say("timeline.marked", events=events, length=length) if place == 0 else length
        yield RulerNote(row.calendar, text, low, high)


def length_words(words: Catalogue, calendar: Calendar, span: Range) -> str:
    """Say how long a range is, in days and in the months and years of a calendar."""
    days = round(span.length / DAY)
    if days < FEW:
        return words.count("timeline.hours", max(round(span.length / HOUR), 1))
    whole = words.count("timeline.days", days)
    first = day_of_instant(span.start)
    months, rest = months_between(calendar, first, first + days)
    if not months:
        return whole
    counts = (("years", months // 12), ("months", months % 12), ("days", rest))
    parts = words.listing([words.count(f"timeline.{unit}", number) for unit, number in counts if number])
    return words.say("timeline.length", days=whole, parts=parts)


def months_between(calendar: Calendar, first: int, last: int) -> tuple[int, int]:
    """Return the whole months from one day number to a later one, and the days that are left."""
    begin, end = calendar.from_days(first), calendar.from_days(last)
    months = (end.year - begin.year) * 12 + end.month - begin.month
    reached = _months_later(calendar, first, months)
    if reached > last:
        months -= 1
        reached = _months_later(calendar, first, months)
    return months, last - reached


def _months_later(calendar: Calendar, first: int, months: int) -> int:
    begin = calendar.from_days(first)
    years, month = divmod(begin.month - 1 + months, 12)
    year = begin.year + years
    return calendar.to_days(year, month + 1, min(begin.day, calendar.days_in_month(year, month + 1)))


def _stated(frame: Frame, words: Catalogue, selected: Event | None) -> Iterator[RulerNote]:
    """Mark the calendar in which the source of the selected event counts, where that is in sight."""
    when = selected.when if selected else None
    if when is None or when.stated is None:
        return
    low, high = sorted(frame.scale.to_x(time) for time in (when.date.start_min, when.date.end_max))
    if high > frame.ruler.x and low < frame.ruler.right:
        for row in frame.rulers:
            if row.calendar is when.stated.calendar:
                yield RulerNote(row.calendar, words.say("timeline.stated"), low, high)
