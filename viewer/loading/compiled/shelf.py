"""Find a whole compiled edition where one may stand, or build it there.

An edition stands in a folder named after the key of its content. What is missing, torn, of other content
or of another version is built anew and never believed.
"""

import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from viewer.base.atomic import new_folder, sweep
from viewer.loading.compiled.edition import CompiledEdition
from viewer.loading.compiled.manifest import UnusableError, check_seal, seal
from viewer.loading.compiled.parts import FolderParts, MemoryParts, Parts
from viewer.loading.compiled.store import ForeignError

Fill = Callable[[Parts], None]
_MOST_KEPT = 12
_KEY = re.compile("[0-9a-f]{64}").fullmatch


def find_edition(shelves: Sequence[Path], key: str) -> CompiledEdition | None:
    """Return the first whole edition with that key, or None."""
    for shelf in shelves:
        try:
            return open_edition(shelf / key, key)
        except UnusableError:
            continue
    return None


def open_edition(folder: Path, key: str) -> CompiledEdition:
    """Map the edition in `folder`; raise UnusableError unless it is whole and of that content."""
    check_seal(folder, key)
    try:
        return CompiledEdition(FolderParts(folder), key, folder)
    except (OSError, KeyError, ValueError, TypeError, ForeignError) as error:
        raise UnusableError(str(error)) from error


def build_edition(shelves: Sequence[Path], key: str, fill: Fill) -> CompiledEdition:
    """Build an edition on the first shelf that can be written, or else in memory.

    `fill` puts all parts; what it raises is passed on, and nothing is left behind.
    """
    for shelf in shelves:
        try:
            put_edition(shelf, key, fill)
            return open_edition(shelf / key, key)
        except (OSError, UnusableError):
            continue
    parts = MemoryParts()
    fill(parts)
    return CompiledEdition(parts, key)


def put_edition(shelf: Path, key: str, fill: Fill) -> None:
    """Build an edition on a shelf; raise OSError where it cannot be written, and what `fill` raises."""
    with new_folder(shelf / key) as folder:
        fill(FolderParts(folder))
        seal(folder, key)
    _tidy(shelf, key)


def _tidy(shelf: Path, key: str) -> None:
    """Remove the oldest editions when there are many, and what killed builders have left."""
    sweep(shelf)
    others = [path for path in shelf.iterdir() if _KEY(path.name) and path.name != key]
    others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for old in others[_MOST_KEPT:]:
        shutil.rmtree(old, ignore_errors=True)
