"""Say any date in words, in a language and a calendar, and both calendars side by side.

Every word comes from the message catalogue (`date.*`). Precision never grows: a month converted to another
calendar is said as the run it covers, and open or unknown ends are named.
"""

from dataclasses import replace

from viewer.model.dates.calendars import Calendar, CivilDate
from viewer.model.dates.fuzzy import DateParts, FuzzyDate, Precision
from viewer.model.dates.phrases import Phrases, Say, Unit
from viewer.model.dates.points import (
    converted_unit,
    qualified,
    say_moment,
    say_point,
    sometime_between,
    stated_days,
)

__all__ = ["Say", "calendar_of", "describe", "describe_both", "describe_converted", "year_text"]

_PLAIN_UNITS: dict[Precision, Unit] = {
    Precision.YEAR: "year",
    Precision.MONTH: "month",
    Precision.DAY: "day",
}


def describe(date: FuzzyDate, language: str, calendar: Calendar, say: Say) -> str:
    """Say a date, such as “about 28 July 1988” or “Tir – Mordad 1367”, without marking it as converted."""
    return _say(Phrases(say, language, calendar), date)


def describe_converted(
    date: FuzzyDate, language: str, calendar: Calendar, say: Say, stated: FuzzyDate | None = None
) -> str:
    """Say a date in a calendar together with where that wording comes from.

    If the source states the date in this calendar (`stated`), that is said; if the date is written in it, the
    date stands alone; otherwise it is marked as converted.
    """
    return _side(Phrases(say, language, calendar), date, stated)


def describe_both(
    date: FuzzyDate,
    language: str,
    say: Say,
    calendars: tuple[Calendar, Calendar] = (Calendar.GREGORIAN, Calendar.SOLAR_HIJRI),
    stated: FuzzyDate | None = None,
) -> str:
    """Say a date in two calendars: “about 28 July 1988 · ≈ 6 Mordad 1367, converted”."""
    first = _side(Phrases(say, language, calendars[0]), date, stated)
    if not date.is_placeable:
        return first
    # A converted date says by its sign that it is not exact; the date as written must say so itself.
    written = calendar_of(date) is calendars[1]
    second = _side(Phrases(say, language, calendars[1], doubts=written), date, stated)
    return say("date.both", first=first, second=second)


def year_text(year: int, language: str, calendar: Calendar, say: Say) -> str:
    """Say an astronomical year: “1988”, “44 BCE” for -43, in the digits of the language."""
    return Phrases(say, language, calendar).year(year)


def calendar_of(date: FuzzyDate) -> Calendar:
    """Give the calendar in which a date is written; Gregorian if no end is stated."""
    return next((parts.calendar for parts in _stated_parts(date)), Calendar.GREGORIAN)


def _stated_parts(date: FuzzyDate) -> list[DateParts]:
    own = [parts for parts in (date.start, date.end) if parts]
    return own + [parts for member in date.members for parts in _stated_parts(member)]


def _side(phrases: Phrases, date: FuzzyDate, stated: FuzzyDate | None) -> str:
    """Say a date in one calendar, as stated, as written, or as converted."""
    calendar = phrases.calendar
    if stated and calendar_of(stated) is calendar:
        return phrases.say("date.as-stated", date=_say(replace(phrases, doubts=True), stated))
    if calendar_of(date) is calendar or not date.is_placeable:
        return _say(phrases, date)
    return phrases.say(f"date.converted.{_conversion(date, calendar)}", date=_say(phrases, date))


def _conversion(date: FuzzyDate, calendar: Calendar) -> str:
    """Name how far a conversion can be trusted: exact, a day off (rough), or tabular."""
    if calendar is Calendar.ISLAMIC or calendar_of(date) is Calendar.ISLAMIC:
        return "tabular"
    if date.precision < Precision.SEASON:
        return "exact"
    for parts in _stated_parts(date):
        for side in (calendar, parts.calendar):
            if any(side.is_approximate(side.from_days(day).year) for day in stated_days(parts)):
                return "rough"
    return "exact"


def _say(phrases: Phrases, date: FuzzyDate) -> str:
    if date.members:
        return _say_set(phrases, date)
    if not date.is_interval and date.start:
        return say_point(phrases, date.start)
    if date.start and date.end:
        return _say_interval(phrases, date, date.start, date.end)
    return _say_half(phrases, date)


def _say_half(phrases: Phrases, date: FuzzyDate) -> str:
    """Say an interval of which one end is open or unknown."""
    if date.start:
        return phrases.say(f"date.from.{date.end_kind.value}", date=say_moment(phrases, date.start))
    if date.end:
        return phrases.say(f"date.until.{date.start_kind.value}", date=say_moment(phrases, date.end))
    return phrases.say("date.unknown")


def _say_interval(phrases: Phrases, date: FuzzyDate, start: DateParts, end: DateParts) -> str:
    if start.calendar is not phrases.calendar:
        return qualified(phrases, _run(phrases, date, start, end), date.qualifier)
    unit = _PLAIN_UNITS.get(start.precision)
    plain = not any(parts.vague or parts.clock or parts.qualifier for parts in (start, end))
    if unit and plain and start.precision is end.precision:
        return _run(phrases, date, start, end)
    return phrases.say("date.range", start=say_point(phrases, start), end=say_point(phrases, end))


def _ends(phrases: Phrases, start: DateParts, end: DateParts) -> tuple[CivilDate, CivilDate]:
    """Give the first and the last day two stated ends may mean."""
    calendar = phrases.calendar
    return calendar.from_days(stated_days(start)[0]), calendar.from_days(stated_days(end)[1])


def _unit(phrases: Phrases, date: FuzzyDate, start: DateParts) -> Unit:
    """Give the unit in which a run is said: as stated in its own calendar, never finer in another."""
    if start.calendar is phrases.calendar:
        return _PLAIN_UNITS.get(date.precision, "day")
    return converted_unit(date.precision, phrases.calendar)


def _run(phrases: Phrases, date: FuzzyDate, start: DateParts, end: DateParts) -> str:
    return phrases.run(_unit(phrases, date, start), *_ends(phrases, start, end))


def _say_set(phrases: Phrases, date: FuzzyDate) -> str:
    """Say a set: one date or run as itself, several as a list."""
    if len(date.members) == 1:
        return _say_member(phrases, date.members[0], all_of=date.all_of)
    members = [_say_member(phrases, member, all_of=True) for member in date.members]
    listed = phrases.say("date.separator").join(members)
    return phrases.say("date.all-of" if date.all_of else "date.one-of", dates=listed)


def _say_member(phrases: Phrases, member: FuzzyDate, *, all_of: bool) -> str:
    """Say an element of a set; a run of which one day is meant is said as such when it stands alone."""
    if not member.is_interval:
        return _say(phrases, member)
    start, end = member.start, member.end
    if start and end and all_of:
        return _say_interval(phrases, member, start, end)
    if start and end:
        text = sometime_between(phrases, _unit(phrases, member, start), *_ends(phrases, start, end))
        return qualified(phrases, text, member.qualifier)
    if start:
        return phrases.say("date.sometime-from", start=say_moment(phrases, start))
    return phrases.say("date.sometime-until", end=say_moment(phrases, end)) if end else ""
