"""Turn the dates of many lines into columns at once: plain ISO dates as arrays, the others one by one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from viewer.loading.importing.fields import Fields
from viewer.model.column_building import NOWHERE, date_flags
from viewer.model.columns import Flag
from viewer.model.dates.batch import parse_iso_batch
from viewer.model.dates.edtf import EdtfError, parse_edtf

_PLAIN = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?Z)?)?)?"
_is_plain = re.compile(_PLAIN).fullmatch

Bounds = NDArray[np.int64]
"""Shape (n, 4): start_min, start_max, end_min, end_max."""


@dataclass(slots=True)
class DateBlock:
    """The dates of a block of lines."""

    bounds: Bounds
    flags: NDArray[np.uint16]
    placed: NDArray[np.bool_]
    parts: list[tuple[int, int, int]] = field(default_factory=list)
    """(row, start, end) of the possibilities of sets."""
    refused: dict[int, EdtfError] = field(default_factory=dict)
    """Why the dates of some rows cannot be read."""

    def shifted(self, first: int) -> "DateBlock":
        """Return the block with its possibilities counted from row `first` on."""
        return replace(self, parts=[(first + row, start, end) for row, start, end in self.parts])


NO_DATES = DateBlock(np.empty((0, 4), np.int64), np.empty(0, np.uint16), np.empty(0, np.bool_))


def edtf_of(fields: Fields) -> str:
    """Return the date of a line as one EDTF text; empty when it has none."""
    return f"{fields.start}/{fields.end}" if fields.end else fields.start


def read_dates(block: Sequence[Fields]) -> DateBlock:
    """Read the dates of a block of lines."""
    total = len(block)
    dates = DateBlock(
        bounds=np.tile(np.array(NOWHERE, np.int64), (total, 1)),
        flags=np.zeros(total, np.uint16),
        placed=np.zeros(total, np.bool_),
    )
    plain = [row for row, fields in enumerate(block) if _is_quick(fields)]
    read = set(_read_plain(block, plain, dates)) if plain else set()
    for row, fields in enumerate(block):
        if row not in read and (text := edtf_of(fields)):
            _read_singly(row, text, dates)
    return dates


def _is_quick(fields: Fields) -> bool:
    return bool(_is_plain(fields.start) and (not fields.end or _is_plain(fields.end)))


def _read_plain(block: Sequence[Fields], rows: list[int], dates: DateBlock) -> Iterator[int]:
    """Read rows that look plain, and give those that turned out to be sound."""
    start, start_after, valid = parse_iso_batch([block[row].start for row in rows])
    end, end_after, end_valid = parse_iso_batch([block[row].end or block[row].start for row in rows])
    interval = np.fromiter((bool(block[row].end) for row in rows), np.bool_, len(rows))
    good = valid & end_valid & (~interval | (end_after > start))
    start_max = np.where(interval, np.minimum(start_after, end_after), start_after)
    end_min = np.where(interval, np.maximum(end, start), end)
    where = np.array(rows)[good]
    dates.bounds[where] = np.stack([start, start_max, end_min, end_after], axis=1)[good]
    dates.flags[where] = np.where(interval, int(Flag.INTERVAL), 0)[good]
    dates.placed[where] = True
    return iter(where.tolist())


def _read_singly(row: int, text: str, dates: DateBlock) -> None:
    """Read one date as EDTF with all that it admits."""
    try:
        date = parse_edtf(text)
    except EdtfError as error:
        dates.refused[row] = error
        return
    dates.bounds[row] = date.start_min, date.start_max, date.end_min, date.end_max
    dates.flags[row] = int(date_flags(date))
    dates.placed[row] = date.is_placeable
    if date.is_placeable:
        dates.parts.extend((row, part.start, part.end) for part in date.parts)
