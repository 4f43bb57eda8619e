"""Read the time of day that may follow a full date."""

from dataclasses import replace

from viewer.base.instant import HOUR, MINUTE, SECOND, Span
from viewer.model.dates.fuzzy import Clock, DateParts, Precision
from viewer.model.dates.problems import EdtfError
from viewer.model.dates.scanner import Scanner

_DIGITS = "0123456789"
_MOST_ZONE = 14 * 60


def read_clock(scanner: Scanner, date: DateParts) -> DateParts:
    """Read `Thh:mm[:ss]` with an optional zone, and narrow the date to it.

    A time with a zone is an instant and narrows the span to its second or minute. A local time, without a
    zone, cannot be placed finer than its day: it is kept for wording, and the span stays the whole day. Hours
    and minutes without seconds are taken as ISO 8601-1 allows, because a source that gives no seconds must
    not be made more precise.
    """
    if date.day is None or date.vague or date.qualifier:
        raise EdtfError("time-of-day", scanner.position)
    scanner.take("T")
    hour = _two_digits(scanner, 23, "hour")
    if not scanner.take(":"):
        raise EdtfError("time", scanner.position)
    minute = _two_digits(scanner, 59, "minute")
    second = _two_digits(scanner, 59, "second") if scanner.take(":") else None
    zone = _read_zone(scanner)
    scanner.expect_end()
    return _narrowed(date, Clock(hour, minute, second, zone))


def _two_digits(scanner: Scanner, most: int, code: str) -> int:
    column = scanner.position
    digits = scanner.run(_DIGITS)
    if len(digits) != 2:
        raise EdtfError("time", column)
    if int(digits) > most:
        raise EdtfError(code, column, found=digits)
    return int(digits)


def _read_zone(scanner: Scanner) -> int | None:
    """Read Z, ±hh or ±hh:mm into minutes east of UTC; None if nothing follows."""
    column = scanner.position
    if scanner.take("Z"):
        return 0
    sign = scanner.run("+-")
    if not sign:
        return None
    hours = scanner.run(_DIGITS)
    minutes = scanner.run(_DIGITS) if scanner.take(":") else "00"
    if len(sign) != 1 or len(hours) != 2 or len(minutes) != 2:
        raise EdtfError("zone", column)
    total = int(hours) * 60 + int(minutes)
    if total > _MOST_ZONE or int(minutes) > 59:
        raise EdtfError("zone-limit", column, found=scanner.text[column : scanner.position])
    return -total if sign == "-" else total


def _narrowed(date: DateParts, clock: Clock) -> DateParts:
    if clock.zone is None:
        return replace(date, clock=clock)
    begin = date.span.start + clock.hour * HOUR + (clock.minute - clock.zone) * MINUTE
    if clock.second is None:
        return replace(date, clock=clock, precision=Precision.MINUTE, span=Span(begin, begin + MINUTE))
    begin += clock.second * SECOND
    return replace(date, clock=clock, precision=Precision.SECOND, span=Span(begin, begin + SECOND))
