"""Read a date of the Extended Date/Time Format (EDTF, ISO 8601-2:2019) into its four bounds.

Levels 0 and 1, and of level 2: sets, unknown digits anywhere, qualifiers of single components, long years
with exponents and significant digits, and sub-year groups. A day is placed as the UTC day of its number,
whatever zone its source lived in; sources give days, not instants.
"""

import re

from viewer.base.instant import DAY, TIME_MAX, TIME_MIN, Span
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.fuzzy import DateParts, EndKind, FuzzyDate, Precision, Qualifier
from viewer.model.dates.gregorian import days_from_civil, days_in_month
from viewer.model.dates.point import read_point
from viewer.model.dates.problems import EdtfError
from viewer.model.dates.scanner import QUALIFIERS, Scanner
from viewer.model.dates.sets import read_set

__all__ = ["EdtfError", "FuzzyDate", "Precision", "Qualifier", "Span", "parse_edtf"]

_PLAIN = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-2][0-9]|3[01]))?)?([?~%])?")


def parse_edtf(text: str, calendar: Calendar = Calendar.GREGORIAN) -> FuzzyDate:
    """Read an EDTF text whose components count in a calendar; raise EdtfError with its column if refused."""
    if calendar is Calendar.GREGORIAN and (parts := _plain_parts(text, 0, len(text))):
        return single(text, parts)
    _refuse_blanks(text)
    if text[0] in "[{":
        return read_set(text, calendar)
    if "/" in text:
        return _read_interval(text, calendar)
    if text == "..":
        raise EdtfError("open-alone", 0)
    if closing := re.search(r"[\]}]", text):
        raise EdtfError("set-close", closing.start())
    return single(text, read_point(Scanner(text, 0, len(text)), calendar))


def _plain_parts(text: str, begin: int, end: int) -> DateParts | None:
    """Make the parts of YYYY, YYYY-MM or YYYY-MM-DD, perhaps qualified; None if it is none of these."""
    match = _PLAIN.fullmatch(text, begin, end)
    if match is None:
        return None
    year, mark = int(match[1]), QUALIFIERS[match[4]] if match[4] else Qualifier.NONE
    if match[2] is None:
        span = Span(days_from_civil(year, 1, 1) * DAY, days_from_civil(year + 1, 1, 1) * DAY)
        return DateParts(span, Precision.YEAR, Calendar.GREGORIAN, year, year_qualifier=mark)
    month = int(match[2])
    first, length = days_from_civil(year, month, 1), days_in_month(year, month)
    if match[3] is None:
        span = Span(first * DAY, (first + length) * DAY)
        return DateParts(
            span, Precision.MONTH, Calendar.GREGORIAN, year, month, year_qualifier=mark, month_qualifier=mark
        )
    day = int(match[3])
    if not 1 <= day <= length:
        return None
    span = Span((first + day - 1) * DAY, (first + day) * DAY)
    return DateParts(
        span,
        Precision.DAY,
        Calendar.GREGORIAN,
        year,
        month,
        day,
        year_qualifier=mark,
        month_qualifier=mark,
        day_qualifier=mark,
    )


def single(text: str, parts: DateParts) -> FuzzyDate:
    """Make the date that one stated date means."""
    first, after = parts.span
    return FuzzyDate(text, first, after, first, after, parts, parts)


def _refuse_blanks(text: str) -> None:
    """Refuse an empty text, and blanks outside a set."""
    if not text or text.isspace():
        raise EdtfError("empty", 0)
    blank = re.search(r"^\s|\s$", text) if text[0] in "[{" else re.search(r"\s", text)
    if blank and not re.match(r"[A-Za-z]", text):
        raise EdtfError("space", blank.start())


def _read_interval(text: str, calendar: Calendar) -> FuzzyDate:
    slash = text.index("/")
    if "/" in text[slash + 1 :]:
        raise EdtfError("slashes", text.index("/", slash + 1))
    if text == "/":
        raise EdtfError("no-ends", 0)
    start, start_kind = _read_end(text, 0, slash, calendar)
    end, end_kind = _read_end(text, slash + 1, len(text), calendar)
    start_min, start_max = start.span if start else Span(TIME_MIN, TIME_MAX)
    end_min, end_max = end.span if end else Span(TIME_MIN, TIME_MAX)
    if end_max <= start_min:
        raise EdtfError("reversed", slash + 1)
    if start is None:
        start_max = end_max
    if end is None:
        end_min = start_min
    return FuzzyDate(
        text,
        start_min,
        min(start_max, end_max),
        max(end_min, start_min),
        end_max,
        start,
        end,
        start_kind,
        end_kind,
        is_interval=True,
    )


def _read_end(text: str, begin: int, end: int, calendar: Calendar) -> tuple[DateParts | None, EndKind]:
    """Read one side of an interval."""
    if begin == end:
        return None, EndKind.UNKNOWN
    if text[begin:end] == "..":
        return None, EndKind.OPEN
    if text[begin] in "[{":
        raise EdtfError("character", begin, found=text[begin])
    plain = _plain_parts(text, begin, end) if calendar is Calendar.GREGORIAN else None
    return plain or read_point(Scanner(text, begin, end), calendar), EndKind.STATED
