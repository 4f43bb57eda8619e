"""Judge how the evidence of events stands: thin, one-sided, unchecked or disputed. Nothing is scored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from viewer.model.edition import Edition
from viewer.model.ids import EventId
from viewer.model.source import Position
from viewer.state.evidence_masks import (
    READABLE_EVENTS,
    Mask,
    citing,
    evidence_mask,
    sources_per_event,
)
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
READ_AT_ONCE, LINKED_AT_ONCE = 2_000, 200_000
"""Events above which single citations, and above which links, are too many to look through for a page."""
KEPT = "evidence-1"
"""Name under which an edition keeps the masks of `SUMMED`; changed with every change of what they mean."""


@dataclass(frozen=True, slots=True, eq=False)
class EvidenceSummary:
    """Which events of an edition are of each kind."""

    total: int
    masks: Mapping[EvidenceKind, Mask]
    """One truth value per event index."""

    def count(self, kind: EvidenceKind) -> int:
        """Return how many events are of that kind."""
        return int(np.count_nonzero(self.masks[kind]))

    def kinds_of(self, index: int) -> tuple[EvidenceKind, ...]:
        """Return the kinds of one event, in the order of `SUMMED`."""
        return tuple(kind for kind, mask in self.masks.items() if mask[index])


@dataclass(frozen=True, slots=True)
class Task:
    """One line of a curator's worklist."""

    event: EventId
    kinds: tuple[EvidenceKind, ...]
    sources: int
    """How many sources the event cites; 0 is a task of its own."""
    positions: tuple[Position, ...]
    """From where these sources speak, in the order of `Position`."""


def summarise(edition: Edition, kinds: tuple[EvidenceKind, ...] = SUMMED) -> EvidenceSummary:
    """Return the summary of an edition."""
    kept = _kept(edition)
    masks = {kind: kept[kind] if kind in kept else evidence_mask(edition, kind) for kind in kinds}
    return EvidenceSummary(len(edition.columns), masks)


def prepare_evidence(edition: Edition) -> None:
    """Keep the masks with a small edition, so that its first page need not look through all citations."""
    if len(edition.columns) <= READ_AT_ONCE:
        edition.keep(KEPT, {"masks": np.array([evidence_mask(edition, kind) for kind in SUMMED])})


def _kept(edition: Edition) -> Mapping[EvidenceKind, Mask]:
    """Return the masks that the edition keeps; none when it keeps none of this shape."""
    found, shape = (edition.kept(KEPT) or {}).get("masks"), (len(SUMMED), len(edition.columns))
    if found is None or found.dtype != np.bool_ or found.shape != shape:
        return {}
    return dict(zip(SUMMED, found, strict=True))


def kinds_at_once(edition: Edition) -> tuple[EvidenceKind, ...]:
    """Return the kinds that can be counted while a page is made; large editions have fewer."""
    if len(edition.columns) <= READ_AT_ONCE:
        return SUMMED
    return SUMMED[:-1] if len(edition.columns) <= LINKED_AT_ONCE else SUMMED[:2]


def worklist(edition: Edition) -> Iterator[Task]:
    """Give every event with something left to do, in the edition's order."""
    kinds = worklist_kinds(edition)
    summary, cited = summarise(edition, kinds), sources_per_event(edition)
    by_position = {position: citing(edition, frozenset({position})) for position in Position}
    for index in range(summary.total):
        found = summary.kinds_of(index)
        if found or not cited[index]:
            positions = tuple(position for position, mask in by_position.items() if mask[index])
            yield Task(edition.event_id(index), found, int(cited[index]), positions)


def worklist_kinds(edition: Edition) -> tuple[EvidenceKind, ...]:
    """Return the kinds a worklist names; citations are not looked through where there are too many."""
    return SUMMED if len(edition.columns) <= READABLE_EVENTS else SUMMED[:-1]
