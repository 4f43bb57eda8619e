"""The one unit of time: whole milliseconds since 1970-01-01T00:00 UTC.

Proleptic Gregorian calendar with astronomical years (year 0 is 1 BCE). Every instant fits an int64, and so
does the difference of any two that are not both open, so arrays of instants never overflow when the visible
start is subtracted. A *day number* counts days from 1970-01-01.
"""

from typing import NamedTuple, TypeAlias

Instant: TypeAlias = int

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

TIME_MIN = -(2**62)
"""Stands for an open or unknown start; earlier than every instant that can be stated."""
TIME_MAX = 2**62
"""Stands for an open or unknown end; later than every instant that can be stated."""
YEAR_LIMIT = 146_000_000
"""Years before minus this or after it cannot be placed between TIME_MIN and TIME_MAX."""


class Span(NamedTuple):
    """A stretch of time, half-open: the start belongs to it, the end does not."""

    start: Instant
    end: Instant


def instant_of_day(day: int) -> Instant:
    """Give the first millisecond of a day number."""
    return day * DAY


def day_of_instant(instant: Instant) -> int:
    """Give the day number that holds an instant; exact before 1970 too."""
    return instant // DAY
