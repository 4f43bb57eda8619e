"""The calendars a person can read dates in, behind one interface."""

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from viewer.model.dates import gregorian, islamic, solar_hijri


class CivilDate(NamedTuple):
    """A day of a calendar."""

    year: int
    month: int
    day: int


class Calendar(Enum):
    """A calendar; the value is its name in collections, settings and message keys."""

    GREGORIAN = "gregorian"
    SOLAR_HIJRI = "solar-hijri"
    ISLAMIC = "islamic"

    def from_days(self, number: int) -> CivilDate:
        """Give the date of a day number (days since 1970-01-01)."""
        return CivilDate(*_RULES[self].from_days(number))

    def to_days(self, year: int, month: int = 1, day: int = 1) -> int:
        """Give the day number of a date that exists; the date is not checked."""
        return _RULES[self].to_days(year, month, day)

    def days_in_month(self, year: int, month: int) -> int:
        """Give the length of a month in days; month is 1 to 12."""
        return _RULES[self].days_in_month(year, month)

    def is_leap(self, year: int) -> bool:
        """Tell whether a year is one day longer."""
        return _RULES[self].is_leap(year)

    def next_month(self, year: int, month: int) -> int:
        """Give the day number on which the following month begins."""
        return self.to_days(year, month + 1) if month < 12 else self.to_days(year + 1)

    def is_approximate(self, year: int) -> bool:
        """Tell whether a conversion to this calendar may be off by a day or two."""
        if self is Calendar.SOLAR_HIJRI:
            return solar_hijri.is_approximate(year)
        return self is Calendar.ISLAMIC


class _Rules(NamedTuple):
    from_days: Callable[[int], tuple[int, int, int]]
    to_days: Callable[[int, int, int], int]
    days_in_month: Callable[[int, int], int]
    is_leap: Callable[[int], bool]


_RULES = {
    Calendar.GREGORIAN: _Rules(
        gregorian.civil_from_days, gregorian.days_from_civil, gregorian.days_in_month, gregorian.is_leap
    ),
    Calendar.SOLAR_HIJRI: _Rules(
        solar_hijri.solar_hijri_from_days,
        solar_hijri.days_from_solar_hijri,
        solar_hijri.days_in_month,
        solar_hijri.is_leap,
    ),
    Calendar.ISLAMIC: _Rules(
        islamic.islamic_from_days, islamic.days_from_islamic, islamic.days_in_month, islamic.is_leap
    ),
}
