"""Solar Hijri calendar of Iran, by Kazimierz Borkowski's table of 33-year cycles.

The calendar is astronomical: its year begins on the day of the March equinox as seen from Iran. The table
gives that day exactly for its legal life and the near future, 1304-1436 (1925-2058). Outside those years
reckonings differ by a day, so dates there are `is_approximate`; the table's first and last cycles are carried
on for years before -61 and after 3177.
"""

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise

EXACT_FIRST, EXACT_LAST = 1304, 1436

_BREAKS = (
    *(-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181),
    *(1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178),
)
_LONG_MONTHS_DAYS = 186


def _leaps_at_breaks() -> tuple[int, ...]:
    """Count the leap days from the first break to each break."""
    counts = [0]
    for first, following in pairwise(_BREAKS):
        cycles, rest = divmod(following - first, 33)
        counts.append(counts[-1] + cycles * 8 + rest // 4)
    return tuple(counts)


_LEAPS = _leaps_at_breaks()


def _leaps_before(year: int) -> int:
    """Count the leap days between the first year of the table and the beginning of a year."""
    index = min(max(bisect_right(_BREAKS, year) - 1, 0), len(_BREAKS) - 2)
    length = _BREAKS[index + 1] - _BREAKS[index]
    into = year - _BREAKS[index]
    cycles, rest = divmod(into, 33)
    late = length % 33 == 4 and length - into == 4
    return _LEAPS[index] + cycles * 8 + (rest + 3) // 4 + late


_FIRST_OF_1367 = 6654
"""Day number of 1 Farvardin 1367 (1988-03-21)."""
_NOWRUZ_SHIFT = _FIRST_OF_1367 - 365 * 1367 - _leaps_before(1367)


@lru_cache(maxsize=4096)
def _nowruz(year: int) -> int:
    """Give the day number of 1 Farvardin."""
    return _NOWRUZ_SHIFT + 365 * year + _leaps_before(year)


def is_approximate(year: int) -> bool:
    """Tell whether dates of a year may be a day off, because reckonings differ there."""
    return not EXACT_FIRST <= year <= EXACT_LAST


def is_leap(year: int) -> bool:
    """Tell whether Esfand of a year has 30 days."""
    return _nowruz(year + 1) - _nowruz(year) == 366


def days_in_month(year: int, month: int) -> int:
    """Give the length of a month in days; month is 1 to 12."""
    if month <= 6:
        return 31
    return 29 if month == 12 and not is_leap(year) else 30


def days_from_solar_hijri(year: int, month: int, day: int) -> int:
    """Give the day number (days since 1970-01-01) of a date that exists; the date is not checked."""
    before = 31 * (month - 1) if month <= 7 else _LONG_MONTHS_DAYS + 30 * (month - 7)
    return _nowruz(year) + before + day - 1


def solar_hijri_from_days(number: int) -> tuple[int, int, int]:
    """Give (year, month, day) of a day number."""
    year = (number - _NOWRUZ_SHIFT) * 10_000 // 3_652_422
    while _nowruz(year + 1) <= number:
        year += 1
    while _nowruz(year) > number:
        year -= 1
    into = number - _nowruz(year)
    if into < _LONG_MONTHS_DAYS:
        return year, into // 31 + 1, into % 31 + 1
    into -= _LONG_MONTHS_DAYS
    return year, into // 30 + 7, into % 30 + 1
