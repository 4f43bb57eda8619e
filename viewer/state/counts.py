"""Count what is shown: in all, in view, in the tray, and for each value of each filter."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from viewer.state.selectors import ENTITY_FIELDS
from viewer.state.session import Session


@dataclass(frozen=True, slots=True)
class Counts:
    """How many events there are."""

    total: int
    shown: int
    in_view: int
    """Shown events whose possible span touches the visible range."""
    in_tray: int


def shown_counts(session: Session) -> Counts:
    """Count the events of the session as it stands."""
    shown, visible, columns = session.shown(), session.state.visible, session.edition.columns
    placed = shown.indexes[: len(shown.indexes) - shown.in_tray]
    key = ("ends", session.state.filters)
    starts, ends = session.memo.get(
        key, lambda: (np.sort(columns.start_min[placed]), np.sort(columns.end_max[placed]))
    )
    before = int(np.searchsorted(ends, visible.start, side="right"))
    begun = int(np.searchsorted(starts, visible.end, side="left"))
    return Counts(len(columns), len(shown.indexes), begun - before, shown.in_tray)


def facet_counts(session: Session, field: str) -> Mapping[str, int]:
    """Count, for each value of a filter, the events now shown that have it."""
    if field not in ENTITY_FIELDS:
        raise KeyError(field)
    shown, links = session.shown(), session.edition.links[field]
    passing = np.concatenate([[0], np.cumsum(shown.mask[links.events])])
    totals = passing[links.offsets[1:]] - passing[links.offsets[:-1]]
    return {name: int(total) for name, total in zip(links.ids, totals, strict=True)}
