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
    good = _without_twins(read_lines(path, tally, work, "import.step.lines"), known, tally)
    with records_sink(parts, "events") as sink:
        while block := list(islice(good, _BLOCK)):
            _take(block, draft, sink, tally)
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


def _without_twins(lines: Iterator[Line], known: Known, tally: Tally) -> Iterator[Line]:
    """Leave out lines with an id that came before, and those that name what the library does not hold."""
    taken: set[str] = set()
    for line in lines:
        error = known.fault(line.fields)
        if line.fields.id in taken:
            error = LineError("line-same-id", "id", {"value": line.fields.id})
        if error:
            tally.refuse(line.number, line.raw, error)
        else:
            taken.add(line.fields.id)
            yield line


def _take(block: list[Line], draft: Draft, sink: RecordsSink, tally: Tally) -> None:
    """Read the dates of a block, and keep the lines whose date can be read."""
    dates = read_dates([line.fields for line in block])
    if dates.refused:
        for row, error in dates.refused.items():
            tally.refuse(block[row].number, block[row].raw, _of_date(error, block[row]))
        block = [line for row, line in enumerate(block) if row not in dates.refused]
        dates = read_dates([line.fields for line in block])
    draft.add([line.fields for line in block], dates)
    tally.kept += len(block)
    for line in block:
        entry = plain_event(line.fields, draft.known)
        sink.add(_encode(entry).encode())


def _of_date(error: EdtfError, line: Line) -> LineError:
    """Say why a date cannot be read, in the words used for dates of a collection."""
    in_end = bool(line.fields.end) and error.column > len(line.fields.start)
    name = "end" if in_end else "start" if b'"start"' in line.raw else "date"
    value = line.fields.end if in_end else line.fields.start
    gaps = {gap: str(one) for gap, one in error.params.items()}
    return LineError("date", name, {**gaps, "because": error.code, "value": value})
