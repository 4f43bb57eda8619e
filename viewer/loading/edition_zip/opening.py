"""Open an edition from its one file, without unpacking it onto a disk."""

import json
import sys
from collections.abc import Iterator

from viewer.base.progress import work
from viewer.loading.bag.digests import digests
from viewer.loading.bag.manifests import MANIFEST, ManifestError, read_manifest
from viewer.loading.compiled.edition import CompiledEdition
from viewer.loading.compiled.key import joined_key
from viewer.loading.compiled.manifest import FORMAT
from viewer.loading.compiled.manifest import MANIFEST as EDITION_MANIFEST
from viewer.loading.compiled.shelf import build_edition
from viewer.loading.compiled.store import ForeignError
from viewer.loading.edition_zip.edition_zip import COLLECTION, COMPILED, EditionZip
from viewer.loading.edition_zip.refusals import ZipRefusedError
from viewer.loading.edition_zip.zip_parts import ZipParts
from viewer.loading.files import key_of
from viewer.loading.importing.folder import LINES_FILE
from viewer.loading.opened import Opened, Request, UnreadableError
from viewer.model.problem import Problem

_SURELY_READ = 4 << 20
"""Parts up to this size are held against the manifest on opening."""


def open_edition_file(request: Request) -> Opened:
    """Open an edition in one file. Raises UnreadableError where it is none or could do harm."""
    try:
        edition = EditionZip(request.path)
        contents = list(_contents(edition))
    except ZipRefusedError as error:
        raise UnreadableError([refusal(error, request.path.name)]) from error
    except OSError as error:
        raise UnreadableError([Problem(request.path.name, 0, 0, "unreadable-file")]) from error
    lines = _lines_digest(edition)
    key = joined_key(key_of(contents), LINES_FILE, lines) if lines else key_of(contents)
    found = _compiled(edition, key)
    if found is None and lines:
        raise UnreadableError([Problem(request.path.name, 0, 0, "zip-other-version")])
    return found or _decoded(request, contents)


def refusal(error: ZipRefusedError, name: str) -> Problem:
    """Return a refusal as the problem it is for the person who opens the file."""
    where = {"value": error.member or name, "offset": str(error.at or 0)}
    return Problem(name, 0, 0, f"zip-{error.code}", params=where)


def _contents(edition: EditionZip) -> Iterator[tuple[str, bytes]]:
    """Give the YAML files of the collection."""
    for name in edition.sizes():
        if name.startswith(COLLECTION) and name.endswith(".yaml"):
            yield name.removeprefix(COLLECTION), edition.read(name)


def _lines_digest(edition: EditionZip) -> str:
    """Return what the manifest says of a file with events in lines; empty when there is none."""
    if COLLECTION + LINES_FILE not in edition.members:
        return ""
    try:
        return read_manifest(edition.read(MANIFEST))[COLLECTION + LINES_FILE]
    except (OSError, KeyError, ManifestError):
        return "unknown"


def _compiled(edition: EditionZip, key: str) -> Opened | None:
    """Map the compiled edition, if it is of this version and of this collection."""
    try:
        facts = json.loads(edition.read(COMPILED + EDITION_MANIFEST))
        if (facts["format"], facts["order"], facts["key"]) != (FORMAT, sys.byteorder, key):
            return None
        if not _is_whole(edition):
            return None
        found = CompiledEdition(ZipParts(edition), key)
        stated = found.facts
        return Opened(found, stated.problems, stated.counts, stated.untranslated, from_cache=True)
    except (OSError, KeyError, ValueError, TypeError, ForeignError):
        return None


def _is_whole(edition: EditionZip) -> bool:
    """Tell whether the parts are as the manifest says; large ones are left to a full check."""
    small = [
        name for name, size in edition.sizes().items() if name.startswith(COMPILED) and size <= _SURELY_READ
    ]
    listed = read_manifest(edition.read(MANIFEST))
    found = digests(edition, small, work(), "edition.step.verify")
    return all((one := found[name]) is not None and one.sha256 == listed.get(name) for name in small)


def _decoded(request: Request, contents: list[tuple[str, bytes]]) -> Opened:
    """Read the collection itself, which takes longer."""
    # What reads files that people edit is not loaded where the compiled edition is of use.
    from viewer.loading.collection_files import read_contents
    from viewer.loading.compiled.filling import fill_from_read

    request.work.report("import.step.files", 0)
    read = read_contents(contents)
    if read.collection is None or read.has_errors:
        raise UnreadableError(read.problems)
    shelves = (request.cache,) if request.cache else ()
    edition = build_edition(shelves, read.key, lambda parts: fill_from_read(parts, read, request.work))
    return Opened(edition, read.problems, read.counts, read.untranslated, from_cache=False)
