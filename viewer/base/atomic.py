"""Write files and folders so that others see the old or the new, never a part."""

import errno
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_UNFINISHED = ".part"
_IN_THE_WAY = {errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR}
"""Someone else was quicker."""
_ABANDONED_S = 24 * 3600


class _Traces:
    """Whether what nobody asked for by name may be written."""

    refused = False


def leave_no_trace() -> None:
    """Refuse from now on, with OSError, to write anything but files that a person asked for."""
    _Traces.refused = True


def write_atomic(path: Path, content: bytes, *, asked: bool = False) -> None:
    """Write a whole file and move it into place; raise OSError where the folder cannot be written.

    `asked` tells a file that a person named from what the program keeps for itself.
    """
    with new_file(path, asked=asked) as file:
        file.write(content)


@contextmanager
def new_file(path: Path, *, asked: bool = False) -> Iterator[BinaryIO]:
    """Give a file to write; when all went well it becomes `path`, else it is removed."""
    if not asked:
        refuse_traces(path)
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
    refuse_traces(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    filling = _sibling(path)
    filling.mkdir()
    try:
        yield filling
        _take_place(filling, path)
    except BaseException:
        shutil.rmtree(filling, ignore_errors=True)
        raise


def refuse_traces(path: Path) -> None:
    """Raise OSError where no trace is to be left; for whoever makes more than one thing."""
    if _Traces.refused:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))


def _take_place(filled: Path, path: Path) -> None:
    """Move a folder to `path`; of several who do so at once all succeed, and the last is seen."""
    while True:
        outgoing = _sibling(path)
        with suppress(FileNotFoundError):
            path.rename(outgoing)
        try:
            filled.rename(path)
        except OSError as error:
            if error.errno in _IN_THE_WAY:
                continue
            with suppress(OSError):
                outgoing.rename(path)
            raise
        else:
            return
        finally:
            _remove(outgoing)


def _remove(path: Path) -> None:
    """Remove a folder, or a file that stood in place of one, as far as that can be done."""
    shutil.rmtree(path, ignore_errors=True)
    with suppress(OSError):
        path.unlink()


def sweep(parent: Path, name: str = "*") -> None:
    """Remove what was left in `parent` by writers of `name`, or of anything, that were killed long ago."""
    for left in parent.glob(f".{name}.*{_UNFINISHED}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED_S:
                shutil.rmtree(left, ignore_errors=True)


def _sibling(path: Path) -> Path:
    """Name an unfinished neighbour of `path` that nobody else writes."""
    return path.with_name(f".{path.name}.{secrets.token_hex(6)}{_UNFINISHED}")
