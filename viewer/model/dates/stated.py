"""Read a date in the calendar in which its source states it."""

from dataclasses import replace

from viewer.model.dates.calendars import Calendar
from viewer.model.dates.edtf import parse_edtf
from viewer.model.dates.fuzzy import FuzzyDate

LATIN_DIGITS = {ord(digit): str(index % 10) for index, digit in enumerate("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩")}
"""A table for `str.translate` that turns Persian and Arabic digits into 0-9, one for one."""


def parse_as_stated(text: str, calendar: Calendar) -> FuzzyDate:
    """Read a date such as `1367-05` or `۱۳۶۷-۰۵-۰۶` whose year, month and day count in a calendar.

    The notation is that of EDTF, with Persian and Arabic digits allowed; all bounds follow the calendar, so
    that `1367-05` in Solar Hijri is exactly the days of Mordad 1367. Raises EdtfError as `parse_edtf` does.
    """
    return replace(parse_edtf(text.translate(LATIN_DIGITS), calendar), text=text)
