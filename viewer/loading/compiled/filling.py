"""Put the parts of an edition from a collection that was read into memory."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np

from viewer.base.progress import Work
from viewer.loading.collection_files import Read
from viewer.loading.compiled.facts import Facts
from viewer.loading.compiled.parts import Parts, put_json, records_sink
from viewer.loading.compiled.store import put_columns, put_ids, put_links, put_titles, put_words
from viewer.loading.decode.sections import SECTIONS
from viewer.model.collection import Collection
from viewer.model.column_building import build_columns, build_links, in_order
from viewer.model.event import Event
from viewer.model.records import Records
from viewer.model.search_words import texts_of, words_of
from viewer.model.word_index import WordIndex, WordIndexBuilder

_BLOCK = 2_000


def fill_from_read(parts: Parts, read: Read, work: Work) -> None:
    """Put all parts of the edition of a collection that was read without errors."""
    collection = _whole(read)
    entries = dict(read.raw("events"))
    events, placed = in_order(collection.events.values())
    work.report("import.step.columns", 0, len(events))
    put_columns(parts, build_columns(events, placed, collection.library))
    put_links(parts, build_links(events, collection.library))
    put_ids(parts, Records.of(event.id.encode() for event in events))
    put_events(parts, (entries[event.id] for event in events))
    titles = titles_of(events)
    put_titles(parts, titles)
    put_words(parts, index_of_words(collection, events, work))
    put_json(parts, "library", plain_library(read))
    languages = collection.library.about.languages
    Facts(languages, tuple(titles), read.counts, read.untranslated, read.problems).write(parts)


def _whole(read: Read) -> Collection:
    if read.collection is None or read.has_errors:
        raise ValueError("only a collection without errors is compiled")
    return read.collection


def plain_library(read: Read) -> dict[str, object]:
    """Return the head and all entries but the events, as written."""
    sections = {name: [entry for _, entry in read.raw(name)] for name in SECTIONS if name != "events"}
    return {"head": read.raw_head(), **sections}


def put_events(parts: Parts, entries: Iterable[object]) -> None:
    """Keep the entries of events by index."""
    with records_sink(parts, "events") as sink:
        for entry in entries:
            sink.add(json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode())
    parts.put("events_rows", np.arange(len(sink), dtype=np.int32))


def titles_of(events: Sequence[Event]) -> dict[str, Records]:
    """Return the titles by index, for each language that has any."""
    languages = dict.fromkeys(language for event in events for language in event.title.values)
    return {
        language: Records.of(event.title.values.get(language, "").encode() for event in events)
        for language in languages
    }


def index_of_words(collection: Collection, events: Sequence[Event], work: Work) -> WordIndex:
    """Return the index of all words of events that stand in order."""
    builder = WordIndexBuilder()
    remaining: Iterator[tuple[int, Event]] = enumerate(events)
    while block := list(islice(remaining, _BLOCK)):
        work.report("import.step.words", block[0][0], len(events))
        words = [words_of(texts_of(event, collection.library)) for _, event in block]
        builder.add((index for index, _ in block), words)
    return builder.finish(np.arange(len(events)))
