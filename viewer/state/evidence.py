"""Judge how the evidence of events stands: thin, one-sided, unchecked or disputed. Nothing is scored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viewer.model.edition import Edition
from viewer.model.ids import EventId
from viewer.state.evidence_masks import evidence_mask
from viewer.state.filters import EvidenceKind

SUMMED = (
    EvidenceKind.CONTESTED,
    EvidenceKind.UNCHECKED,
    EvidenceKind.ONE_SOURCE,
    EvidenceKind.ONE_SIDE,
    EvidenceKind.SECOND_HAND,
    EvidenceKind.NO_PAGE,
)
"""Kinds a summary names; being checked is the rest of being unchecked."""


@dataclass(frozen=True, slots=True, eq=False)
class EvidenceSummary:
    """Which events of an edition are of each kind."""

    total: int
    events: Mapping[EvidenceKind, NDArray[np.int64]]
    """Event indexes, rising."""

    def count(self, kind: EvidenceKind) -> int:
        """Return how many events are of that kind."""
        return len(self.events[kind])

    def kinds_of(self, index: int) -> tuple[EvidenceKind, ...]:
        """Return the kinds of one event, in the order of `SUMMED`."""
        return tuple(kind for kind in SUMMED if index in self.events[kind])


@dataclass(frozen=True, slots=True)
class Task:
    """One line of a curator's worklist."""

    event: EventId
    kinds: tuple[EvidenceKind, ...]


def summarise(edition: Edition) -> EvidenceSummary:
    """Return the summary of an edition."""
    events = {kind: np.flatnonzero(evidence_mask(edition, kind)) for kind in SUMMED}
    return EvidenceSummary(len(edition.columns), events)


def worklist(edition: Edition) -> Iterator[Task]:
    """Give every event with something left to do, in the edition's order."""
    summary = summarise(edition)
    for index in range(summary.total):
        kinds = summary.kinds_of(index)
        if kinds:
            yield Task(edition.event_id(index), kinds)
