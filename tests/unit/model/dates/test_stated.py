"""Dates in the calendar of their source."""

import pytest

from viewer.base.instant import DAY
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.edtf import EdtfError, parse_edtf
from viewer.model.dates.stated import parse_as_stated


@pytest.mark.parametrize(
    ("text", "calendar", "same_days"),
    [
        ("1367-05", Calendar.SOLAR_HIJRI, "1988-07-23/1988-08-22"),
        ("۱۳۶۷-۰۵", Calendar.SOLAR_HIJRI, "1988-07-23/1988-08-22"),
        ("1367-05-06", Calendar.SOLAR_HIJRI, "1988-07-28"),
        ("۱۳۶۷-۰۵-۰۶", Calendar.SOLAR_HIJRI, "1988-07-28"),
        ("1367", Calendar.SOLAR_HIJRI, "1988-03-21/1989-03-20"),
        ("1366-12-30", Calendar.SOLAR_HIJRI, "1988-03-20"),
        ("1367-22", Calendar.SOLAR_HIJRI, "1988-06-22/1988-09-22"),
        ("1367-05-1X", Calendar.SOLAR_HIJRI, "1988-08-01/1988-08-10"),
        ("136X", Calendar.SOLAR_HIJRI, "1981-03-21/1991-03-20"),
        ("1367-05/1367-06", Calendar.SOLAR_HIJRI, "1988-07-23/1988-09-22"),
        ("[1367-05-06,1367-05-08]", Calendar.SOLAR_HIJRI, "[1988-07-28,1988-07-30]"),
        ("1408-12-13", Calendar.ISLAMIC, "1988-07-28"),
        ("1988-07", Calendar.GREGORIAN, "1988-07"),
    ],
)
def test_a_stated_date_covers_exactly_its_days(text: str, calendar: Calendar, same_days: str) -> None:
    date = parse_as_stated(text, calendar)
    assert date.possible_span == parse_edtf(same_days).possible_span
    assert date.text == text


def test_mordad_1367_is_31_days_and_neither_july_nor_august() -> None:
    start, end = parse_as_stated("1367-05", Calendar.SOLAR_HIJRI).possible_span
    assert Calendar.GREGORIAN.from_days(start // DAY) == (1988, 7, 23)
    assert Calendar.GREGORIAN.from_days(end // DAY - 1) == (1988, 8, 22)
    assert (end - start) // DAY == 31


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("1367-12-30", 8, "there is no day 30 in this month; it has 29"),
        ("۱۳۶۷-۰۷-۳۱", 8, "there is no day 31 in this month; it has 30"),
        ("1367/5/6", 6, "an interval has one slash; dates themselves are written with hyphens"),
        ("1367-06/1367-05", 8, "the end comes before the start"),
    ],
)
def test_a_stated_date_that_does_not_exist_is_refused(text: str, column: int, message: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse_as_stated(text, Calendar.SOLAR_HIJRI)
    assert (str(caught.value), caught.value.column) == (message, column)
