"""Broken collections, each written out beside what a curator is told about it.

A file of cases holds `=== name`, then the files that replace or join those of the sample as `--- file` with
their content (or `--- file (absent)`), then `>>>` and every line that must be reported.
"""

from pathlib import Path
from typing import NamedTuple

from tests.helpers.collections import EVENTS, HEAD, SOURCES, write_files

_SAMPLE = {"collection.yaml": HEAD, "sources.yaml": SOURCES, "events.yaml": EVENTS}

_ABSENT = " (absent)"


class Case(NamedTuple):
    """One broken collection."""

    name: str
    files: dict[str, str]
    absent: tuple[str, ...]
    lines: list[str]

    def write(self, folder: Path) -> Path:
        """Write the collection into a folder."""
        files = {name: text for name, text in {**_SAMPLE, **self.files}.items() if name not in self.absent}
        return write_files(folder, files)


def read_cases(path: Path) -> list[Case]:
    """Return the cases of a file."""
    return [_case(part) for part in path.read_text(encoding="utf-8").split("\n=== ")[1:]]


def _case(part: str) -> Case:
    before, _, told = part.partition("\n>>>\n")
    name, *pieces = before.split("\n--- ")
    files = {file: text for file, _, text in (piece.partition("\n") for piece in pieces)}
    absent = tuple(file.removesuffix(_ABSENT) for file in files if file.endswith(_ABSENT))
    whole = {file: text + "\n" for file, text in files.items() if not file.endswith(_ABSENT)}
    return Case(name, whole, absent, told.strip().splitlines())
