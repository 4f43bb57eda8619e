"""Open a collection folder whose events stand in one file of JSON Lines."""

from pathlib import Path

from viewer.loading.collection_files import content_key, read_collection
from viewer.loading.compiled.edition import CompiledEdition
from viewer.loading.compiled.key import key_with
from viewer.loading.compiled.shelf import build_edition, find_edition
from viewer.loading.importing.building import fill_from_lines
from viewer.loading.opened import Opened, Request, UnreadableError

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
        edition = build_from_lines(request)
    facts = edition.facts
    return Opened(edition, facts.problems, facts.counts, facts.untranslated, from_cache)


def build_from_lines(request: Request) -> CompiledEdition:
    """Build the edition of such a folder."""
    read = read_collection(request.path)
    if read.collection is None or read.has_errors:
        raise UnreadableError(read.problems)
    lines = request.path / LINES_FILE
    key = key_with(read.key, lines, request.beside)
    return build_edition(
        request.shelves, key, lambda parts: fill_from_lines(parts, lines, read, request.work)
    )
