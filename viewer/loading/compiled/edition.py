"""Read a compiled edition: arrays mapped into memory, and one event decoded when it is looked at."""

import json
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viewer.loading.compiled.decoding import event_from_plain, library_from_plain
from viewer.loading.compiled.facts import Facts
from viewer.loading.compiled.keeping import read_kept, write_kept
from viewer.loading.compiled.parts import Parts, get_records, whole
from viewer.loading.compiled.store import ForeignError, get_columns, get_links, get_words
from viewer.model.collection import Library
from viewer.model.columns import EventColumns, Links
from viewer.model.event import Event
from viewer.model.ids import EventId
from viewer.model.search_words import search_words, suggest
from viewer.model.text import FALLBACK_ORDER, Shown

_EVENTS_KEPT = 512


class CompiledEdition:
    """An edition whose parts lie in a folder or in memory; several threads may read it at once.

    `folder` is where it lies, so that more can be kept beside it; None in memory.
    Raises OSError, KeyError, ValueError or ForeignError when made from parts that this version did not write.
    """

    def __init__(self, parts: Parts, key: str, folder: Path | None = None) -> None:
        self.key = key
        self.facts = Facts.read(parts)
        self.columns: EventColumns = get_columns(parts)
        self.links: Mapping[str, Links] = get_links(parts)
        self._library = parts.block("library")
        self._ids = get_records(parts, "ids")
        self._order = parts.array("ids_order")
        self._titles = {name: get_records(parts, f"title_{name}") for name in self.facts.title_languages}
        self._events = get_records(parts, "events")
        self._rows = parts.array("events_rows")
        self._words = get_words(parts, len(self.columns))
        self._languages = _fallbacks(self.facts.title_languages)
        self._language = self.facts.languages[0]
        self._check_lengths()
        self._folder = folder
        self.event = lru_cache(_EVENTS_KEPT)(self._decoded)

    def _check_lengths(self) -> None:
        lengths = {len(self._order), len(self._rows)}
        lengths.update(map(len, (self._ids, self._events, *self._titles.values())))
        if lengths != {len(self.columns)}:
            raise ForeignError("parts of unequal length")

    @cached_property
    def library(self) -> Library:
        """Everything but the events."""
        return library_from_plain(json.loads(whole(self._library)), self._language)

    def plain_event(self, index: int) -> object:
        """Return the event at `index` as written, in plain Python types."""
        if not 0 <= index < len(self.columns):
            raise IndexError(index)
        plain: object = json.loads(self._events[int(self._rows[index])])
        return plain

    def _decoded(self, index: int) -> Event:
        return event_from_plain(self.plain_event(index), self._language)

    def event_id(self, index: int) -> EventId:
        """Return the id of the event at `index`."""
        return EventId(self._ids[index].decode())

    def index_of(self, event: EventId) -> int | None:
        """Return the index of an event, or None when there is no such event."""
        wanted = event.encode()
        low, high = 0, len(self._order)
        while low < high:
            middle = (low + high) // 2
            if self._ids[self._order[middle]] < wanted:
                low = middle + 1
            else:
                high = middle
        found = low < len(self._order) and self._ids[self._order[low]] == wanted
        return int(self._order[low]) if found else None

    def title(self, index: int, language: str) -> Shown:
        """Return the headline of the event at `index` in `language`, or in the next one there is."""
        titles = self._titles.get(language)
        if titles and (text := titles[index]):
            return Shown(text.decode(), language, fallback=False)
        for other in self._languages:
            if text := self._titles[other][index]:
                return Shown(text.decode(), other, fallback=True)
        return Shown("", language, fallback=False)

    def search(self, query: str, limit: int = 100_000) -> NDArray[np.int32]:
        """Return the indexes, rising, of events whose texts, names or sources match all words of `query`.

        An event whose id is the query is found too.
        """
        return search_words(self._words, query, self.index_of(EventId(query.strip())))[:limit]

    def suggestion(self, query: str) -> str | None:
        """Return a query of known words that is like `query`; None when there is none, or no need."""
        return suggest(query, self._words)

    def kept(self, name: str) -> Mapping[str, NDArray[Any]] | None:
        """Return arrays that were worked out from this edition and kept under that name, or None."""
        return read_kept(self._folder, name, self.key) if self._folder else None

    def keep(self, name: str, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Keep such arrays for the next opening, where that can be done."""
        if self._folder:
            write_kept(self._folder, name, self.key, arrays)


def _fallbacks(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return languages in the order in which one stands in for another."""
    return (
        *(one for one in FALLBACK_ORDER if one in languages),
        *sorted(set(languages) - set(FALLBACK_ORDER)),
    )
