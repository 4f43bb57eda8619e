"""Say days, months, years and runs of them; the words come from the message catalogue."""

from dataclasses import dataclass
from typing import Literal, Protocol

from viewer.base.digits import format_number, in_digits_of
from viewer.model.dates.calendars import Calendar, CivilDate
from viewer.model.dates.names import month_names

_GROUPED_FROM = 10_000

Unit = Literal["day", "month", "year"]


class Say(Protocol):
    """Gives the message of a key with its gaps filled, as `Catalogue.say` does."""

    def __call__(self, key: str, /, **params: object) -> str:
        """Return the message."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """How dates are said in one language and one calendar."""

    say: Say
    language: str
    calendar: Calendar
    doubts: bool = True
    """Whether to say “about” and “uncertain”; not where that has just been said."""

    def number(self, value: int) -> str:
        """Give a day of the month in the digits of the language."""
        return in_digits_of(self.language, str(value))

    def year(self, year: int) -> str:
        """Give an astronomical year as people count: the year 0 is the first before the era."""
        counted = year if year > 0 else 1 - year
        grouped = counted >= _GROUPED_FROM
        text = format_number(self.language, counted) if grouped else self.number(counted)
        return text if year > 0 else self.say(f"date.before-era.{self.calendar.value}", year=text)

    def month_name(self, month: int) -> str:
        """Give the full name of a month."""
        return month_names(self.calendar, self.language)[month - 1]

    def day_of_month(self, month: int, day: int) -> str:
        """Say a day without its year."""
        return self.say("date.day-of-month", day=self.number(day), month=self.month_name(month))

    def one(self, unit: Unit, date: CivilDate) -> str:
        """Say the day, month or year that holds a date."""
        year = self.year(date.year)
        if unit == "year":
            return year
        month = self.month_name(date.month)
        if unit == "month":
            return self.say("date.month", month=month, year=year)
        return self.say("date.day", day=self.number(date.day), month=month, year=year)

    def run(self, unit: Unit, first: CivilDate, last: CivilDate) -> str:
        """Say a run of days, months or years without repeating what both ends share."""
        if self.same(unit, first, last):
            return self.one(unit, last)
        if unit == "day" and first[:2] == last[:2]:
            return self.say(
                "date.days",
                first=self.number(first.day),
                last=self.number(last.day),
                month=self.month_name(last.month),
                year=self.year(last.year),
            )
        return self.say("date.range", start=self.short(unit, first, last), end=self.one(unit, last))

    def same(self, unit: Unit, first: CivilDate, last: CivilDate) -> bool:
        """Tell whether two days lie in the same day, month or year."""
        count = {"day": 3, "month": 2, "year": 1}[unit]
        return first[:count] == last[:count]

    def short(self, unit: Unit, first: CivilDate, last: CivilDate) -> str:
        """Say the start of a run, without the year if the end says it."""
        if unit == "year" or first.year != last.year:
            return self.one(unit, first)
        return self.month_name(first.month) if unit == "month" else self.day_of_month(first.month, first.day)

    def coarsest(self, first: CivilDate, last: CivilDate) -> Unit:
        """Give the coarsest unit that both days bound exactly, so that nothing is said that is not meant."""
        if first.day != 1 or last.day != self.calendar.days_in_month(last.year, last.month):
            return "day"
        return "year" if first.month == 1 and last.month == 12 else "month"
