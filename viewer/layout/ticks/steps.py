"""The table of steps between ticks, and the instants at which a calendar's steps fall."""

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from viewer.base.instant import DAY, HOUR, MINUTE, SECOND, day_of_instant
from viewer.model.columns import Int64
from viewer.model.dates.calendars import Calendar


class Unit(IntEnum):
    """Units of a calendar from fine to coarse."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    DAY = 3
    MONTH = 4
    YEAR = 5


class Step(NamedTuple):
    """Every so many units; days count anew in each month (1, 6, 11 …), the others from their zero."""

    unit: Unit
    every: int

    @property
    def length(self) -> int:
        """Usual length in milliseconds."""
        return _LENGTH[self.unit] * self.every

    def holds(self, finer: "Step") -> bool:
        """Tell whether every boundary of this step is one of the finer step, too."""
        return finer.unit < self.unit or (finer.unit == self.unit and self.every % finer.every == 0)


_LENGTH = {
    Unit.SECOND: SECOND,
    Unit.MINUTE: MINUTE,
    Unit.HOUR: HOUR,
    Unit.DAY: DAY,
    Unit.MONTH: 30 * DAY,
    Unit.YEAR: 365 * DAY,
}

STEPS = (
    *(Step(Unit.SECOND, n) for n in (1, 5, 15, 30)),
    *(Step(Unit.MINUTE, n) for n in (1, 5, 15, 30)),
    *(Step(Unit.HOUR, n) for n in (1, 3, 6, 12)),
    *(Step(Unit.DAY, n) for n in (1, 5, 10)),
    *(Step(Unit.MONTH, n) for n in (1, 3, 6)),
    *(Step(Unit.YEAR, n * 10**power) for power in range(8) for n in (1, 2, 5)),
    Step(Unit.YEAR, 10**8),
)
"""From fine to coarse."""
LENGTHS = [step.length for step in STEPS]


def boundaries(calendar: Calendar, step: Step, start: int, end: int) -> Int64:
    """Return the instants of a step's boundaries within [start, end), rising; not to be written to."""
    if step.unit < Unit.DAY:
        first = -(-start // step.length) * step.length
        return np.arange(first, end, step.length, dtype=np.int64)
    times = _times(calendar, step, year_of(calendar, start), year_of(calendar, end))
    return times[times.searchsorted(start) : times.searchsorted(end)]


def year_of(calendar: Calendar, time: int) -> int:
    """Return the year of a calendar in which an instant lies."""
    return _year_of_day(calendar, day_of_instant(time))


@lru_cache(maxsize=256)
def _year_of_day(calendar: Calendar, day: int) -> int:
    return calendar.from_days(day).year


@lru_cache(maxsize=64)
def _times(calendar: Calendar, step: Step, first_year: int, last_year: int) -> Int64:
    """Return the boundaries of a step of days or longer in some years."""
    if step.unit is Unit.YEAR:
        years = range(-(-first_year // step.every) * step.every, last_year + 1, step.every)
        days: list[int] = [calendar.to_days(year) for year in years]
    else:
        days = [day for year in range(first_year, last_year + 1) for day in _days_of(calendar, step, year)]
    times = np.array(days, np.int64) * DAY
    times.flags.writeable = False
    return times


@lru_cache(maxsize=4096)
def _days_of(calendar: Calendar, step: Step, year: int) -> tuple[int, ...]:
    """Return the day numbers of the boundaries of a step of months or days in a year."""
    if step.unit is Unit.MONTH:
        return tuple(calendar.to_days(year, month) for month in range(1, 13, step.every))
    days: list[int] = []
    for month in range(1, 13):
        first = calendar.to_days(year, month)
        # A last group of one or two days would crowd the first of the next month.
        most = calendar.days_in_month(year, month) - (step.every // 2 if step.every > 1 else 0)
        days.extend(first + day for day in range(0, most, step.every))
    return tuple(days)
