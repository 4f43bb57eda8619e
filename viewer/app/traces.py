"""Decide once, at the start, whether anything may be kept; and remove what was kept."""

import shutil
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from viewer.app.media import is_on_travelling_media, program_folder
from viewer.base.atomic import leave_no_trace
from viewer.base.places import KEPT_NAMES, has_home, kept_folder

PORTABLE_MARK = "portable"
"""A file with this name beside the program switches to leaving no trace."""


class Keeping(StrEnum):
    """Whether anything is kept, and if not, why."""

    KEPT = "kept"
    ASKED = "asked"
    PORTABLE = "portable"
    TRAVELLING = "travelling"
    NO_HOME = "no-home"
    FORGOTTEN = "forgotten"


@dataclass(slots=True)
class Traces:
    """What is kept in this run."""

    keeping: Keeping

    @property
    def are_left(self) -> bool:
        """Tell whether anything may be kept."""
        return self.keeping is Keeping.KEPT

    def stop(self, why: Keeping) -> None:
        """Keep nothing from now on."""
        self.keeping = why
        leave_no_trace()


def begin_traces(*, asked: bool) -> Traces:
    """Return what is kept in this run; `asked` is true when a person asked for leaving no trace."""
    traces = Traces(Keeping.KEPT)
    why = _reason(program_folder(), asked=asked)
    if why is not Keeping.KEPT:
        traces.stop(why)
    return traces


def _reason(program: Path | None, *, asked: bool) -> Keeping:
    if asked:
        return Keeping.ASKED
    if program is not None:
        if (program / PORTABLE_MARK).exists():
            return Keeping.PORTABLE
        if is_on_travelling_media(program):
            return Keeping.TRAVELLING
    return Keeping.KEPT if has_home() else Keeping.NO_HOME


def kept_things() -> tuple[Path, ...]:
    """Return what is kept now."""
    folder = kept_folder()
    return tuple(sorted(path for name in KEPT_NAMES for path in folder.glob(name)))


def forget_everything() -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Remove what was kept; return what is gone, and what could not be removed."""
    things = kept_things()
    for thing in things:
        _remove(thing)
    left = tuple(thing for thing in things if thing.exists())
    if things and not left:
        _remove_empty(kept_folder())
    return tuple(thing for thing in things if thing not in left), left


def _remove(thing: Path) -> None:
    if thing.is_dir() and not thing.is_symlink():
        shutil.rmtree(thing, ignore_errors=True)
        return
    try:
        thing.unlink()
    except OSError:
        return


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return
