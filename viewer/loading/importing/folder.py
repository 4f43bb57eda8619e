"""Open a collection folder whose events stand in one file of JSON Lines."""

from pathlib import Path

from viewer.base.progress import Work
from viewer.loading.compiled.edition import CompiledEdition
from viewer.loading.compiled.key import key_with
from viewer.loading.compiled.shelf import Fill, build_edition, find_edition
from viewer.loading.files import content_key
from viewer.loading.opened import BESIDE, Opened, Request, UnreadableError

LINES_FILE = "events.jsonl"


def is_lines_folder(path: Path) -> bool:
    """Tell whether the events of a collection stand in a file of JSON Lines."""
    return (path / LINES_FILE).is_file()


def open_lines_folder(request: Request) -> Opened:
    """Open such a folder; raise UnreadableError or CancelledError."""
    key = key_with(content_key(request.path), request.path / LINES_FILE, request.beside)
    edition = find_edition(request.shelves, key)
    from_cache = edition is not None
    if edition is None:
        edition = _build(request)
    facts = edition.facts
    return Opened(edition, facts.problems, facts.counts, facts.untranslated, from_cache)


def _build(request: Request) -> CompiledEdition:
    key, fill = recipe(request.path, request.work)
    return build_edition(request.shelves, key, fill)


def recipe(path: Path, work: Work) -> tuple[str, Fill]:
    """Return the key of such a folder, and what puts the parts of its edition; raise UnreadableError."""
    # What reads files that people edit is not loaded where a compiled edition is at hand.
    from viewer.loading.collection_files import read_collection
    from viewer.loading.importing.building import fill_from_lines

    read = read_collection(path)
    if read.collection is None or read.has_errors:
        raise UnreadableError(read.problems)
    lines = path / LINES_FILE
    return key_with(read.key, lines, path / BESIDE), lambda parts: fill_from_lines(parts, lines, read, work)
