"""Dates as people type them."""

import pytest

from viewer.model.dates.calendars import Calendar
from viewer.model.dates.edtf import EdtfError, parse_edtf
from viewer.model.dates.typed import parse_typed_date

G, S, T = Calendar.GREGORIAN, Calendar.SOLAR_HIJRI, Calendar.ISLAMIC


@pytest.mark.parametrize(
    ("typed", "edtf", "calendar"),
    [
        ("1988-07-28", "1988-07-28", G),
        ("1988/7/28", "1988-07-28", G),
        ("1988.7.28", "1988-07-28", G),
        ("28 July 1988", "1988-07-28", G),
        ("28th of july 1988", "1988-07-28", G),
        ("July 28, 1988", "1988-07-28", G),
        ("28 Jul 1988", "1988-07-28", G),
        ("  July   1988 ", "1988-07", G),
        ("1988", "1988", G),
        ("1988-07", "1988-07", G),
        ("1988/7", "1988-07", G),
        ("May 1988", "1988-05", G),
        ("۵ مه ۱۹۸۸", "1988-05-05", G),
        ("۲۸ ژوئیه ۱۹۸۸", "1988-07-28", G),
        ("1367/5/6", "1988-07-28", S),
        ("1367-05-06", "1988-07-28", S),
        ("۱۳۶۷/۵/۶", "1988-07-28", S),
        ("٦ مرداد ١٣٦٧", "1988-07-28", S),
        ("6 Mordad 1367", "1988-07-28", S),
        ("Mordad 6 1367", "1988-07-28", S),
        ("۶ مرداد ۱۳۶۷", "1988-07-28", S),
        ("۶ مرداد ماه ۱۳۶۷", "1988-07-28", S),
        ("مرداد ۱۳۶۷", "1988-07-23/1988-08-22", S),
        ("Mordad 1367", "1988-07-23/1988-08-22", S),
        ("۲ دي ۱۳۶۷", "1988-12-23", S),
        ("1367", "1988-03-21/1989-03-20", S),
        ("13 Dhu al-Hijja 1408", "1988-07-28", T),
        ("۱۳ ذی‌حجه ۱۴۰۸", "1988-07-28", T),
        ("۱۳ ذی حجه ۱۴۰۸", "1988-07-28", T),
        ("1988-07/1988-09", "1988-07/1988-09", G),
        ("198X", "198X", G),
        ("[1988-07-28..1988-08-02]", "[1988-07-28..1988-08-02]", G),
        ("Y17000", "Y17000", G),
    ],
)
def test_a_typed_date_is_understood(typed: str, edtf: str, calendar: Calendar) -> None:
    start, end, understood = parse_typed_date(typed)
    assert (start, end) == parse_edtf(edtf).possible_span
    assert understood is calendar


HELP = "is not understood; write 1988-07-28, 28 July 1988, 1367/5/6 or 6 Mordad 1367"


@pytest.mark.parametrize(
    ("typed", "column", "message"),
    [
        ("", 0, "there is no date here"),
        ("   ", 0, "there is no date here"),
        ("hello", 0, f"“hello” {HELP}"),
        ("88", 0, f"“88” {HELP}"),
        ("28.7.1988", 0, f"“28.7.1988” {HELP}"),
        ("28 July", 0, f"“28 July” {HELP}"),
        ("1 2 July 1988", 0, f"“1 2 July 1988” {HELP}"),
        ("1988/..", 0, f"“1988/..” {HELP}"),
        ("XXXX", 0, f"“XXXX” {HELP}"),
        ("6 Brumaire 1798", 0, "no month of the calendars known here is named so in “6 Brumaire 1798”"),
        ("Ju 1988", 0, f"“Ju 1988” {HELP}"),
        ("1367/13/1", 5, "there is no month or season 13"),
        ("1367/12/30", 8, "there is no day 30 in this month; it has 29"),
        ("31 February 1988", 0, "there is no day 31 in this month; it has 29"),
        ("1989/1988", 5, "the end comes before the start"),
    ],
)
def test_a_typed_date_that_cannot_be_meant_is_refused(typed: str, column: int, message: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse_typed_date(typed)
    assert (str(caught.value), caught.value.column) == (message, column)
