"""Read a collection from its files: what could be decoded, and every problem there is."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from viewer.loading.assembling import assemble, without_lost_mentions
from viewer.loading.check.dates import check_dates
from viewer.loading.check.documents import check_documents
from viewer.loading.check.evidence import check_evidence
from viewer.loading.check.quotations import check_quotations
from viewer.loading.check.references import check_references
from viewer.loading.check.whole import check_whole
from viewer.loading.decode.context import BAD
from viewer.loading.files import (
    HEADER_FILE,
    base_of,
    collection_files,
    content_key,
    key_of,
    misnamed_files,
    printable,
    read_bounded,
)
from viewer.loading.gathering import Gathered, gather
from viewer.loading.report import FileReport, Report
from viewer.loading.yaml.nodes import Place
from viewer.loading.yaml.plain import Plain, plain_from_node
from viewer.loading.yaml.sound_text import MAX_FILE_BYTES
from viewer.model.collection import Collection
from viewer.model.problem import Problem, Severity

__all__ = ["Read", "content_key", "read_collection", "read_contents"]

_NOWHERE = Place(0, 0)
_COUNTED = ("events", "sources", "claims", "people", "groups", "places", "glossary", "periods", "stories")


@dataclass(frozen=True, slots=True)
class Read:
    """What reading a collection gave."""

    collection: Collection | None
    """Everything without errors; None when there is no readable head."""
    problems: tuple[Problem, ...]
    """All problems of all files, by file and place."""
    counts: Mapping[str, int]
    """How many entries of each kind were decoded, and of answers, citations, passages and files."""
    untranslated: Mapping[str, int]
    """How many texts lack each language of the collection."""
    key: str
    """SHA-256 of the files, equal to `content_key`."""
    gathered: Gathered

    @property
    def has_errors(self) -> bool:
        """Tell whether any problem is an error."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def raw(self, section: str) -> Iterator[tuple[str, Plain]]:
        """Give the id and the content, as plain JSON, of each entry of a section that has no errors."""
        for entry in self.gathered.of(section):
            if entry.value is not BAD:
                yield entry.id, plain_from_node(entry.node)

    def raw_head(self) -> Plain:
        """Return the head of the collection as plain JSON."""
        return plain_from_node(self.gathered.head.node) if self.gathered.head else {}


def read_collection(path: Path) -> Read:
    """Read the collection in a folder or in a single file; never raises for what files hold."""
    report = Report()
    contents = _contents(path, report)
    for name in misnamed_files(path):
        FileReport(name, report).warning(_NOWHERE, "misnamed-file")
    return read_contents(
        contents, HEADER_FILE if path.is_dir() else printable(path.name), report, base_of(path)
    )


def read_contents(
    contents: Sequence[tuple[str, bytes]],
    head_name: str = HEADER_FILE,
    report: Report | None = None,
    folder: Path | None = None,
) -> Read:
    """Read a collection from the names and bytes of its files; without a folder no document is looked at."""
    with _uncollected():
        gathered = gather(contents, head_name)
        if report:
            gathered.report.problems += report.problems
            gathered.complete = gathered.complete and not report.has_errors
        _check(gathered, folder, head_name)
        collection = _collection(gathered)
    counts = _counts(collection, len(contents))
    untranslated = _untranslated(gathered)
    problems = gathered.report.sorted()
    return Read(collection, problems, counts, untranslated, key_of(contents), gathered)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause the cyclic garbage collector: so many nodes, none of them in a cycle, make it search in vain."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _contents(path: Path, report: Report) -> list[tuple[str, bytes]]:
    """Return the name and bytes of each file that can be opened."""
    contents = []
    try:
        files = collection_files(path)
    except OSError:
        files = []
        FileReport(printable(path.name), report).error(_NOWHERE, "no-collection")
    for file in files:
        try:
            contents.append((file.name, read_bounded(file.path, MAX_FILE_BYTES)))
        except OSError:
            FileReport(file.name, report).error(_NOWHERE, "unreadable-file")
    return contents


def _check(gathered: Gathered, folder: Path | None, head_name: str) -> None:
    if gathered.report.problems and any(p.code == "unknown-version" for p in gathered.report.problems):
        return
    if gathered.head is None:
        gathered.complete = False
        if not any(problem.file == head_name for problem in gathered.report.problems):
            FileReport(head_name, gathered.report).error(_NOWHERE, "no-head", file=HEADER_FILE)
    check_references(gathered)
    check_dates(gathered)
    check_evidence(gathered)
    if folder:
        check_documents(gathered, folder)
        check_quotations(gathered, folder)
    check_whole(gathered)


def _collection(gathered: Gathered) -> Collection | None:
    if gathered.header is None:
        return None
    collection = assemble(gathered.header, gathered.entries)
    return without_lost_mentions(collection) if gathered.report.has_errors else collection


def _counts(collection: Collection | None, files: int) -> Mapping[str, int]:
    counts = dict.fromkeys(_COUNTED, 0) | {"answers": 0, "citations": 0, "passages": 0, "files": files}
    if collection is None:
        return counts
    library = collection.library
    counts |= {name: len(getattr(library, name)) for name in _COUNTED if name != "events"}
    counts["events"] = len(collection.events)
    answers = [answer for claim in library.claims.values() for answer in claim.answers]
    citations = [one.citations for one in collection.events.values()] + [one.citations for one in answers]
    counts["answers"] = len(answers)
    counts["citations"] = sum(map(len, citations))
    counts["passages"] = sum(len(source.digest) for source in library.sources.values())
    return counts


def _untranslated(gathered: Gathered) -> Mapping[str, int]:
    languages = gathered.header.about.languages if gathered.header else ()
    return {language: gathered.texts - gathered.languages.get(language, 0) for language in languages}
