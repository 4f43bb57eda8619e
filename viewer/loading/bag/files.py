"""Reach the files of a bag alike, whether they lie in a folder or in a zip."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO, Protocol


class Files(Protocol):
    """Files by name; names are relative and divided by `/`."""

    def sizes(self) -> Mapping[str, int]:
        """Return the size of each file."""

    def open(self, name: str) -> BinaryIO:
        """Open a file for reading; raise OSError or KeyError where it cannot be read."""


class FolderFiles:
    """The files below a folder; links to folders are not followed."""

    def __init__(self, base: Path) -> None:
        self.base = base

    def sizes(self) -> dict[str, int]:
        """Return the size of each file; a file that vanishes meanwhile or leads nowhere counts 0."""
        found: dict[str, int] = {}
        for folder, _, names in os.walk(self.base):
            for name in names:
                path = Path(folder, name)
                found[path.relative_to(self.base).as_posix()] = _size(path)
        return dict(sorted(found.items()))

    def open(self, name: str) -> BinaryIO:
        """Open a file for reading."""
        return (self.base / name).open("rb")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def read(files: Files, name: str) -> bytes | None:
    """Return a whole small file, or None where it cannot be read."""
    try:
        with files.open(name) as file:
            return file.read()
    except (OSError, KeyError):
        return None
