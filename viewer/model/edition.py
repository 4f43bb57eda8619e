"""Offer one way to read a collection, whether it lies in memory or in a compiled edition."""

from collections.abc import Mapping
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from viewer.model.collection import Library
from viewer.model.columns import EventColumns, Links
from viewer.model.event import Event
from viewer.model.ids import EventId
from viewer.model.text import Shown

LINK_KINDS = ("people", "groups", "places", "sources", "claims", "warnings")


class Edition(Protocol):
    """A collection as the window reads it.

    Events are addressed by their index in `columns`; an id is turned into an index once.
    """

    @property
    def library(self) -> Library:
        """Everything but the events."""

    @property
    def columns(self) -> EventColumns:
        """The times and marks of all events."""

    @property
    def links(self) -> Mapping[str, Links]:
        """Events by entity, for each of `LINK_KINDS`."""

    @property
    def key(self) -> str:
        """SHA-256 over the content of the collection, in hex."""

    def event(self, index: int) -> Event:
        """Return the whole event at `index`."""

    def event_id(self, index: int) -> EventId:
        """Return the id of the event at `index`."""

    def index_of(self, event: EventId) -> int | None:
        """Return the index of an event, or None when there is no such event."""

    def title(self, index: int, language: str) -> Shown:
        """Return the headline of the event at `index`; quicker than `event`."""

    def search(self, query: str, limit: int = 100_000) -> NDArray[np.int32]:
        """Return the indexes, rising, of events whose texts, names or sources match all words of `query`."""

    def suggestion(self, query: str) -> str | None:
        """Return a query of known words that is like `query`; None when there is none, or no need."""

    def kept(self, name: str) -> Mapping[str, NDArray[Any]] | None:
        """Return arrays that were worked out from this edition and kept under that name, or None."""

    def keep(self, name: str, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Keep such arrays for the next opening, where that can be done; it only ever saves time."""
