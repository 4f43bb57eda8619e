"""Choose the dates that may be written under a line of days."""

import math
from collections.abc import Iterator

from viewer.layout.number_line import Axis, Tick, even_step
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.names import month_names
from viewer.state.pages.dates import primary_calendar
from viewer.state.pages.reader import Reader

_DAYS, _MONTHS = 40, 1100
"""Up to so many days single days are named; up to so many, months; above that, years."""


def date_ticks(reader: Reader, axis: Axis) -> tuple[Tick, ...]:
    """Return ticks for an axis of day numbers, each naming its year, in the reader's calendar."""
    span = axis.high - axis.low
    calendar = primary_calendar(reader)
    if span <= _DAYS:
        return tuple(_day_ticks(reader, axis, calendar))
    found = _month_ticks if span <= _MONTHS else _year_ticks
    return tuple(found(reader, axis, calendar))


def _day_ticks(reader: Reader, axis: Axis, calendar: Calendar) -> Iterator[Tick]:
    for day in range(math.ceil(axis.low), math.floor(axis.high) + 1):
        date = calendar.from_days(day)
        text = reader.say(
            "accounts.tick.day",
            day=date.day,
            month=month_names(calendar, reader.language, short=True)[date.month - 1],
            year=reader.catalogue.digits(str(date.year)),
        )
        yield Tick(float(day), text, 0 if date.day == 1 else 1 + (date.day % 5 != 0))


def _month_ticks(reader: Reader, axis: Axis, calendar: Calendar) -> Iterator[Tick]:
    date = calendar.from_days(math.floor(axis.low))
    year, month = date.year, date.month
    while (day := calendar.to_days(year, month)) <= axis.high:
        name = month_names(calendar, reader.language, short=True)[month - 1]
        text = reader.say("accounts.tick.month", month=name, year=reader.catalogue.digits(str(year)))
        yield Tick(float(day), text, 0 if month == 1 else 1 + (month % 3 != 1))
        date = calendar.from_days(calendar.next_month(year, month))
        year, month = date.year, date.month


def _year_ticks(reader: Reader, axis: Axis, calendar: Calendar) -> Iterator[Tick]:
    first, last = (calendar.from_days(math.floor(end)).year for end in (axis.low, axis.high))
    step = even_step((last - first) / 10)
    for year in range(first - first % step, last + 1, step):
        text = reader.catalogue.digits(str(year))
        yield Tick(float(calendar.to_days(year)), text, (year // step) % 2)
