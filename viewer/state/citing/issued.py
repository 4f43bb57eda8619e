"""Say when a source was issued as reference managers want it: year, month, day, and no more than is known."""

from dataclasses import dataclass

from viewer.model.dates.calendars import Calendar
from viewer.model.dates.fuzzy import DateParts, EndKind, FuzzyDate, Precision

_TOO_LATE = 10_000
"""Years of more than four digits are read by few programs."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A date, or the two ends of a stretch of time, in the Gregorian calendar."""

    points: tuple[tuple[int, ...], ...]
    """One or two of (year), (year, month) or (year, month, day)."""
    circa: bool


def plain_issued(date: FuzzyDate | None) -> Issued | None:
    """Return the date in numbers; None where numbers alone would claim more, or less, than is known."""
    if date is None or date.members or date.start is None or date.end is None:
        return None
    if date.start_kind is not EndKind.STATED or date.end_kind is not EndKind.STATED:
        return None
    ends = (date.start, date.end) if date.is_interval else (date.start,)
    points = [_point(parts) for parts in ends]
    if not all(points):
        return None
    return Issued(tuple(p for p in points if p), any(parts.qualifier for parts in ends))


def _point(parts: DateParts) -> tuple[int, ...] | None:
    year = parts.year
    if parts.calendar is not Calendar.GREGORIAN or parts.vague or year is None or not 0 < year < _TOO_LATE:
        return None
    if parts.precision >= Precision.DAY and parts.month and parts.day:
        return (year, parts.month, parts.day)
    if parts.precision is Precision.MONTH and parts.month:
        return (year, parts.month)
    return (year,) if parts.precision is Precision.YEAR else None
