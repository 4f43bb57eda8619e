"""Read one date of EDTF (not an interval or a set) into its parts."""

from typing import NamedTuple

from viewer.base.instant import YEAR_LIMIT, Span
from viewer.model.dates.bounds import pattern_precision, pattern_span, season_span, year_numbers
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.clock import read_clock
from viewer.model.dates.fuzzy import DateParts, Precision, Qualifier
from viewer.model.dates.problems import EdtfError
from viewer.model.dates.scanner import Scanner
from viewer.model.dates.years import read_long_year, significant_span

_DIGITS = "0123456789"
_PATTERN = _DIGITS + "X"
_YEAR_DIGITS = 4
_COMPACT = (6, 8)
_FIRST_SEASON, _LAST_SEASON = 21, 41


class _Component(NamedTuple):
    """A year, month or day as written, with its column and the qualifiers on its left and right."""

    pattern: str
    column: int
    left: Qualifier
    right: Qualifier


_ABSENT = _Component("", 0, Qualifier.NONE, Qualifier.NONE)


def read_point(scanner: Scanner, calendar: Calendar) -> DateParts:
    """Read a date up to the end of the scanner; raise EdtfError with the column if it is none."""
    if scanner.position == scanner.end:
        raise EdtfError("empty", scanner.position)
    left = scanner.qualifier()
    column = scanner.position
    if scanner.take("Y"):
        year, significant = read_long_year(scanner)
        return _year_alone(scanner, calendar, (year, significant, column), left)
    pattern = _read_year(scanner)
    if scanner.peek() == "S":
        return _year_alone(scanner, calendar, (_whole_year(scanner, pattern), None, column), left)
    parts = [_Component(pattern, column, left, scanner.qualifier())]
    for code in ("month-digits", "day-digits"):
        if not scanner.take("-"):
            break
        parts.append(_read_pair(scanner, code))
    year_part, month, day = (*parts, _ABSENT, _ABSENT)[:3]
    return _with_clock(scanner, _assemble(calendar, year_part, month, day))


def _read_year(scanner: Scanner) -> str:
    """Read a minus sign and four digits or X."""
    column = scanner.position
    sign = "-" if scanner.take("-") else ""
    digits = scanner.run(_PATTERN)
    if not digits:
        raise scanner.stray() if scanner.peek() else EdtfError("year", column, found=sign, count=0)
    if len(digits) < _YEAR_DIGITS and (scanner.peek() == "*" or scanner.peek().isalnum()):
        raise scanner.stray()
    if len(digits) < _YEAR_DIGITS:
        raise EdtfError("year", column, found=digits, count=len(digits))
    if len(digits) in _COMPACT and not sign:
        raise EdtfError("compact", column)
    if len(digits) > _YEAR_DIGITS:
        raise EdtfError("year-long", column, found=sign + digits)
    if sign and digits == "0000":
        raise EdtfError("year-zero", column)
    return sign + digits


def _whole_year(scanner: Scanner, pattern: str) -> int:
    if "X" in pattern:
        raise EdtfError("character", scanner.position, found="S")
    return int(pattern)


def _read_pair(scanner: Scanner, code: str) -> _Component:
    """Read a month or a day: two digits or X, with qualifiers on either side."""
    begin = scanner.position
    left = scanner.qualifier()
    column = scanner.position
    pattern = scanner.run(_PATTERN)
    if len(pattern) == 2:
        return _Component(pattern, column, left, scanner.qualifier())
    if not pattern and scanner.peek() and scanner.peek() not in "-T":
        raise scanner.stray()
    raise EdtfError(code, column if pattern else begin)


def _year_alone(
    scanner: Scanner, calendar: Calendar, stated: tuple[int, int | None, int], left: Qualifier
) -> DateParts:
    """Finish a year written with Y or S: optional significant digits, a qualifier, and nothing else."""
    year, most_significant, column = stated
    digits = None
    if scanner.take("S"):
        at = scanner.position
        digits = scanner.run(_DIGITS)
        most = most_significant or len(str(abs(year)))
        if not digits or not 1 <= int(digits) <= most:
            raise EdtfError("year-significant", at, most=most)
    right = scanner.qualifier()
    if scanner.peek() == "-":
        raise EdtfError("year-only", scanner.position)
    scanner.expect_end()
    if abs(year) > YEAR_LIMIT:
        raise EdtfError("year-limit", column, found=year, limit=YEAR_LIMIT)
    span, precision = significant_span(calendar, year, int(digits) if digits else None)
    return DateParts(span, precision, calendar, year, vague=digits is not None, year_qualifier=left | right)


def _assemble(calendar: Calendar, year: _Component, month: _Component, day: _Component) -> DateParts:
    """Check the components against the calendar and find their span."""
    marks = (
        year.left | year.right | month.right | day.right,
        month.left | month.right | day.right,
        day.left | day.right,
    )
    if month.pattern.isdigit() and _FIRST_SEASON <= int(month.pattern) <= _LAST_SEASON:
        return _season(calendar, year, month, day, marks)
    if month.pattern.isdigit() and not 1 <= int(month.pattern) <= 12:
        raise EdtfError("month", month.column, found=month.pattern)
    span = pattern_span(calendar, year.pattern, month.pattern, day.pattern)
    if span is None:
        raise _no_such_day(calendar, year, month, day)
    return DateParts(
        span,
        pattern_precision(year.pattern, month.pattern, day.pattern),
        calendar,
        _number(year.pattern),
        _number(month.pattern),
        _number(day.pattern),
        vague="X" in year.pattern + month.pattern + day.pattern,
        year_qualifier=marks[0],
        month_qualifier=marks[1] if month.pattern else Qualifier.NONE,
        day_qualifier=marks[2] if day.pattern else Qualifier.NONE,
    )


def _season(
    calendar: Calendar,
    year: _Component,
    month: _Component,
    day: _Component,
    marks: tuple[Qualifier, Qualifier, Qualifier],
) -> DateParts:
    """Make a season, quarter, four-month term or half-year."""
    if day.pattern:
        raise EdtfError("day-of-season", day.column)
    code, number = int(month.pattern), _number(year.pattern)
    if number is not None:
        span = season_span(calendar, number, code)
        precision = Precision.SEASON
    else:
        span = _season_of_unknown_year(calendar, year.pattern, code)
        precision = pattern_precision(year.pattern, "", "")
    return DateParts(
        span,
        precision,
        calendar,
        number,
        season=code,
        vague=number is None,
        year_qualifier=marks[0],
        month_qualifier=marks[1],
    )


def _season_of_unknown_year(calendar: Calendar, pattern: str, code: int) -> Span:
    years = list(year_numbers(pattern))
    return Span(season_span(calendar, years[0], code).start, season_span(calendar, years[-1], code).end)


def _number(pattern: str) -> int | None:
    return int(pattern) if pattern and "X" not in pattern else None


def _no_such_day(calendar: Calendar, year: _Component, month: _Component, day: _Component) -> EdtfError:
    """Say why no real date fits: the day does not exist, or the unknown digits leave none."""
    if "X" in year.pattern + month.pattern + day.pattern:
        return EdtfError("never", day.column if day.pattern else month.column)
    most = calendar.days_in_month(int(year.pattern), int(month.pattern))
    return EdtfError("day", day.column, found=day.pattern, most=most)


def _with_clock(scanner: Scanner, date: DateParts) -> DateParts:
    """Add a time of day if one follows."""
    if scanner.peek() == "T":
        return read_clock(scanner, date)
    scanner.expect_end()
    return date
