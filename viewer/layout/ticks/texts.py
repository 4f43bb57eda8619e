"""Write tick labels from month names and digits of a language, without knowing any language."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from viewer.base.instant import DAY, HOUR, MINUTE, SECOND, day_of_instant
from viewer.layout.ticks.steps import Step, Unit
from viewer.model.dates.calendars import Calendar, CivilDate

KEPT = 300
"""So many boundaries of each step keep their texts."""


class _Shorts(dict[int, tuple[str, bool]]):
    """The brief texts of boundaries, written when they are first asked for."""

    def __init__(self, write: Callable[[int], tuple[str, bool]]) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, time: int) -> tuple[str, bool]:
        if len(self) > KEPT:
            self.clear()
        written = self[time] = self._write(time)
        return written


@dataclass(frozen=True, slots=True, eq=False)
class TickText:
    """What tick labels of one language are made from."""

    months: Mapping[Calendar, tuple[str, ...]]
    """Twelve names for each calendar."""
    digits: Callable[[str], str]
    """Turn ASCII digits into those of the language."""
    month_year: str = "{month} {year}"
    day_month: str = "{day} {month}"
    full: str = "{day} {month} {year}"
    before_era: str = "{year} BCE"
    """Years before the year 1 of a calendar."""
    steps: dict[Hashable, tuple[Step, Step]] = field(default_factory=dict)
    """Steps that were chosen for these texts, kept as long as they are."""
    _known: dict[tuple[Calendar, Step], "_Shorts"] = field(default_factory=dict)

    def year(self, year: int) -> str:
        """Write a year; astronomical year 0 is the first before the era."""
        return self.digits(str(year)) if year > 0 else self.before_era.format(year=self.digits(str(1 - year)))

    def shorts(self, calendar: Calendar, step: Step, times: Sequence[int]) -> list[tuple[str, bool]]:
        """Write boundaries as briefly as neighbours allow; tell of each whether it opens a larger unit."""
        known = self._known.get((calendar, step))
        if known is None:
            known = self._known[calendar, step] = _Shorts(partial(self._short, calendar, step))
        return list(map(known.__getitem__, times))

    def _short(self, calendar: Calendar, step: Step, time: int) -> tuple[str, bool]:
        date = calendar.from_days(day_of_instant(time))
        if step.unit is Unit.YEAR:
            return self.year(date.year), False
        if step.unit < Unit.DAY and time % DAY:
            return self.clock(step, time), False
        if step.unit is Unit.DAY and date.day > 1:
            return self.digits(str(date.day)), False
        if step.unit >= Unit.DAY:
            return self._fill(self.month_year if date.month == 1 else "{month}", calendar, date), True
        return self._day(calendar, date), True

    def complete(self, calendar: Calendar, step: Step, time: int) -> str:
        """Write a boundary with its year."""
        date = calendar.from_days(day_of_instant(time))
        if step.unit is Unit.YEAR:
            return self.year(date.year)
        template = self.month_year if step.unit >= Unit.DAY and date.day == 1 else self.full
        return self._fill(template, calendar, date)

    def context(self, calendar: Calendar, step: Step, time: int) -> str:
        """Write what holds the time at the leading edge: the year, the month or the day; years need none."""
        if step.unit is Unit.YEAR:
            return ""
        date = calendar.from_days(day_of_instant(time))
        if step.unit is Unit.MONTH and step.every > 1:
            return self.year(date.year)
        template = self.month_year if step.unit >= Unit.DAY else self.full
        return self._fill(template, calendar, date)

    def clock(self, step: Step, time: int) -> str:
        """Write a time of day."""
        hour, minute, second = time % DAY // HOUR, time % HOUR // MINUTE, time % MINUTE // SECOND
        text = f"{hour:02}:{minute:02}" + (f":{second:02}" if step.unit is Unit.SECOND else "")
        return self.digits(text)

    def samples(self, calendar: Calendar, step: Step, years: tuple[int, int]) -> tuple[str, ...]:
        """Return texts of which the widest is as wide as a step must be for its labels to stand in peace.

        `years` are the first and the last one in sight.
        """
        if step.unit is Unit.YEAR:
            return tuple(self.year(year) for year in years)
        months = self.months[calendar]
        if step.unit is Unit.MONTH:
            return (*months, self.month_year.format(month=months[0], year=self.year(years[1])))
        if step.unit is Unit.DAY:
            return months
        return (self.clock(step, 20 * HOUR),)

    def _day(self, calendar: Calendar, date: CivilDate) -> str:
        first = date.month == 1 and date.day == 1
        return self._fill(self.full if first else self.day_month, calendar, date)

    def _fill(self, template: str, calendar: Calendar, date: CivilDate) -> str:
        month = self.months[calendar][date.month - 1]
        return template.format(day=self.digits(str(date.day)), month=month, year=self.year(date.year))
