"""Choose what passes over the screen while nobody is there; nothing under a content warning ever does."""

from dataclasses import dataclass

import numpy as np

from viewer.model.columns import Flag
from viewer.model.edition import Edition
from viewer.model.ids import EventId
from viewer.model.text import Text
from viewer.model.venue import Attract

MOST = 12
"""Headlines that the collection chooses for itself."""


@dataclass(frozen=True, slots=True)
class Headline:
    """One of the lines that pass: that of an event, or one of the house."""

    event: EventId | None = None
    text: Text = Text()


def headlines(edition: Edition, asked: Attract) -> tuple[Headline, ...]:
    """Return the lines of a round: those of the house in its order, or the weightiest events in theirs."""
    texts = [Headline(text=text) for text in asked.texts]
    named = [edition.index_of(event) for event in asked.events]
    indexes = [index for index in named if index is not None and not is_gated(edition, index)]
    if not asked.events and not texts:
        indexes = _chosen(edition)
    return (*texts, *(Headline(edition.event_id(index)) for index in indexes))


def is_gated(edition: Edition, index: int) -> bool:
    """Tell whether a content warning stands before an event."""
    return bool(int(edition.columns.flags[index]) & Flag.SENSITIVE)


def _chosen(edition: Edition) -> list[int]:
    """Return placed events without warnings: the most important ones, then in time order."""
    columns = edition.columns
    free = (columns.flags[: columns.placed] & np.uint16(Flag.SENSITIVE)) == 0
    indexes = np.flatnonzero(free)
    order = np.argsort(columns.importance[indexes], kind="stable")
    return sorted(int(index) for index in indexes[order][:MOST])
