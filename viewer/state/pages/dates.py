"""Say dates in words for pages."""

from viewer.model.dates.calendars import Calendar
from viewer.model.dates.fuzzy import FuzzyDate
from viewer.model.dates.wording import calendar_of, describe, year_text
from viewer.model.event import Event
from viewer.state.pages.reader import Reader


def primary_calendar(reader: Reader) -> Calendar:
    """Return the calendar that leads: Solar Hijri in Persian while it is shown, else Gregorian."""
    shown = reader.state.appearance.calendars
    persian = reader.catalogue.direction == "rtl" and Calendar.SOLAR_HIJRI in shown
    return Calendar.SOLAR_HIJRI if persian else Calendar.GREGORIAN


def date_words(reader: Reader, date: FuzzyDate | None) -> str:
    """Return a date in words in the leading calendar; empty when there is none."""
    if date is None:
        return ""
    return describe(date, reader.language, primary_calendar(reader), reader.catalogue.say)


def year_words(reader: Reader, date: FuzzyDate | None) -> str:
    """Return the year of a date in the calendar in which it is written; empty when it has none."""
    if date is None or date.start is None or date.start.year is None:
        return ""
    return year_text(date.start.year, reader.language, calendar_of(date), reader.catalogue.say)


def event_date(reader: Reader, event: Event) -> str:
    """Return the date of an event for a row of a list."""
    return date_words(reader, event.when.date) if event.when else reader.say("detail.undated")
