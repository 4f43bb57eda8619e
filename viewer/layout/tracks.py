"""Say which events stand in which track, for each way to group them; an event may stand in several."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from viewer.layout.frame import Indexes
from viewer.model.collection import Library
from viewer.model.columns import EventColumns, Links

REST = "*rest"
"""Id of the track that holds the events of no other, so that grouping loses none."""


@dataclass(frozen=True, slots=True, eq=False)
class TrackSpec:
    """A track before packing."""

    id: str
    label: str
    colour: str
    shape: str
    events: Indexes
    """Indexes of its events, rising; those without a usable date are ignored."""
    collapsed: bool = False
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class TrackStyle:
    """How a track of a grouping is named and drawn."""

    label: str
    colour: str = "background"
    shape: str = "square"


def tracks_by_category(library: Library, columns: EventColumns, language: str) -> list[TrackSpec]:
    """Group events by the track of their category, in the collection's order; empty tracks are left out."""
    track_ids = list(library.tracks)
    row_of = {track: row for row, track in enumerate(track_ids)}
    row = np.array([row_of[c.track] for c in library.categories.values()], np.int16)
    rows = row[columns.category[: columns.placed]]
    specs = []
    for position, track in enumerate(library.tracks.values()):
        events = np.flatnonzero(rows == position).astype(np.int32)
        if len(events):
            specs.append(
                TrackSpec(track.id, track.label.pick(language).text, track.colour, track.shape, events)
            )
    return specs


def tracks_by_link(
    links: Links, columns: EventColumns, styles: Mapping[str, TrackStyle], rest: TrackStyle
) -> list[TrackSpec]:
    """Group events by entity, in the order of `styles`; what belongs to none comes last under `rest`."""
    rows = links.rows()
    specs = []
    missing = np.ones(columns.placed, bool)
    for entity, style in styles.items():
        row = rows.get(entity)
        if row is None:
            continue
        events = links.events[links.offsets[row] : links.offsets[row + 1]]
        events = events[events < columns.placed]
        missing[events] = False
        if len(events):
            specs.append(TrackSpec(entity, style.label, style.colour, style.shape, events))
    if missing.any():
        left = np.flatnonzero(missing).astype(np.int32)
        specs.append(TrackSpec(REST, rest.label, rest.colour, rest.shape, left))
    return specs


def arranged(
    specs: Iterable[TrackSpec],
    order: tuple[str, ...],
    *,
    hidden: frozenset[str],
    collapsed: frozenset[str],
    pinned: frozenset[str],
) -> list[TrackSpec]:
    """Apply what the reader did to the tracks: pinned first, then the moved ones, then the others."""
    place = {track: position for position, track in enumerate(order)}
    kept = [
        TrackSpec(s.id, s.label, s.colour, s.shape, s.events, s.id in collapsed, s.id in pinned)
        for s in specs
        if s.id not in hidden
    ]
    return sorted(kept, key=lambda s: (not s.pinned, place.get(s.id, len(place))))
