"""Read a date in the calendar in which its source states it."""

from dataclasses import replace

from viewer.base.digits import ascii_digits
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.edtf import parse_edtf
from viewer.model.dates.fuzzy import FuzzyDate


def parse_as_stated(text: str, calendar: Calendar) -> FuzzyDate:
    """Read a date such as `1367-05` or `۱۳۶۷-۰۵-۰۶` whose year, month and day count in a calendar.

    The notation is that of EDTF, with Persian and Arabic digits allowed; all bounds follow the calendar, so
    that `1367-05` in Solar Hijri is exactly the days of Mordad 1367. Raises EdtfError as `parse_edtf` does.
    """
    return replace(parse_edtf(ascii_digits(text), calendar), text=text)
