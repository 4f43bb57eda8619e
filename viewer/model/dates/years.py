"""Years beyond four digits (`Y170000`, `Y-17E4`) and years known to some digits only (`1950S2`)."""

from viewer.base.instant import YEAR_LIMIT, Span
from viewer.model.dates.bounds import day_span
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.fuzzy import Precision
from viewer.model.dates.problems import EdtfError
from viewer.model.dates.scanner import Scanner

_DIGITS = "0123456789"
_MOST_EXPONENT_DIGITS = 2
_FINEST_LOST = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)


def read_long_year(scanner: Scanner) -> tuple[int, int]:
    """Read what follows Y; give the year and how many digits it has."""
    column = scanner.position
    sign = -1 if scanner.take("-") else 1
    digits = scanner.run(_DIGITS)
    if not digits:
        raise scanner.stray() if scanner.peek() else EdtfError("year-digits", scanner.position)
    exponent = _read_exponent(scanner)
    if len(digits) > len(str(YEAR_LIMIT)) or exponent > len(str(YEAR_LIMIT)):
        raise EdtfError("year-limit", column, found=scanner.text[column : scanner.position], limit=YEAR_LIMIT)
    if scanner.peek().islower():
        raise scanner.stray()
    year = sign * int(digits) * 10**exponent
    if len(str(abs(year))) <= 4 or digits.startswith("0"):
        raise EdtfError("year-short", column - 1, meant=f"{'-' * (year < 0)}{abs(year):04}")
    return year, len(str(abs(year)))


def _read_exponent(scanner: Scanner) -> int:
    """Read an optional E and its digits."""
    if not scanner.take("E"):
        return 0
    digits = scanner.run(_DIGITS)
    if not digits:
        raise EdtfError("year-digits", scanner.position)
    return int(digits[:4])


def significant_span(calendar: Calendar, year: int, digits: int | None) -> tuple[Span, Precision]:
    """Give the span of a year of which only the first digits are significant, or all if None."""
    lost = len(str(abs(year))) - digits if digits else 0
    unit = 10**lost
    nearest = abs(year) // unit * unit
    first, last = (nearest, nearest + unit - 1) if year >= 0 else (-(nearest + unit - 1), -nearest)
    precision = _FINEST_LOST[lost] if lost < len(_FINEST_LOST) else Precision.MILLENNIUM
    return day_span(calendar.to_days(first), calendar.to_days(last + 1)), precision
