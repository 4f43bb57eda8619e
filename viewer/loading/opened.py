"""What opening a collection is given, and what it gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from viewer.base.progress import Work
from viewer.model.edition import Edition
from viewer.model.problem import Problem

BESIDE = "compiled"
"""Folder of compiled editions that travels with a collection."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A collection that was opened."""

    edition: Edition
    problems: tuple[Problem, ...]
    """What is wrong in its files; found when they were read, and they have not changed since."""
    counts: Mapping[str, int]
    """Number of entries by kind, and more; for events from lines also `lines` and `left_out`."""
    untranslated: Mapping[str, int]
    """How many texts lack each language of the collection."""
    from_cache: bool
    """True when a compiled edition was at hand, False when the files were read."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be opened, where compiled editions may be, and whom to tell of progress."""

    path: Path
    cache: Path | None
    work: Work

    @property
    def beside(self) -> Path:
        """Return the folder of editions beside the collection."""
        return (self.path if self.path.is_dir() else self.path.parent) / BESIDE

    @property
    def shelves(self) -> tuple[Path, ...]:
        """Return the folders in which an edition may be found, or built, in this order."""
        beside = (self.beside,) if self.path.is_dir() and self.beside.is_dir() else ()
        return (*beside, self.cache) if self.cache else beside


class UnreadableError(Exception):
    """There is nothing to open; `problems` say why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(*problems)
        self.problems = tuple(problems)
