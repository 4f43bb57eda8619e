"""Read the sets of EDTF: `[…]` one of several dates, `{…}` all of them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from viewer.base.instant import TIME_MAX, TIME_MIN, Span
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.fuzzy import EndKind, FuzzyDate
from viewer.model.dates.point import read_point
from viewer.model.dates.problems import EdtfError
from viewer.model.dates.scanner import Scanner

_CLOSING = {"[": "]", "{": "}"}


def read_set(text: str, calendar: Calendar) -> FuzzyDate:
    """Read a set that begins the text; raise EdtfError with the column if it is none."""
    _check_brackets(text)
    elements = list(_elements(text))
    members = tuple(
        _read_member(text, begin, end, calendar, (number == 0, number == len(elements) - 1))
        for number, (begin, end) in enumerate(elements)
    )
    all_of = text[0] == "{"
    parts = _joined(members)
    return _with_bounds(text, members, parts, all_of=all_of)


def _check_brackets(text: str) -> None:
    meant = _CLOSING[text[0]]
    nested = re.search(r"[\[{]", text[1:])
    if nested:
        raise EdtfError("set-nested", nested.start() + 1)
    slash = text.find("/")
    if slash >= 0:
        raise EdtfError("set-interval", slash)
    closing = re.search(r"[\]}]", text)
    if closing is None or closing[0] != meant:
        raise EdtfError("set-open", closing.start() if closing else len(text), meant=meant)
    if closing.end() < len(text):
        raise EdtfError("character", closing.end(), found=text[closing.end()])
    if not text[1:-1].strip():
        raise EdtfError("set-empty", 1)


def _elements(text: str) -> Iterator[tuple[int, int]]:
    """Give the columns of each element; a blank may follow a comma."""
    begin = 1
    for comma in [*(found.start() for found in re.finditer(",", text)), len(text) - 1]:
        while begin < comma and begin > 1 and text[begin] == " ":
            begin += 1
        if begin == comma:
            raise EdtfError("set-element", comma)
        yield begin, comma
        begin = comma + 1


def _read_member(text: str, begin: int, end: int, calendar: Calendar, place: tuple[bool, bool]) -> FuzzyDate:
    """Read a date or a run `a..b`; a run may be open only at the outer side of the set."""
    is_first, is_last = place
    dots = text.find("..", begin, end)
    if dots < 0:
        parts = read_point(Scanner(text, begin, end), calendar)
        low, high = parts.span
        return FuzzyDate(text[begin:end], low, high, low, high, parts, parts)
    if end - begin == 2:
        raise EdtfError("open-alone", begin)
    if dots == begin and not is_first:
        raise EdtfError("set-open-end", begin)
    if dots + 2 == end and not is_last:
        raise EdtfError("set-open-end", dots)
    start = read_point(Scanner(text, begin, dots), calendar) if dots > begin else None
    last = read_point(Scanner(text, dots + 2, end), calendar) if dots + 2 < end else None
    start_min, start_max = start.span if start else Span(TIME_MIN, TIME_MAX)
    end_min, end_max = last.span if last else Span(TIME_MIN, TIME_MAX)
    if end_max <= start_min:
        raise EdtfError("reversed", dots + 2)
    return FuzzyDate(
        text[begin:end],
        start_min,
        min(start_max, end_max),
        max(end_min, start_min),
        end_max,
        start,
        last,
        EndKind.STATED if start else EndKind.OPEN,
        EndKind.STATED if last else EndKind.OPEN,
        is_interval=True,
    )


def _joined(members: tuple[FuzzyDate, ...]) -> tuple[Span, ...]:
    """Give the possible spans in order of time, with overlapping ones made one."""
    spans: list[Span] = []
    for span in sorted(member.possible_span for member in members):
        if spans and span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, span.end))
        else:
            spans.append(span)
    return tuple(spans)


def _with_bounds(
    text: str, members: tuple[FuzzyDate, ...], parts: tuple[Span, ...], *, all_of: bool
) -> FuzzyDate:
    """Find the hull of a set.

    One of several dates starts and ends anywhere among them, so nothing is certain. All of several dates
    begin with the first and end with the last; but if a gap lies between them the gap is not covered, and
    so the bounds are kept as wide as those of a choice.
    """
    gapless = all(first.end >= following.start for first, following in pairwise(parts))
    tight = all_of and gapless
    start_max = min(m.start_max for m in members) if tight else max(m.possible_span.end for m in members)
    end_min = max(m.end_min for m in members) if tight else min(m.start_min for m in members)
    return FuzzyDate(
        text,
        min(m.start_min for m in members),
        start_max,
        end_min,
        max(m.end_max for m in members),
        start_kind=members[0].start_kind,
        end_kind=members[-1].end_kind,
        members=members,
        parts=parts,
        all_of=all_of,
    )
