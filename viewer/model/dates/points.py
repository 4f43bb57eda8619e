"""Say one stated date, in its own calendar or converted, never more precisely than it is stated."""

from dataclasses import replace

from viewer.base.digits import in_digits_of
from viewer.base.instant import DAY
from viewer.model.dates.calendars import Calendar, CivilDate
from viewer.model.dates.fuzzy import Clock, DateParts, Precision, Qualifier
from viewer.model.dates.phrases import Phrases, Unit

_MARKS = {
    Qualifier.APPROXIMATE: "approximate",
    Qualifier.UNCERTAIN: "uncertain",
    Qualifier.BOTH: "both",
}


def stated_days(parts: DateParts) -> tuple[int, int]:
    """Give the first and last day number a date may mean, in the zone of its source."""
    if parts.clock and parts.year is not None and parts.month and parts.day:
        day = parts.calendar.to_days(parts.year, parts.month, parts.day)
        return day, day
    return parts.span.start // DAY, parts.span.end // DAY - 1


def converted_unit(precision: Precision, calendar: Calendar) -> Unit:
    """Give the unit in which a date of a precision is said after conversion to a calendar.

    Conversion to Gregorian gives the exact days, because the month of another calendar is none of its months.
    Conversion from it keeps the unit, so that a month becomes the two months it touches.
    """
    if calendar is Calendar.GREGORIAN or precision >= Precision.DAY:
        return "day"
    return "month" if precision >= Precision.SEASON else "year"


def say_point(phrases: Phrases, parts: DateParts) -> str:
    """Say a stated date with what its source admits about it."""
    if parts.precision is Precision.UNKNOWN:
        phrases = replace(phrases, calendar=parts.calendar)
    if parts.calendar is not phrases.calendar:
        return qualified(phrases, say_converted(phrases, parts), parts.qualifier)
    text = _say_native(phrases, parts)
    marks = _marks(parts)
    if len(set(marks.values())) == 1 or not phrases.doubts:
        return qualified(phrases, text, parts.year_qualifier)
    notes = [phrases.say(f"date.part.{name}.{_MARKS[mark]}") for name, mark in marks.items() if mark]
    return phrases.say("date.notes", date=text, notes=phrases.say("date.comma").join(notes))


def qualified(phrases: Phrases, text: str, qualifier: Qualifier) -> str:
    """Add “about”, or that the source is not sure."""
    if not qualifier or not phrases.doubts:
        return text
    return phrases.say(f"date.doubt.{_MARKS[qualifier]}", date=text)


def say_converted(phrases: Phrases, parts: DateParts) -> str:
    """Say a date in another calendar than the one it is stated in."""
    first, last = (phrases.calendar.from_days(day) for day in stated_days(parts))
    unit = converted_unit(parts.precision, phrases.calendar)
    if parts.vague:
        return sometime_between(phrases, unit, first, last)
    text = phrases.run(unit, first, last)
    return _with_clock(phrases, text, parts.clock) if parts.clock else text


def say_moment(phrases: Phrases, parts: DateParts) -> str:
    """Say a stated date where a run of its own would be confusing, as after “from”."""
    first, last = (phrases.calendar.from_days(day) for day in stated_days(parts))
    unit = converted_unit(parts.precision, phrases.calendar)
    if parts.calendar is phrases.calendar or phrases.same(unit, first, last):
        return say_point(phrases, parts)
    start, end = phrases.short(unit, first, last), phrases.one(unit, last)
    return qualified(phrases, phrases.say("date.between", start=start, end=end), parts.qualifier)


def _marks(parts: DateParts) -> dict[str, Qualifier]:
    """Give the qualifier of each component that is written."""
    marks = {"year": parts.year_qualifier}
    if parts.season:
        marks["season"] = parts.month_qualifier
    if parts.month:
        marks["month"] = parts.month_qualifier
    if parts.day:
        marks["day"] = parts.day_qualifier
    return marks


def _say_native(phrases: Phrases, parts: DateParts) -> str:
    if parts.vague:
        return _say_vague(phrases, parts)
    first = phrases.calendar.from_days(stated_days(parts)[0])
    if parts.season and parts.year is not None:
        return phrases.say(f"date.season.{parts.season}", year=phrases.year(parts.year))
    if parts.day is None:
        return phrases.one("year" if parts.month is None else "month", first)
    text = phrases.one("day", first)
    return _with_clock(phrases, text, parts.clock) if parts.clock else text


def _with_clock(phrases: Phrases, date: str, clock: Clock) -> str:
    """Add the time of day, and whose time it is."""
    time = f"{clock.hour:02}:{clock.minute:02}" + ("" if clock.second is None else f":{clock.second:02}")
    shown = in_digits_of(phrases.language, time)
    if clock.zone is None:
        return phrases.say("date.time-local", date=date, time=shown)
    hours, minutes = divmod(abs(clock.zone), 60)
    zone = f"UTC{'-' if clock.zone < 0 else '+'}{hours:02}:{minutes:02}" if clock.zone else "UTC"
    return phrases.say("date.time-zone", date=date, time=shown, zone=zone)


def _say_vague(phrases: Phrases, parts: DateParts) -> str:
    """Say a date with unknown digits by what it may be."""
    first, last = (phrases.calendar.from_days(day) for day in stated_days(parts))
    if parts.year is None:
        return _say_some_year(phrases, parts, first.year, last.year)
    unit = phrases.coarsest(first, last)
    if phrases.same(unit, first, last):
        return phrases.say("date.sometime", date=phrases.one(unit, last))
    if unit == "year":
        return _years(phrases, first.year, last.year)
    return sometime_between(phrases, unit, first, last)


def sometime_between(phrases: Phrases, unit: Unit, first: CivilDate, last: CivilDate) -> str:
    """Say that something lies anywhere in a run."""
    if phrases.same(unit, first, last):
        return phrases.say("date.sometime", date=phrases.one(unit, last))
    return phrases.say(
        "date.sometime-range", start=phrases.short(unit, first, last), end=phrases.one(unit, last)
    )


def _say_some_year(phrases: Phrases, parts: DateParts, first: int, last: int) -> str:
    """Say a date whose year has unknown digits."""
    date = _within_year(phrases, parts)
    if parts.precision is Precision.UNKNOWN:
        return phrases.say("date.of-unknown-year", date=date) if date else phrases.say("date.year-unknown")
    if date:
        return phrases.say("date.of-some-year", date=date, first=phrases.year(first), last=phrases.year(last))
    if parts.precision is Precision.DECADE and first % 10 == 0 and first > 0:
        return phrases.say("date.decade", year=phrases.year(first))
    return _years(phrases, first, last)


def _within_year(phrases: Phrases, parts: DateParts) -> str:
    """Say the month or day of a date without its year; empty if there is none."""
    if parts.month is None:
        return ""
    return phrases.day_of_month(parts.month, parts.day) if parts.day else phrases.month_name(parts.month)


def _years(phrases: Phrases, first: int, last: int) -> str:
    return phrases.say("date.years", first=phrases.year(first), last=phrases.year(last))
