"""Offer a collection that lies in memory as an edition, without compiling anything."""

import hashlib
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viewer.model.collection import Collection, Library
from viewer.model.column_building import build_columns, build_links, in_order
from viewer.model.columns import EventColumns, Links
from viewer.model.event import Event
from viewer.model.ids import EventId
from viewer.model.search_words import search_words, suggest, texts_of, words_of
from viewer.model.text import Shown
from viewer.model.word_index import WordIndex, WordIndexBuilder


class MemoryEdition:
    """An edition made from a whole collection; the words are gathered at the first search."""

    def __init__(self, collection: Collection, key: str = "") -> None:
        self.library: Library = collection.library
        self._events, placed = in_order(collection.events.values())
        self.columns: EventColumns = build_columns(self._events, placed, collection.library)
        self.links: Mapping[str, Links] = build_links(self._events, collection.library)
        self.key = key or hashlib.sha256(repr(collection).encode()).hexdigest()
        self._index = {event.id: index for index, event in enumerate(self._events)}
        self._words: WordIndex | None = None

    def event(self, index: int) -> Event:
        """Return the whole event at `index`."""
        return self._events[index]

    def event_id(self, index: int) -> EventId:
        """Return the id of the event at `index`."""
        return self._events[index].id

    def index_of(self, event: EventId) -> int | None:
        """Return the index of an event, or None when there is no such event."""
        return self._index.get(event)

    def title(self, index: int, language: str) -> Shown:
        """Return the headline of the event at `index`."""
        return self._events[index].title.pick(language)

    def search(self, query: str, limit: int = 100_000) -> NDArray[np.int32]:
        """Return the indexes, rising, of events whose texts, names or sources match all words of `query`.

        An event whose id is the query is found too.
        """
        return search_words(self._gathered(), query, self.index_of(EventId(query.strip())))[:limit]

    def suggestion(self, query: str) -> str | None:
        """Return a query of known words that is like `query`; None when there is none, or no need."""
        return suggest(query, self._gathered())

    def kept(self, name: str) -> Mapping[str, NDArray[Any]] | None:
        """Return arrays worked out and kept earlier; there is no earlier."""
        del name
        return None

    def keep(self, name: str, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Keep nothing: an edition in memory ends with the program."""

    def _gathered(self) -> WordIndex:
        if self._words is None:
            builder = WordIndexBuilder()
            rows = range(len(self._events))
            builder.add(rows, (words_of(texts_of(event, self.library)) for event in self._events))
            self._words = builder.finish(np.arange(len(self._events)))
        return self._words
