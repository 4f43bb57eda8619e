"""Our reading of EDTF against the `edtf` package, with every known difference named."""

import contextlib
import io
from time import struct_time

import edtf
import pytest

from viewer.base.instant import DAY, TIME_MAX, TIME_MIN
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.edtf import EdtfError, parse_edtf

Side = tuple[int, int, int] | float
Spoken = tuple[Side, Side] | str

_AGREED = """
1988 1988-07 1988-07-28 0000 0400-02-29 -0044 -0044-03-15 1988? 1988-07~ 1988-07-28%
198X 19XX 1XXX XXXX 1988-XX 1988-XX-XX 1988-07-XX 19XX-12 19XX-12-XX 156X-12-25
XXXX-12-XX XXXX-12-25 XXXX-XX-XX 1988-33 1988-34 1988-35 1988-36 1988-37
1988-38 1988-39 1988-40 1988-41 1988/1989 1988-07/1988-09 1988-07-28/1988-07-28
1988-07/1988-07-15 1988~/1989? 1988-07-15/1988-07 1988/.. ../1988 ../..
[1988-07-28..1988-08-02] [1988,1990] {1988,1990} {1988-07..1988-09} [..1988-07-28]
[1988-08..] [1988-07,1988-08..] [1988-07-28,1988-08-02..1988-08-05]
Y17000 Y-17000 Y-17E4 Y17E4 1988-07-28T10:00:00Z 1988-07-28T10:00:00+03:30
1988-07-28T10:00:00 ?1988-07-28 1988-?07-28 1988-~07-?28 1988?-07-28 1988-07~-28
1988-07-~28/1988-08-~02 1988-02-30 1988-13 1988-7 1988-? 19880728 1988-00
1988-07-00 unknown open 1988/open 1988- 1988-07-28-29 12345 +1988 1988-42 1988-19
.. / -0000 2000-02-29 1988-06-31 1988/XXXX
"""
AGREED = _AGREED.split()

DIFFERENT: dict[str, tuple[Spoken, Spoken, str]] = {
    # text: (ours, theirs, why ours)
    "1988-1X": (((1988, 10, 1), (1988, 12, 31)), "refused", "one digit of a month may be unknown"),
    "1988-08-1X": (((1988, 8, 10), (1988, 8, 19)), "ValueError", "the package fails on its own date"),
    "1988-XX-1X": (((1988, 1, 10), (1988, 12, 19)), "ValueError", "as above"),
    "1988-07-28/1988-07-2X": (((1988, 7, 28), (1988, 7, 29)), "ValueError", "as above"),
    "198X-02-29": (((1980, 2, 29), (1988, 2, 29)), ((1980, 2, 29), (1989, 2, 29)), "1989 is no leap year"),
    "19X1-02-29": ("refused", ((1901, 2, 29), (1991, 2, 29)), "no such day exists"),
    "1900-02-29": ("refused", ((1900, 2, 29), (1900, 2, 29)), "1900 is no leap year"),
    "1988-07-28/1988-07-01": ("refused", ((1988, 7, 28), (1988, 7, 1)), "reversed"),
    "1988/": (((1988, 1, 1), TIME_MAX), ((1988, 1, 1), (1998, 1, 1)), "an unknown end is not ten years off"),
    "/1988": ((TIME_MIN, (1988, 12, 31)), ((1978, 12, 31), (1988, 12, 31)), "as above"),
    "1988-21": (((1988, 1, 1), (1988, 12, 31)), ((1988, 3, 1), (1988, 5, 31)), "no hemisphere is stated"),
    "1988-22": (((1988, 1, 1), (1988, 12, 31)), ((1988, 6, 1), (1988, 8, 31)), "as above"),
    "1988-23": (((1988, 1, 1), (1988, 12, 31)), ((1988, 9, 1), (1988, 11, 30)), "as above"),
    "1988-24": (((1988, 1, 1), (1988, 12, 31)), ((1988, 12, 1), (1988, 12, 31)), "winter is not December"),
    "1988-25": (((1988, 3, 1), (1988, 6, 30)), ((1988, 3, 1), (1988, 5, 31)), "spring may be astronomical"),
    "1988-27": (((1988, 9, 1), (1988, 12, 31)), ((1988, 9, 1), (1988, 11, 30)), "as above"),
    "198X-21": (((1980, 1, 1), (1989, 12, 31)), "refused", "a season of an unknown year"),
    "1988-21?": (((1988, 1, 1), (1988, 12, 31)), "refused", "a season may be uncertain"),
    "Y170000002": ("refused", ((170000002, 1, 1), (170000002, 12, 31)), "beyond what can be placed"),
    "1950S2": (((1900, 1, 1), (1999, 12, 31)), ((1950, 1, 1), (1950, 12, 31)), "two digits are significant"),
    "1988-07-28T10:00": (((1988, 7, 28), (1988, 7, 28)), "refused", "seconds must not be invented"),
    "1988-07-28T24:00:00": ("refused", ((1988, 7, 28), (1988, 7, 28)), "that is the next day"),
    "[1988]": (((1988, 1, 1), (1988, 12, 31)), "refused", "a set of one is a set"),
}


def ours(text: str) -> Spoken:
    try:
        span = parse_edtf(text).possible_span
    except EdtfError:
        return "refused"
    first = Calendar.GREGORIAN.from_days(span.start // DAY) if span.start > TIME_MIN else span.start
    last = Calendar.GREGORIAN.from_days((span.end - 1) // DAY) if span.end < TIME_MAX else span.end
    return first, last


def side(value: struct_time | float) -> Side:
    if isinstance(value, struct_time):
        return value[0], value[1], value[2]
    return TIME_MIN if value < 0 else TIME_MAX


def theirs(text: str) -> Spoken:
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            date = edtf.parse_edtf(text)
        except (edtf.EDTFParseException, AttributeError):
            return "refused"
    try:
        return side(date.lower_strict()), side(date.upper_strict())
    except ValueError:
        return "ValueError"


@pytest.mark.parametrize("text", AGREED)
def test_we_agree(text: str) -> None:
    assert ours(text) == theirs(text)


@pytest.mark.parametrize("text", DIFFERENT)
def test_we_differ_as_known(text: str) -> None:
    mine, other, why = DIFFERENT[text]
    assert why
    assert (ours(text), theirs(text)) == (mine, other)
