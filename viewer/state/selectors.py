"""Derive what is shown from the state: which events pass the filters, which answer the search."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viewer.model.edition import Edition
from viewer.state.evidence_masks import Mask, evidence_mask
from viewer.state.filters import Filters

ENTITY_FIELDS = ("people", "groups", "places", "sources", "claims", "warnings")


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """The events that pass the filters."""

    mask: Mask
    """One truth value per event index."""
    indexes: NDArray[np.int64]
    """Indexes that pass, rising, therefore in time order; tray events last."""
    in_tray: int
    """How many of them have no usable date."""


def shown_events(edition: Edition, filters: Filters) -> Shown:
    """Return which events pass `filters`."""
    mask = _track_mask(edition, filters)
    for name in ENTITY_FIELDS:
        chosen = getattr(filters, name)
        if chosen:
            mask &= _linked(edition, name, chosen)
    for kind in filters.evidence:
        mask &= evidence_mask(edition, kind)
    indexes = np.flatnonzero(mask)
    placed = int(np.searchsorted(indexes, edition.columns.placed))
    return Shown(mask, indexes, len(indexes) - placed)


def found_events(edition: Edition, shown: Shown, query: str) -> NDArray[np.int64]:
    """Return the indexes of shown events that answer `query`, in time order."""
    if not query.strip():
        return np.empty(0, np.int64)
    found = edition.search(query)
    return found[shown.mask[found]].astype(np.int64)


def span_of(edition: Edition, indexes: NDArray[np.int64]) -> tuple[int, int] | None:
    """Return the stretch of time that the placed ones of `indexes` fill, open ends left out."""
    columns = edition.columns
    placed = indexes[indexes < columns.placed]
    if not len(placed):
        return None
    edges = np.concatenate(
        [getattr(columns, name)[placed] for name in ("start_min", "start_max", "end_min", "end_max")]
    )
    known = edges[np.abs(edges) < OPEN]
    return (int(known.min()), int(known.max())) if len(known) else None


OPEN = 1 << 61
"""Bounds beyond this stand for an open end."""


def _track_mask(edition: Edition, filters: Filters) -> Mask:
    if not filters.hidden_tracks:
        return np.ones(len(edition.columns), np.bool_)
    categories = edition.library.categories.values()
    kept = np.array([category.track not in filters.hidden_tracks for category in categories], np.bool_)
    mask: Mask = kept[edition.columns.category]
    return mask


def _linked(edition: Edition, name: str, chosen: frozenset[str]) -> Mask:
    mask = np.zeros(len(edition.columns), np.bool_)
    for entity in chosen:
        mask[edition.links[name].of(entity)] = True
    return mask
