"""Count per day which events and stories were opened: totals alone, in one small CSV file."""

import csv
import io
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from viewer.base.atomic import write_atomic

HEADER = ["day", "kind", "id", "opened"]
MOST_ROWS = 20_000
"""Rows that are kept; the oldest days go first."""
MOST_BYTES = 4 << 20
Row = tuple[str, str, str]


class DailyCounts:
    """Adds up in memory and writes now and then; a person leaves no trace but a number that grew by one."""

    def __init__(self, path: Path, today: Callable[[], date] = date.today) -> None:
        """Go on from the totals that the file holds, if it can be read."""
        self._path, self._today = path, today
        self._totals = _read(path)
        self._unwritten = False

    def opened(self, kind: str, name: str) -> None:
        """Count an `event` or a `story` that was opened."""
        self._totals[self._today().isoformat(), kind, name] += 1
        self._unwritten = True

    def write(self) -> None:
        """Write the totals if they changed; raises OSError, also where no trace is to be left."""
        if not self._unwritten:
            return
        self._totals = Counter(dict(sorted(self._totals.items())[-MOST_ROWS:]))
        write_atomic(self._path, _text(self._totals).encode())
        self._unwritten = False


def _read(path: Path) -> Counter[Row]:
    """Return the totals of a file; what cannot be understood is left out."""
    try:
        text = path.read_text(encoding="utf-8") if path.stat().st_size <= MOST_BYTES else ""
    except (OSError, UnicodeDecodeError):
        text = ""
    totals: Counter[Row] = Counter()
    for row in csv.reader(io.StringIO(text)):
        if len(row) == len(HEADER) and row[3].isascii() and row[3].isdigit():
            totals[row[0], row[1], row[2]] += int(row[3])
    return totals


def _text(totals: Counter[Row]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows([*row, number] for row, number in sorted(totals.items()))
    return file.getvalue()
