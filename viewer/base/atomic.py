"""Write files and folders so that others see the old or the new, never a part."""

import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_UNFINISHED = ".part"
_ABANDONED_S = 24 * 3600


def write_atomic(path: Path, content: bytes) -> None:
    """Write a whole file and move it into place; raise OSError where the folder cannot be written."""
    with new_file(path) as file:
        file.write(content)


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write; when all went well it becomes `path`, else it is removed."""
    waiting = _sibling(path)
    try:
        with waiting.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        waiting.replace(path)
    except BaseException:
        waiting.unlink(missing_ok=True)
        raise


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Give a folder to fill; when all went well it becomes `path`, else it is removed.

    What stood at `path` before gives way. Raises OSError where the parent cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    filling = _sibling(path)
    filling.mkdir()
    try:
        yield filling
        _take_place(filling, path)
    except BaseException:
        shutil.rmtree(filling, ignore_errors=True)
        raise


def _take_place(filled: Path, path: Path) -> None:
    """Move a folder to `path`; of several who do so at once all succeed, and the last is seen."""
    while True:
        outgoing = _sibling(path)
        with suppress(FileNotFoundError):
            path.rename(outgoing)
        try:
            filled.rename(path)
        except OSError:
            if not path.exists():
                with suppress(FileNotFoundError):
                    outgoing.rename(path)
                raise
        else:
            return
        finally:
            shutil.rmtree(outgoing, ignore_errors=True)


def sweep(parent: Path, name: str = "*") -> None:
    """Remove what was left in `parent` by writers of `name`, or of anything, that were killed long ago."""
    for left in parent.glob(f".{name}.*{_UNFINISHED}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED_S:
                shutil.rmtree(left, ignore_errors=True)


def _sibling(path: Path) -> Path:
    """Name an unfinished neighbour of `path` that nobody else writes."""
    return path.with_name(f".{path.name}.{secrets.token_hex(6)}{_UNFINISHED}")
