"""Every refused date says why, in words, at the right column."""

import pytest

from viewer.loading.catalogue import load_catalogue
from viewer.model.dates.edtf import EdtfError, parse_edtf
from viewer.model.dates.problems import CODES

REFUSED = [
    ("", 0, "there is no date here"),
    ("  ", 0, "there is no date here"),
    (" 1988", 0, "a date contains no spaces"),
    ("1988-07-28 ", 10, "a date contains no spaces"),
    ("1988-07-28 10:00", 10, "a date contains no spaces"),
    ("1988 / 1989", 4, "a date contains no spaces"),
    ("28 July 1988", 2, "a date contains no spaces"),
    ("July", 0, "“J” cannot stand here"),
    ("۱۹۸۸", 0, "dates are written with the digits 0-9, not “۱”"),
    ("1988-۰۷", 5, "dates are written with the digits 0-9, not “۰”"),
    ("198x", 3, "an unknown digit is written as capital X, not “x”"),
    ("undated", 0, "“u” cannot stand here"),
    ("198*", 3, "an unknown digit is written as capital X, not “*”"),
    ("1988-uu", 5, "an unknown digit is written as capital X, not “u”"),
    ("1988-07-28t10:00:00Z", 10, "“t” must be the capital T"),
    ("1988-07-28T10:00:00z", 19, "“z” must be the capital Z"),
    ("y17000", 0, "“y” must be the capital Y"),
    ("Y17e4", 3, "“e” must be the capital E"),
    ("1988/open", 5, "“open” is not EDTF; an open end is written “..”"),
    (
        "unknown/1988",
        0,
        "“unknown” is not EDTF; leave an unknown side of the slash empty, or write XXXX",
    ),
    ("88", 0, "a year has four digits, and unknown ones are written as X (“88” has 2)"),
    ("-88", 0, "a year has four digits, and unknown ones are written as X (“88” has 2)"),
    ("-", 0, "a year has four digits, and unknown ones are written as X (“-” has 0)"),
    ("12345", 0, "a year of more than four digits begins with Y (Y12345)"),
    ("Y1988", 0, "only a year of more than four digits begins with Y (write 1988)"),
    ("Y-44", 0, "only a year of more than four digits begins with Y (write -0044)"),
    ("Y", 1, "the year after Y needs digits"),
    ("Y17E", 4, "the year after Y needs digits"),
    ("-0000", 0, "the year before 1 CE is 0000, without a minus sign"),
    ("Y170000002", 0, "the year 170000002 is too far away to be placed (limit: 146000000 years)"),
    ("Y-17E7", 0, "the year -170000000 is too far away to be placed (limit: 146000000 years)"),
    ("Y1E99", 1, "the year 1E99 is too far away to be placed (limit: 146000000 years)"),
    ("1950S5", 5, "the number of significant digits after S must be 1 to 4"),
    ("1950S0", 5, "the number of significant digits after S must be 1 to 4"),
    ("1950S", 5, "the number of significant digits after S must be 1 to 4"),
    ("195XS2", 4, "“S” cannot stand here"),
    ("Y17000-05", 6, "a year written with Y or S stands alone, without month or day"),
    ("1950S2-05", 6, "a year written with Y or S stands alone, without month or day"),
    ("19880728", 0, "write the date with hyphens (YYYY-MM-DD)"),
    ("198807", 0, "write the date with hyphens (YYYY-MM-DD)"),
    ("1988-7", 5, "a month has two digits"),
    ("1988-", 5, "a month has two digits"),
    ("1988-?", 5, "a month has two digits"),
    ("1988-007", 5, "a month has two digits"),
    ("1988-00", 5, "there is no month or season 00"),
    ("1988-13", 5, "there is no month or season 13"),
    ("1988-20-01", 5, "there is no month or season 20"),
    ("1988-42", 5, "there is no month or season 42"),
    ("1988-07-1", 8, "a day has two digits"),
    ("1988-07-", 8, "a day has two digits"),
    ("1988-07-281", 8, "a day has two digits"),
    ("1988-02-30", 8, "there is no day 30 in this month; it has 29"),
    ("1900-02-29", 8, "there is no day 29 in this month; it has 28"),
    ("1988-06-31", 8, "there is no day 31 in this month; it has 30"),
    ("1988-07-00", 8, "there is no day 00 in this month; it has 31"),
    ("1988-07/1988-09-31", 16, "there is no day 31 in this month; it has 30"),
    ("[1988-07-28,1988-02-30]", 20, "there is no day 30 in this month; it has 29"),
    ("1988-21-01", 8, "a season, quarter or half-year has no days"),
    ("1988-02-3X", 8, "no real date fits this pattern"),
    ("1988-4X", 5, "no real date fits this pattern"),
    ("19X1-02-29", 8, "no real date fits this pattern"),
    ("XXXX-04-31", 8, "no real date fits this pattern"),
    ("1988??", 5, "only one of ? ~ % can stand here"),
    ("1988?~-07", 5, "only one of ? ~ % can stand here"),
    ("1988-07T10:00:00", 7, "a time can only follow a full date"),
    ("1988-07-28~T10:00:00", 11, "a time can only follow a full date"),
    ("1988-07-2XT10:00:00", 10, "a time can only follow a full date"),
    ("1988-07-28T", 11, "a time is written hh:mm:ss or hh:mm"),
    ("1988-07-28T10", 13, "a time is written hh:mm:ss or hh:mm"),
    ("1988-07-28T9:30", 11, "a time is written hh:mm:ss or hh:mm"),
    ("1988-07-28T10:00:", 17, "a time is written hh:mm:ss or hh:mm"),
    ("1988-07-28T24:00:00", 11, "there is no hour 24"),
    ("1988-07-28T10:60", 14, "there is no minute 60"),
    ("1988-07-28T10:00:60", 17, "there is no second 60"),
    ("1988-07-28T10:00:00+3", 19, "a time zone is written Z, +hh:mm or -hh:mm"),
    ("1988-07-28T10:00:00+03:30:00", 25, "“:” cannot stand here"),
    ("1988-07-28T10:00:00+19:00", 19, "no time zone is +19:00 from UTC"),
    ("1988-07-28T10:00:00Zulu", 20, "“u” cannot stand here"),
    ("1988-07-28/1988-07-01", 11, "the end comes before the start"),
    ("1989/1988", 5, "the end comes before the start"),
    ("1988-07-28T10:00:00Z/1988-07-28T09:00:00Z", 21, "the end comes before the start"),
    ("[1988-08..1988-07]", 10, "the end comes before the start"),
    ("1988/07/28", 7, "an interval has one slash; dates themselves are written with hyphens"),
    ("/", 0, "an interval needs at least one end"),
    ("..", 0, "“..” needs a date on one side"),
    ("[..]", 1, "“..” needs a date on one side"),
    ("[1988", 5, "this set has no closing ]"),
    ("{1988]", 5, "this set has no closing }"),
    ("1988]", 4, "this bracket closes no set"),
    ("[]", 1, "a set needs at least one date"),
    ("{ }", 1, "a set needs at least one date"),
    ("[1988,]", 6, "a date is missing between the commas"),
    ("[,1988]", 1, "a date is missing between the commas"),
    ("[1988,{1989}]", 6, "a set cannot hold another set"),
    ("[1988/1989]", 5, "in a set, a run of dates is written with .. and not with a slash"),
    ("[1988]?", 6, "“?” cannot stand here"),
    ("[1988]/1989", 6, "in a set, a run of dates is written with .. and not with a slash"),
    ("1988/[1989]", 5, "“[” cannot stand here"),
    (
        "1988..1989",
        4,
        "“..” joins dates only inside [ ] or { }; an interval is written with a slash",
    ),
    (
        "[1988,..1989]",
        6,
        "only the first element of a set may begin with .. and only the last may end with it",
    ),
    (
        "[1988..,1989]",
        5,
        "only the first element of a set may begin with .. and only the last may end with it",
    ),
    ("1988-07-28-01", 10, "“-” cannot stand here"),
    ("1988,1989", 4, "“,” cannot stand here"),
    ("+1988", 0, "“+” cannot stand here"),
    ("c. 1988", 0, "“c” cannot stand here"),
    ("1988~07", 5, "“0” cannot stand here"),
]


@pytest.mark.parametrize(("text", "column", "message"), REFUSED)
def test_a_refused_date_says_why_and_where(text: str, column: int, message: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse_edtf(text)
    assert (str(caught.value), caught.value.column) == (message, column)


def test_the_table_of_refusals_is_wide() -> None:
    assert len(REFUSED) >= 60
    codes = set()
    for text, _, _ in REFUSED:
        with pytest.raises(EdtfError) as caught:
            parse_edtf(text)
        codes.add(caught.value.code)
    assert set(CODES) - codes == {"typed", "typed-month", "zone-limit"} - codes


def test_the_english_catalogue_says_the_same_as_the_error() -> None:
    catalogue = load_catalogue("en")
    for text, _, message in REFUSED:
        with pytest.raises(EdtfError) as caught:
            parse_edtf(text)
        params = {name: str(value) for name, value in caught.value.params.items()}
        said = catalogue.say(f"date.problem.{caught.value.code}", **params)
        assert said.replace("\u2068", "").replace("\u2069", "") == message


@pytest.mark.parametrize("language", ["en", "fa"])
def test_every_refusal_has_words_in_both_languages(language: str) -> None:
    catalogue = load_catalogue(language)
    assert [code for code in CODES if not catalogue.has(f"date.problem.{code}")] == []
