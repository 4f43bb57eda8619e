"""Tabular Islamic calendar, civil epoch: 30-year cycles with leap years 2 5 7 10 13 16 18 21 24 26 29.

Sources state dates by observation of the moon, which can lie one or two days from this table; what is shown
in it is therefore always labelled as such.
"""

TOLERANCE_DAYS = 2

_EPOCH = -492_148
"""Day number of 1 Muharram of the year 1 (16 July 622 in the Julian calendar)."""


def is_leap(year: int) -> bool:
    """Tell whether Dhu al-Hijja of a year has 30 days."""
    return (11 * year + 14) % 30 < 11


def days_in_month(year: int, month: int) -> int:
    """Give the length of a month in days; month is 1 to 12."""
    if month == 12 and is_leap(year):
        return 30
    return 30 if month % 2 else 29


def _new_year(year: int) -> int:
    """Give the day number of 1 Muharram."""
    return _EPOCH + 354 * (year - 1) + (11 * year + 3) // 30


def days_from_islamic(year: int, month: int, day: int) -> int:
    """Give the day number (days since 1970-01-01) of a date that exists; the date is not checked."""
    return _new_year(year) + 29 * (month - 1) + month // 2 + day - 1


def islamic_from_days(number: int) -> tuple[int, int, int]:
    """Give (year, month, day) of a day number."""
    year = (30 * (number - _EPOCH) + 10_646) // 10_631
    into = number - _new_year(year)
    month = min((2 * into + 1) // 59 + 1, 12)
    while into < 29 * (month - 1) + month // 2:
        month -= 1
    return year, month, into - 29 * (month - 1) - month // 2 + 1
