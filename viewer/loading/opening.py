"""Open a collection, whatever form it has, as an edition: by its compiled edition, or after making one.

What only another form needs, or only reading files that people edit, is imported where it is needed: a window
that opens a compiled edition starts without it.
"""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import NamedTuple

from viewer.base.progress import Progress, work
from viewer.loading.compiled.edition import CompiledEdition
from viewer.loading.compiled.shelf import build_edition, find_edition
from viewer.loading.edition_zip.recognising import is_edition_file
from viewer.loading.files import content_key
from viewer.loading.importing.folder import is_lines_folder, open_lines_folder
from viewer.loading.opened import Opened, Request, UnreadableError
from viewer.model.edition import Edition

__all__ = ["Opened", "UnreadableError", "open_collection"]


def open_collection(
    path: Path,
    *,
    cache: Path | None = None,
    progress: Progress | None = None,
    cancel: Event | None = None,
) -> Opened:
    """Open a collection for reading; takes long when there is no compiled edition of it yet.

    `cache` is the folder of compiled editions of this person; without one, or where nothing can be written,
    the edition is held in memory. May run in any thread. Raises UnreadableError, and CancelledError after
    `cancel`.
    """
    request = Request(path, cache, work(progress, cancel))
    form = next(form for form in _FORMS if form.fits(path))
    return form.open(request)


def _open_edition_file(request: Request) -> Opened:
    from viewer.loading.edition_zip.opening import open_edition_file

    return open_edition_file(request)


def _open_files(request: Request) -> Opened:
    """Open a folder of YAML files, or a single one."""
    found = _find(request)
    if found:
        facts = found.facts
        return Opened(found, facts.problems, facts.counts, facts.untranslated, from_cache=True)
    from viewer.loading.collection_files import read_collection
    from viewer.loading.compiled.filling import fill_from_read
    from viewer.model.memory_edition import MemoryEdition

    request.work.report("import.step.files", 0)
    read = read_collection(request.path)
    if read.collection is None:
        raise UnreadableError(read.problems)
    if read.has_errors:
        # Its entries mention what was left out; compiling waits until its editors have mended it.
        edition: Edition = MemoryEdition(read.collection, read.key)
    else:
        edition = build_edition(
            request.shelves, read.key, lambda parts: fill_from_read(parts, read, request.work)
        )
    return Opened(edition, read.problems, read.counts, read.untranslated, from_cache=False)


def _find(request: Request) -> CompiledEdition | None:
    try:
        key = content_key(request.path)
    except OSError:
        return None
    return find_edition(request.shelves, key)


class _Form(NamedTuple):
    """A form in which a collection may come."""

    fits: Callable[[Path], bool]
    open: Callable[[Request], Opened]


_FORMS = (
    _Form(is_edition_file, _open_edition_file),
    _Form(is_lines_folder, open_lines_folder),
    _Form(lambda _path: True, _open_files),
)
"""The first that fits is taken."""
