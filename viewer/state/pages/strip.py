"""Lay the events of a list on a small strip of time."""

from collections.abc import Iterator, Sequence

from viewer.base.instant import day_of_instant
from viewer.layout.number_line import Extent, axis_for
from viewer.state.pages.blocks import EventRow, EventStrip, StripMark
from viewer.state.pages.date_ticks import date_ticks
from viewer.state.pages.reader import Reader
from viewer.state.selectors import OPEN


def event_strip(reader: Reader, indexes: Sequence[int], rows: Sequence[EventRow]) -> Iterator[EventStrip]:
    """Give a strip of those events that are placed in time; none where fewer than two are."""
    placed = reader.edition.columns.placed
    pairs = [(i, row) for i, row in zip(indexes, rows, strict=True) if i < placed]
    marks = tuple(_mark(reader, index, row) for index, row in pairs)
    axis = axis_for((mark.extent for mark in marks), logarithmic=False)
    if axis and len(marks) > 1:
        yield EventStrip(marks, axis, date_ticks(reader, axis))


def _mark(reader: Reader, index: int, row: EventRow) -> StripMark:
    columns = reader.edition.columns
    start, end = int(columns.start_min[index]), int(columns.end_max[index])
    low = float(day_of_instant(start)) if abs(start) < OPEN else None
    high = float(day_of_instant(end - 1)) if abs(end) < OPEN else None
    label = f"{row.title.text}\u00a0· {row.date}"
    return StripMark(Extent(low, high), label, row.colour, row.target)
