"""Turn the written year, month and day, with unknown digits, into the span they may mean. Nothing is padded.

A pattern such as `198X` or `1X` stands for every number that fits it. The span of a date runs from the first
to the end of the last real day that fits all its patterns.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from viewer.base.instant import DAY, Span
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.fuzzy import Precision

_UP = "0123456789"
_DOWN = _UP[::-1]
_BY_KNOWN_DIGITS = (
    Precision.UNKNOWN,
    Precision.MILLENNIUM,
    Precision.CENTURY,
    Precision.DECADE,
    Precision.YEAR,
)


def day_span(first: int, after: int) -> Span:
    """Give the span from a day number up to another, which is not included."""
    return Span(first * DAY, after * DAY)


def year_numbers(pattern: str, *, latest_first: bool = False) -> Iterator[int]:
    """Give every year that fits a pattern such as `198X` or `-004X`, in order of time."""
    negative = pattern.startswith("-")
    digits = _DOWN if latest_first != negative else _UP
    for chosen in product(*(digits if character == "X" else character for character in pattern.lstrip("-"))):
        year = int("".join(chosen))
        if not negative:
            yield year
        elif year:
            yield -year


@lru_cache(maxsize=256)
def _fitting(pattern: str, most: int) -> tuple[int, ...]:
    """Give the numbers from 1 to `most` that fit a two-digit pattern."""
    return tuple(
        number
        for number in range(1, most + 1)
        if all(wanted in ("X", digit) for wanted, digit in zip(pattern, f"{number:02}", strict=True))
    )


def pattern_precision(year: str, month: str, day: str) -> Precision:
    """Give the finest unit fully known, reading from the year; month and day are empty if not written."""
    digits = year.lstrip("-")
    known = (digits + "X").index("X")
    if known < len(digits):
        return _BY_KNOWN_DIGITS[min(known, 3)]
    if not month or "X" in month:
        return Precision.YEAR
    return Precision.MONTH if not day or "X" in day else Precision.DAY


def pattern_span(calendar: Calendar, year: str, month: str, day: str) -> Span | None:
    """Give the span of a date whose parts may hold X, or None if no real date fits."""
    if not month:
        years = list(year_numbers(year))
        return day_span(calendar.to_days(years[0]), calendar.to_days(years[-1] + 1))
    days = _fitting(day, 31) if day else (1,)
    months = [m for m in _fitting(month, 12) if days and days[0] <= _longest(calendar, m)]
    first = _first_real(calendar, year_numbers(year), months, days)
    last = _first_real(calendar, year_numbers(year, latest_first=True), months[::-1], days[::-1])
    if first is None or last is None:
        return None
    after = calendar.to_days(*last) + 1 if day else calendar.next_month(last[0], last[1])
    return day_span(calendar.to_days(*first), after)


def _longest(calendar: Calendar, month: int) -> int:
    """Give the length of a month in a leap year, so that hopeless patterns need no search over years."""
    leap = next(year for year in range(8) if calendar.is_leap(year))
    return calendar.days_in_month(leap, month)


def _first_real(
    calendar: Calendar, years: Iterable[int], months: Iterable[int], days: Iterable[int]
) -> tuple[int, int, int] | None:
    """Give the first combination, in the order given, that is a real day."""
    for year in years:
        for month in months:
            for day in days:
                if day <= calendar.days_in_month(year, month):
                    return year, month, day
    return None


_EXACT_GROUPS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)} | {
    37: (1, 4),
    38: (5, 8),
    39: (9, 12),
    40: (1, 6),
    41: (7, 12),
}
_HEMISPHERE_SEASONS = {25: (3, 6), 26: (6, 9), 27: (9, 12), 29: (9, 12), 31: (3, 6), 32: (6, 9)}


def season_span(calendar: Calendar, year: int, season: int) -> Span:
    """Give the span a sub-year code of ISO 8601-2 may mean.

    Quarters (33-36), four-month terms (37-39) and half-years (40, 41) are exact. The standard fixes neither
    hemisphere nor months for the seasons 21-24, so in the Gregorian calendar they may lie anywhere in the
    year; in Solar Hijri they are its four quarters, because its seasons begin with its months. The seasons of
    a stated hemisphere (25-28 northern, 29-32 southern) run from the first to the last month of either
    reckoning, astronomical or meteorological; those that cross the new year may be counted to either year.
    """
    if calendar is Calendar.SOLAR_HIJRI and season <= 24:
        season += 12
    if season in _EXACT_GROUPS or (calendar is Calendar.GREGORIAN and season in _HEMISPHERE_SEASONS):
        first, last = _EXACT_GROUPS.get(season) or _HEMISPHERE_SEASONS[season]
        return day_span(calendar.to_days(year, first), calendar.next_month(year, last))
    if calendar is Calendar.GREGORIAN and season in {28, 30}:
        return day_span(calendar.to_days(year - 1, 12), calendar.to_days(year + 1, 4))
    return day_span(calendar.to_days(year), calendar.to_days(year + 1))
