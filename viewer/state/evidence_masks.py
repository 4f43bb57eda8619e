"""Find, for a whole edition at once, the events whose evidence is thin or disputed."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from viewer.model.columns import Flag
from viewer.model.edition import Edition
from viewer.model.evidence import LocatorKind
from viewer.model.ids import SourceId
from viewer.model.source import Position
from viewer.state.filters import EvidenceKind

Mask = NDArray[np.bool_]

SECOND_HAND = frozenset({Position.PRESS, Position.REFERENCE})
EXACT_PLACES = frozenset(LocatorKind) - {LocatorKind.COPY, LocatorKind.NOTE}
READABLE_EVENTS = 20_000
"""Above this number the locators of single citations are not looked through."""


def evidence_mask(edition: Edition, kind: EvidenceKind) -> Mask:
    """Return which events of `edition` are of that kind, by index."""
    return _MASKS[kind](edition)


def _flagged(edition: Edition, flag: Flag) -> Mask:
    mask: Mask = (edition.columns.flags & flag) != 0
    return mask


def sources_per_event(edition: Edition) -> NDArray[np.int64]:
    """Return how many sources each event cites, by index."""
    return np.bincount(edition.links["sources"].events, minlength=len(edition.columns))


def _positions_per_event(edition: Edition) -> NDArray[np.int64]:
    total = np.zeros(len(edition.columns), np.int64)
    for position in Position:
        total += citing(edition, frozenset({position}))
    return total


def _only_second_hand(edition: Edition) -> Mask:
    others = frozenset(Position) - SECOND_HAND
    return citing(edition, SECOND_HAND) & ~citing(edition, others)


def citing(edition: Edition, positions: frozenset[Position]) -> Mask:
    """Return which events cite a source that speaks from one of `positions`, by index."""
    mask = np.zeros(len(edition.columns), np.bool_)
    links = edition.links["sources"]
    for name in links.ids:
        source = edition.library.sources.get(SourceId(name))
        if source and source.position in positions:
            mask[links.of(name)] = True
    return mask


def _without_page(edition: Edition) -> Mask:
    mask = np.zeros(len(edition.columns), np.bool_)
    for index in range(min(len(mask), READABLE_EVENTS)):
        citations = edition.event(index).citations
        mask[index] = any(
            not any(locator.kind in EXACT_PLACES for locator in citation.locators) for citation in citations
        )
    return mask


_MASKS: dict[EvidenceKind, Callable[[Edition], Mask]] = {
    EvidenceKind.CHECKED: lambda edition: ~_flagged(edition, Flag.UNCHECKED),
    EvidenceKind.UNCHECKED: lambda edition: _flagged(edition, Flag.UNCHECKED),
    EvidenceKind.CONTESTED: lambda edition: _flagged(edition, Flag.CONTESTED),
    EvidenceKind.ONE_SOURCE: lambda edition: sources_per_event(edition) == 1,
    EvidenceKind.ONE_SIDE: lambda edition: _positions_per_event(edition) == 1,
    EvidenceKind.SECOND_HAND: _only_second_hand,
    EvidenceKind.NO_PAGE: _without_page,
}
