"""Let a house raise content warnings over those of a collection, for everyone who reads the edition."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viewer.model.collection import Library
from viewer.model.column_building import links_from_pairs
from viewer.model.columns import EventColumns, Flag, Links
from viewer.model.edition import Edition
from viewer.model.event import Event
from viewer.model.ids import EventId, WarningKind
from viewer.model.text import Shown
from viewer.model.venue import RaisedWarning


class RaisedEdition:
    """An edition with more content warnings and never fewer."""

    def __init__(
        self, edition: Edition, extra: tuple[RaisedWarning, ...], *, always_ask: bool = False
    ) -> None:
        """Work out which events gain which kinds."""
        self._edition = edition
        self._gained = {rule.kind: _events_of(edition, rule) for rule in extra}
        self.key = edition.key
        self.library = _labelled(edition.library, extra, always_ask=always_ask)
        self.columns = _flagged(edition.columns, self._gained)
        self.links: Mapping[str, Links] = {
            **edition.links,
            "warnings": _linked(edition.links["warnings"], self._gained),
        }

    def event(self, index: int) -> Event:
        """Return the whole event at `index`, with the kinds it gained."""
        event = self._edition.event(index)
        gained = (kind for kind, events in self._gained.items() if index in events)
        return replace(event, warnings=tuple(dict.fromkeys((*event.warnings, *gained))))

    def event_id(self, index: int) -> EventId:
        """Return the id of the event at `index`."""
        return self._edition.event_id(index)

    def index_of(self, event: EventId) -> int | None:
        """Return the index of an event, or None when there is no such event."""
        return self._edition.index_of(event)

    def title(self, index: int, language: str) -> Shown:
        """Return the headline of the event at `index`."""
        return self._edition.title(index, language)

    def search(self, query: str, limit: int = 100_000) -> NDArray[np.int32]:
        """Return the indexes, rising, of events that match all words of `query`."""
        return self._edition.search(query, limit)

    def suggestion(self, query: str) -> str | None:
        """Return a query of known words that is like `query`."""
        return self._edition.suggestion(query)

    def kept(self, name: str) -> Mapping[str, NDArray[Any]] | None:
        """Return arrays worked out from the edition, which warnings do not touch."""
        return self._edition.kept(name)

    def keep(self, name: str, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Keep such arrays."""
        self._edition.keep(name, arrays)


Gained = Mapping[WarningKind, frozenset[int]]


def _events_of(edition: Edition, rule: RaisedWarning) -> frozenset[int]:
    named = (edition.index_of(event) for event in rule.events)
    rows = {category: row for row, category in enumerate(edition.library.categories)}
    wanted = [rows[category] for category in rule.categories if category in rows]
    of_categories = np.flatnonzero(np.isin(edition.columns.category, wanted))
    return frozenset(index for index in named if index is not None) | {int(i) for i in of_categories}


def _labelled(library: Library, extra: tuple[RaisedWarning, ...], *, always_ask: bool) -> Library:
    new = {rule.kind: rule.label for rule in extra if rule.label is not None}
    labels = {**new, **library.about.warning_labels}
    return replace(library, about=replace(library.about, warning_labels=labels, always_ask=always_ask))


def _flagged(columns: EventColumns, gained: Gained) -> EventColumns:
    flags = columns.flags.copy()
    for events in gained.values():
        flags[sorted(events)] |= np.uint16(Flag.SENSITIVE)
    return replace(columns, flags=flags)


def _linked(links: Links, gained: Gained) -> Links:
    pairs = {(kind, int(event)) for kind in links.ids for event in links.of(kind)}
    pairs |= {(str(kind), event) for kind, events in gained.items() for event in events}
    names = tuple(sorted({kind for kind, _ in pairs}))
    ordered = sorted(pairs)
    rows = np.array([names.index(kind) for kind, _ in ordered], np.int64)
    return links_from_pairs(names, rows, np.array([event for _, event in ordered], np.int64))


class QuietEdition(RaisedEdition):
    """An edition for eyes that agreed to nothing: events under a warning keep no headline."""

    def title(self, index: int, language: str) -> Shown:
        """Return the headline of an event, empty where a warning covers it."""
        if int(self.columns.flags[index]) & Flag.SENSITIVE:
            return Shown("", language, fallback=False)
        return super().title(index, language)
