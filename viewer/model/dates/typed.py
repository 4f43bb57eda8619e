"""Understand a date as a person types it to go there: 1988-07-28, 28 July 1988, 1367/5/6, ۶ مرداد ۱۳۶۷."""

import re
from typing import NamedTuple

from viewer.base.digits import ascii_digits
from viewer.base.instant import TIME_MAX, TIME_MIN, Instant
from viewer.model.dates.bounds import day_span
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.edtf import parse_edtf
from viewer.model.dates.names import LANGUAGES, month_names
from viewer.model.dates.problems import EdtfError

_SOLAR_HIJRI_YEARS = range(1200, 1700)
_LEAST_PREFIX = 3
_TELLING = frozenset({"day", "month", "never", "reversed"})
"""The refusals of EDTF that tell a person who typed something else what is wrong."""
_NUMERIC = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?")
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th|ام|م)(?![^\W\d_])")
_FILLERS = frozenset({"of", "the", "ماه", "سال"})
_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "\u200c": "", "’": "", "'": "", "-": ""})


class TypedDate(NamedTuple):
    """The span a typed date means, half-open, and the calendar it was typed in."""

    start: Instant
    end: Instant
    calendar: Calendar


def parse_typed_date(text: str) -> TypedDate:
    """Read a day, month or year as typed, or any EDTF date without open ends.

    A year from 1200 to 1699 without a month name is taken as Solar Hijri. Raises EdtfError where the text
    cannot be read.
    """
    plain = " ".join(ascii_digits(text).split())
    if not plain:
        raise EdtfError("empty", 0)
    if match := _NUMERIC.fullmatch(plain):
        year, *rest = (int(number) for number in match.groups() if number)
        calendar = Calendar.SOLAR_HIJRI if year in _SOLAR_HIJRI_YEARS else Calendar.GREGORIAN
        return _span(calendar, (year, *rest), plain)
    if re.search(r"[^\W\d_]{3}|مه|دی", plain.translate(_LETTERS)) and not plain.startswith("Y"):
        return _worded(plain)
    return _edtf(plain)


def _edtf(plain: str) -> TypedDate:
    try:
        date = parse_edtf(plain)
    except EdtfError as problem:
        if problem.code in _TELLING:
            raise
        raise EdtfError("typed", 0, found=plain) from problem
    start, end = date.possible_span
    if start == TIME_MIN or end == TIME_MAX or not date.is_placeable:
        raise EdtfError("typed", 0, found=plain)
    return TypedDate(start, end, Calendar.GREGORIAN)


def _worded(plain: str) -> TypedDate:
    """Read a month name with a year and perhaps a day, in any order."""
    words = re.findall(r"[0-9]+|[^\W\d_]+", _ORDINAL.sub("", plain.casefold()).translate(_LETTERS))
    numbers = [word for word in words if word.isdigit()]
    name = "".join(word for word in words if not word.isdigit() and word not in _FILLERS)
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) <= 2]
    if len(years) != 1 or len(days) > 1 or len(numbers) != 1 + len(days):
        raise EdtfError("typed", 0, found=plain)
    calendar, month = _month_named(name, plain)
    return _span(calendar, (int(years[0]), month, *map(int, days)), plain)


def _month_named(name: str, plain: str) -> tuple[Calendar, int]:
    """Find the month that has a name, or of which the name is a beginning of three letters or more."""
    partial = None
    for calendar in Calendar:
        for language in LANGUAGES:
            for number, full in enumerate(month_names(calendar, language), start=1):
                known = "".join(full.casefold().translate(_LETTERS).split())
                if known == name:
                    return calendar, number
                if len(name) >= _LEAST_PREFIX and known.startswith(name):
                    partial = partial or (calendar, number)
    if partial is None:
        raise EdtfError("typed-month", 0, found=plain)
    return partial


def _span(calendar: Calendar, parts: tuple[int, ...], plain: str) -> TypedDate:
    """Give the span of a year, month or day that exists."""
    if len(parts) == 1:
        first, after = calendar.to_days(parts[0]), calendar.to_days(parts[0] + 1)
        return TypedDate(*day_span(first, after), calendar)
    year, month = parts[:2]
    if not 1 <= month <= 12:
        raise EdtfError("month", _column(plain, month), found=month)
    if len(parts) == 2:
        return TypedDate(*day_span(calendar.to_days(year, month), calendar.next_month(year, month)), calendar)
    day, most = parts[2], calendar.days_in_month(year, month)
    if not 1 <= day <= most:
        raise EdtfError("day", _column(plain, day), found=day, most=most)
    number = calendar.to_days(year, month, day)
    return TypedDate(*day_span(number, number + 1), calendar)


def _column(plain: str, number: int) -> int:
    """Find where a number stands, for the message; the last place counts, because years come first."""
    places = [found.start() for found in re.finditer("[0-9]+", plain) if int(found[0]) == number]
    return places[-1]
