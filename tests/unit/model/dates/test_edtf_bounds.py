"""The four bounds of every kind of EDTF date."""

import pytest

from viewer.base.instant import DAY, HOUR, MINUTE, SECOND, TIME_MAX, TIME_MIN, Span
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.edtf import parse_edtf
from viewer.model.dates.fuzzy import FuzzyDate, Precision, Qualifier


def instant(text: str) -> int:
    """Give the first instant of a day such as 1988-07-28 or -44-03-15; .. and ... are the open sides."""
    if text in ("..", "..."):
        return TIME_MIN if text == ".." else TIME_MAX
    sign = -1 if text.startswith("-") else 1
    year, month, day = (int(part) for part in text.lstrip("-").split("-"))
    return Calendar.GREGORIAN.to_days(sign * year, month, day) * DAY


def bounds(date: FuzzyDate) -> tuple[int, int, int, int]:
    return date.start_min, date.start_max, date.end_min, date.end_max


SINGLE = [
    # text, first day, day after the last, precision
    ("1988", "1988-01-01", "1989-01-01", Precision.YEAR),
    ("1988-07", "1988-07-01", "1988-08-01", Precision.MONTH),
    ("1988-12", "1988-12-01", "1989-01-01", Precision.MONTH),
    ("1988-02-29", "1988-02-29", "1988-03-01", Precision.DAY),
    ("0000", "0-01-01", "1-01-01", Precision.YEAR),
    ("-0044-03-15", "-44-03-15", "-44-03-16", Precision.DAY),
    ("1988-07-28~", "1988-07-28", "1988-07-29", Precision.DAY),
    ("1988-07~", "1988-07-01", "1988-08-01", Precision.MONTH),
    ("1988?", "1988-01-01", "1989-01-01", Precision.YEAR),
    ("198X", "1980-01-01", "1990-01-01", Precision.DECADE),
    ("19XX", "1900-01-01", "2000-01-01", Precision.CENTURY),
    ("1XXX", "1000-01-01", "2000-01-01", Precision.MILLENNIUM),
    ("XXXX", "0-01-01", "10000-01-01", Precision.UNKNOWN),
    ("-005X", "-59-01-01", "-49-01-01", Precision.DECADE),
    ("-000X", "-9-01-01", "0-01-01", Precision.DECADE),
    ("1988-XX", "1988-01-01", "1989-01-01", Precision.YEAR),
    ("1988-XX-XX", "1988-01-01", "1989-01-01", Precision.YEAR),
    ("1988-07-XX", "1988-07-01", "1988-08-01", Precision.MONTH),
    ("1988-1X", "1988-10-01", "1989-01-01", Precision.YEAR),
    ("1988-X1", "1988-01-01", "1988-12-01", Precision.YEAR),
    ("1988-08-1X", "1988-08-10", "1988-08-20", Precision.MONTH),
    ("1988-02-2X", "1988-02-20", "1988-03-01", Precision.MONTH),
    ("1988-XX-31", "1988-01-31", "1989-01-01", Precision.YEAR),
    ("1988-XX-3X", "1988-01-30", "1989-01-01", Precision.YEAR),
    ("19XX-12-XX", "1900-12-01", "2000-01-01", Precision.CENTURY),
    ("19XX-02-29", "1904-02-29", "1996-03-01", Precision.CENTURY),
    ("156X-12-25", "1560-12-25", "1569-12-26", Precision.DECADE),
    ("1X88", "1088-01-01", "1989-01-01", Precision.MILLENNIUM),
    ("1988-21", "1988-01-01", "1989-01-01", Precision.SEASON),
    ("1988-25", "1988-03-01", "1988-07-01", Precision.SEASON),
    ("1988-28", "1987-12-01", "1989-04-01", Precision.SEASON),
    ("1988-31", "1988-03-01", "1988-07-01", Precision.SEASON),
    ("1988-34", "1988-04-01", "1988-07-01", Precision.SEASON),
    ("1988-36", "1988-10-01", "1989-01-01", Precision.SEASON),
    ("1988-38", "1988-05-01", "1988-09-01", Precision.SEASON),
    ("1988-41", "1988-07-01", "1989-01-01", Precision.SEASON),
    ("198X-33", "1980-01-01", "1989-04-01", Precision.DECADE),
    ("Y17000", "17000-01-01", "17001-01-01", Precision.YEAR),
    ("Y-17E4", "-170000-01-01", "-169999-01-01", Precision.YEAR),
    ("Y146E6", "146000000-01-01", "146000001-01-01", Precision.YEAR),
    ("1950S2", "1900-01-01", "2000-01-01", Precision.CENTURY),
    ("1954S3", "1950-01-01", "1960-01-01", Precision.DECADE),
    ("1954S4", "1954-01-01", "1955-01-01", Precision.YEAR),
    ("-1950S2", "-1999-01-01", "-1899-01-01", Precision.CENTURY),
    ("Y17101E1S3", "171000-01-01", "172000-01-01", Precision.MILLENNIUM),
]


@pytest.mark.parametrize(("text", "first", "after", "precision"), SINGLE)
def test_a_single_date(text: str, first: str, after: str, precision: Precision) -> None:
    date = parse_edtf(text)
    low, high = instant(first), instant(after)
    assert bounds(date) == (low, high, low, high)
    assert date.start_precision is date.end_precision is date.precision is precision
    assert date.certain_span is None
    assert date.possible_span == Span(low, high)
    assert not date.is_interval
    assert date.is_placeable == (text != "XXXX")


INTERVALS = [
    ("1988-07/1988-09", "1988-07-01", "1988-08-01", "1988-09-01", "1988-10-01"),
    ("1988-07-28/1988-07-28", "1988-07-28", "1988-07-29", "1988-07-28", "1988-07-29"),
    ("1988-07-27/1988-07-28", "1988-07-27", "1988-07-28", "1988-07-28", "1988-07-29"),
    ("1988-07/1988-07-15", "1988-07-01", "1988-07-16", "1988-07-15", "1988-07-16"),
    ("1988-07-15/1988-07", "1988-07-15", "1988-07-16", "1988-07-15", "1988-08-01"),
    ("1988~/1989?", "1988-01-01", "1989-01-01", "1989-01-01", "1990-01-01"),
    ("1988/..", "1988-01-01", "1989-01-01", "1988-01-01", "..."),
    ("1988/", "1988-01-01", "1989-01-01", "1988-01-01", "..."),
    ("../1988", "..", "1989-01-01", "1988-01-01", "1989-01-01"),
    ("/1988", "..", "1989-01-01", "1988-01-01", "1989-01-01"),
    ("../..", "..", "...", "..", "..."),
    ("198X/1988-08-1X", "1980-01-01", "1988-08-20", "1988-08-10", "1988-08-20"),
]


@pytest.mark.parametrize(("text", "a1", "a2", "b1", "b2"), INTERVALS)
def test_an_interval(text: str, a1: str, a2: str, b1: str, b2: str) -> None:
    date = parse_edtf(text)
    assert bounds(date) == (instant(a1), instant(a2), instant(b1), instant(b2))
    assert date.is_interval


def test_only_what_lies_between_both_ends_is_certain() -> None:
    assert parse_edtf("1988-07-27/1988-07-28").certain_span is None
    assert parse_edtf("1988-07/1988-07-15").certain_span is None
    assert parse_edtf("1988-07/1988-09").certain_span == Span(instant("1988-08-01"), instant("1988-09-01"))
    assert parse_edtf("1988/..").certain_span is None


def test_open_and_unknown_ends_are_told_apart() -> None:
    open_end, unknown_end = parse_edtf("1988/.."), parse_edtf("1988/")
    assert (open_end.open_end, open_end.unknown_end) == (True, False)
    assert (unknown_end.open_end, unknown_end.unknown_end) == (False, True)
    assert parse_edtf("../1988").open_start
    assert parse_edtf("/1988").unknown_start
    assert open_end.precision is Precision.YEAR
    assert open_end.end_precision is Precision.UNKNOWN


@pytest.mark.parametrize(
    ("text", "placeable"),
    [
        *[("../..", False), ("/..", False), ("XXXX/XXXX", False), ("XXXX-12-25", False), ("[XXXX]", False)],
        *[("XXXX/1988", True), ("1988/..", True), ("[XXXX,1988]", True), ("1XXX", True)],
    ],
)
def test_a_date_stands_on_the_axis_only_if_its_year_is_known_in_part(text: str, placeable: bool) -> None:
    assert parse_edtf(text).is_placeable is placeable


SETS = [
    # text, four bounds, parts
    ("[1988-07-28..1988-08-02]", ("1988-07-28", "1988-08-03", "1988-07-28", "1988-08-03"), 1),
    ("[1988-07-28,1988-08-02]", ("1988-07-28", "1988-08-03", "1988-07-28", "1988-08-03"), 2),
    ("[1988-07-28, 1988-07-29]", ("1988-07-28", "1988-07-30", "1988-07-28", "1988-07-30"), 2),
    ("[1988, 1988-07]", ("1988-01-01", "1989-01-01", "1988-01-01", "1989-01-01"), 1),
    ("[1988]", ("1988-01-01", "1989-01-01", "1988-01-01", "1989-01-01"), 1),
    ("[..1988-07-28]", ("..", "1988-07-29", "..", "1988-07-29"), 1),
    ("[1986,1988-08..]", ("1986-01-01", "...", "1986-01-01", "..."), 2),
    ("{1988-07-28,1988-08-02}", ("1988-07-28", "1988-08-03", "1988-07-28", "1988-08-03"), 2),
    ("{1988-07-28..1988-08-02}", ("1988-07-28", "1988-07-29", "1988-08-02", "1988-08-03"), 1),
    ("{1988-07,1988-08}", ("1988-07-01", "1988-08-01", "1988-08-01", "1988-09-01"), 2),
]


@pytest.mark.parametrize(("text", "expected", "parts"), SETS)
def test_a_set(text: str, expected: tuple[str, str, str, str], parts: int) -> None:
    date = parse_edtf(text)
    assert bounds(date) == tuple(instant(side) for side in expected)
    assert len(date.parts) == parts
    assert date.is_set
    assert date.all_of == text.startswith("{")


def test_the_days_between_the_members_of_a_set_are_never_certain() -> None:
    assert parse_edtf("{1988-07-28,1988-08-02}").certain_span is None
    assert parse_edtf("[1988-07-28..1988-08-02]").certain_span is None
    days = parse_edtf("{1988-07-28..1988-08-02}").certain_span
    assert days == Span(instant("1988-07-29"), instant("1988-08-02"))


def test_possibilities_stay_apart() -> None:
    first, second = parse_edtf("[1988-07-28,1988-08-02]").parts
    assert first == Span(instant("1988-07-28"), instant("1988-07-29"))
    assert second == Span(instant("1988-08-02"), instant("1988-08-03"))


NONE, ABOUT, UNSURE, BOTH = Qualifier.NONE, Qualifier.APPROXIMATE, Qualifier.UNCERTAIN, Qualifier.BOTH


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("1988-07-28~", ABOUT, ABOUT, ABOUT),
        ("1988-07~-28", ABOUT, ABOUT, NONE),
        ("1988?-07-28", UNSURE, NONE, NONE),
        ("?1988-07-28", UNSURE, NONE, NONE),
        ("1988-?07-28", NONE, UNSURE, NONE),
        ("1988-07-%28", NONE, NONE, BOTH),
        ("1988?-07-~28", UNSURE, NONE, ABOUT),
        ("?1988-07~-28", BOTH, ABOUT, NONE),
    ],
)
def test_a_qualifier_holds_for_its_components(
    text: str, year: Qualifier, month: Qualifier, day: Qualifier
) -> None:
    parts = parse_edtf(text).start
    assert parts is not None
    assert (parts.year_qualifier, parts.month_qualifier, parts.day_qualifier) == (year, month, day)
    assert parts.span == Span(instant("1988-07-28"), instant("1988-07-29"))


def test_qualifiers_are_known_for_each_end_and_for_the_whole() -> None:
    date = parse_edtf("1988~/1989?")
    assert (date.start_qualifier, date.end_qualifier) == (ABOUT, UNSURE)
    assert date.approximate
    assert date.uncertain
    assert parse_edtf("[1988,1989~]").approximate
    assert not parse_edtf("[1988,1989~]").uncertain


@pytest.mark.parametrize(
    ("text", "offset", "length"),
    [
        ("1988-07-28T10:00:00Z", 10 * HOUR, SECOND),
        ("1988-07-28T10:00:00+03:30", 6 * HOUR + 30 * MINUTE, SECOND),
        ("1988-07-28T01:00-05", 6 * HOUR, MINUTE),
        ("1988-07-28T01:00:07+03:30", -2 * HOUR - 30 * MINUTE + 7 * SECOND, SECOND),
        ("1988-07-28T10:00:00", 0, DAY),
        ("1988-07-28T10:00", 0, DAY),
    ],
)
def test_a_time_narrows_a_day_only_if_its_zone_is_known(text: str, offset: int, length: int) -> None:
    start = instant("1988-07-28") + offset
    date = parse_edtf(text)
    assert date.possible_span == Span(start, start + length)
    assert date.start is not None
    assert date.start.clock is not None
