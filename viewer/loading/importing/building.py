"""Build the parts of an edition from a library and a file of JSON Lines, a block of lines at a time."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from viewer.base.progress import Work
from viewer.loading.collection_files import Read
from viewer.loading.compiled.facts import Facts
from viewer.loading.compiled.filling import plain_library
from viewer.loading.compiled.parts import Parts, RecordsSink, put_json, records_sink
from viewer.loading.compiled.store import put_columns, put_ids, put_links, put_titles, put_words
from viewer.loading.importing.dates import read_dates
from viewer.loading.importing.draft import Draft
from viewer.loading.importing.fields import LineError
from viewer.loading.importing.known import Known
from viewer.loading.importing.lines import Line, Tally, read_lines
from viewer.loading.importing.plain import plain_event
from viewer.model.collection import Library
from viewer.model.dates.edtf import EdtfError
from viewer.model.problem import Problem, Severity

_BLOCK = 10_000
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def fill_from_lines(parts: Parts, path: Path, read: Read, work: Work) -> None:
    """Put all parts of an edition whose events are the good lines of a file."""
    known = Known(library_of(read))
    tally, draft = Tally(path.name), Draft(known)
    lines = read_lines(path, tally, work, "import.step.lines")
    with records_sink(parts, "events") as sink:
        taker = _Taker(draft, sink, tally)
        while block := list(islice(lines, _BLOCK)):
            taker.take(block)
    work.report("import.step.sorting", 0)
    draft.settle()
    parts.put("events_rows", draft.order.astype("int32"))
    put_columns(parts, draft.columns())
    put_links(parts, draft.links())
    put_ids(parts, draft.ids())
    work.report("import.step.words", 0)
    put_words(parts, draft.words())
    titles = draft.titles()
    put_titles(parts, titles)
    put_json(parts, "library", plain_library(read))
    counts = {**read.counts, "events": len(draft), "lines": tally.read, "left_out": tally.left_out}
    problems = (*_of_library(read, path.name), *_of_fields(tally), *sorted(tally.problems))
    Facts(known.languages, tuple(titles), counts, read.untranslated, problems).write(parts)


def library_of(read: Read) -> Library:
    """Return the library of a collection that was read without errors."""
    if read.collection is None or read.has_errors:
        raise ValueError("only a collection without errors is compiled")
    return read.collection.library


def _of_library(read: Read, name: str) -> Iterator[Problem]:
    """Give the warnings about the library; that its files hold no events is as it should be."""
    yield from (one for one in read.problems if not one.code.startswith(("unused-", "no-events")))
    if read.counts["events"]:
        yield Problem(name, 0, 0, "line-other-events", Severity.WARNING)


def _of_fields(tally: Tally) -> Iterator[Problem]:
    """Give a warning for each field that means nothing here."""
    for name, lines in sorted(tally.unknown.items()):
        params = {"field": name, "lines": str(lines)}
        yield Problem(tally.file, 0, 0, "line-unknown-field", Severity.WARNING, params)


class _Taker:
    """Takes lines a block at a time, and leaves out those that cannot be events."""

    def __init__(self, draft: Draft, sink: RecordsSink, tally: Tally) -> None:
        self._draft = draft
        self._sink = sink
        self._tally = tally
        self._taken: set[str] = set()

    def take(self, block: list[Line]) -> None:
        """Keep the good lines of a block."""
        dates = read_dates([line.fields for line in block])
        kept = [line for row, line in enumerate(block) if self._is_good(line, dates.refused.get(row))]
        fields = [line.fields for line in kept]
        self._draft.add(fields, dates if len(kept) == len(block) else read_dates(fields))
        self._tally.kept += len(kept)
        for one in fields:
            self._sink.add(_encode(plain_event(one, self._draft.known)).encode())

    def _is_good(self, line: Line, refused: EdtfError | None) -> bool:
        """Tell whether a line can be kept, and note why where it cannot."""
        error = self._draft.known.fault(line.fields) or (_of_date(refused, line) if refused else None)
        if not error and line.fields.id in self._taken:
            error = LineError("line-same-id", "id", {"value": line.fields.id})
        if error:
            self._tally.refuse(line.number, line.raw, error)
            return False
        self._taken.add(line.fields.id)
        return True


def _of_date(error: EdtfError, line: Line) -> LineError:
    """Say why a date cannot be read, in the words used for dates of a collection."""
    in_end = bool(line.fields.end) and error.column > len(line.fields.start)
    name = "end" if in_end else "start" if b'"start"' in line.raw else "date"
    value = line.fields.end if in_end else line.fields.start
    gaps = {gap: str(one) for gap, one in error.params.items()}
    return LineError("date", name, {**gaps, "because": error.code, "value": value})
