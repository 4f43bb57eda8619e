"""Read JSON Lines one after the other; a bad line is told by its number and the good ones are kept."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple

from viewer.base.progress import Work
from viewer.loading.importing.fields import Fields, LineError, read_fields
from viewer.model.problem import Problem

_LONGEST_LINE = 4 << 20
_MARK = b"\xef\xbb\xbf"
_TELL_EVERY = 20_000
_MOST_TOLD = 1_000
_MB = 20
"""Bits to shift bytes to megabytes."""
_decode = json.JSONDecoder().decode


class Line(NamedTuple):
    """A good line."""

    number: int
    raw: bytes
    fields: Fields


@dataclass(slots=True)
class Tally:
    """What has been read and what was left out."""

    file: str
    """Name of the file, for the problems."""
    read: int = 0
    kept: int = 0
    problems: list[Problem] = field(default_factory=list)
    """One for each of the first thousand lines that were left out."""
    unknown: dict[str, int] = field(default_factory=dict)
    """Fields that mean nothing here, with the number of lines that have them."""

    def refuse(self, number: int, raw: bytes, error: LineError) -> None:
        """Note why a line is left out; the column is that of the field unless the error knows better."""
        if len(self.problems) < _MOST_TOLD:
            column = error.column or max(1, _column(raw, error.field))
            self.problems.append(Problem(self.file, number, column, error.code, params=error.params))

    @property
    def left_out(self) -> int:
        """Number of lines that were left out."""
        return self.read - self.kept


def _column(raw: bytes, name: str) -> int:
    """Return the column of a field's name in a line, 0 when it is not there."""
    text = raw.decode("utf-8", "replace")
    return text.find(f'"{name}"') + 1 if name else 0


def read_lines(path: Path, tally: Tally, work: Work, step: str) -> Iterator[Line]:
    """Give the good lines of a file and tell `tally` of the others; raise OSError or CancelledError."""
    size = path.stat().st_size
    done = 0
    with path.open("rb") as file:
        for number, raw in enumerate(_raw_lines(file), 1):
            if number % _TELL_EVERY == 1:
                work.report(step, done >> _MB, size >> _MB)
            done += len(raw)
            if raw.isspace():
                continue
            tally.read += 1
            try:
                fields = _fields(raw.removeprefix(_MARK) if number == 1 else raw)
            except LineError as error:
                tally.refuse(number, raw, error)
                continue
            for name in fields.unknown:
                tally.unknown[name] = tally.unknown.get(name, 0) + 1
            yield Line(number, raw, fields)
    work.report(step, size >> _MB, size >> _MB)


def _raw_lines(file: BinaryIO) -> Iterator[bytes]:
    """Give the lines of a file; of one beyond all need only as much as shows that it is."""
    while raw := file.readline(_LONGEST_LINE + 1):
        yield raw
        while len(raw) > _LONGEST_LINE and not raw.endswith(b"\n"):
            raw = file.readline(_LONGEST_LINE + 1)


def _fields(raw: bytes) -> Fields:
    if len(raw) > _LONGEST_LINE:
        raise LineError("line-too-long")
    try:
        value = _decode(raw.decode().rstrip())
    except json.JSONDecodeError as error:
        raise LineError("line-no-json", column=error.colno) from None
    except UnicodeDecodeError as error:
        raise LineError("line-no-utf8", column=error.start + 1) from None
    except (ValueError, RecursionError):
        raise LineError("line-no-json") from None
    return read_fields(value)
