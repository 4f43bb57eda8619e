"""Lay all lanes end to end in a few arrays, so that a frame costs the same for a hundred events or a million.

    positions   0 ─────────────────────────────────────────────── N
    lanes       │ track 0, lane 0 │ track 0, lane 1 │ track 1 …
    start, end  rising within a lane, never overlapping: end[p] ≤ start[p + 1]

Made once per filter and grouping.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.base.instant import DAY
from viewer.layout.frame import Indexes
from viewer.layout.lanes import MANY, MOST_LANES, Need, Packing, crowding, most_running, pack, share_lanes
from viewer.layout.pyramid import Pyramid, build_pyramid
from viewer.layout.time_scale import LIMIT
from viewer.layout.tracks import TrackSpec
from viewer.model.columns import EventColumns, Flag, Int64

ONE_LANE = Need(1, 1)
KEPT = 5000
"""Positions of so many events are remembered."""
FAR = 2**61
"""Open ends are cut here inside a plan, so that lengths fit an int64."""
TOLD = (Flag.CONTESTED, Flag.SENSITIVE, Flag.UNCHECKED)
"""What a cluster must count among its members."""


@dataclass(frozen=True, slots=True)
class PlanTrack:
    """One track with its lanes `first_lane … first_lane + lanes`."""

    spec: TrackSpec
    first_lane: int
    lanes: int
    total: int


class Lane(NamedTuple):
    """What a plan holds of one lane; nothing is copied."""

    first: int
    last: int
    start: Int64
    end: Int64
    ends: Int64 | None
    """The true ends of its events, sorted, where it is crowded."""


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Tracks, lanes and everything a frame looks up. `N` is the number of positions."""

    columns: EventColumns
    tracks: tuple[PlanTrack, ...]
    lane_first: Int64
    """First position of each lane, and N."""
    lane_track: NDArray[np.int16]
    ends_sorted: tuple[Int64 | None, ...]
    """For each crowded lane the true ends of its events, sorted; None for the others."""
    event: Indexes
    """Event index at each position; rising within a lane."""
    start: Int64
    end: Int64
    """End of what can be painted: the outer bound, or the next start in a crowded lane."""
    whole_end: Int64
    """The outer bound in every lane."""
    told: NDArray[np.int32]
    """Shape (3, N + 1): how many events before a position carry each flag of `TOLD`."""
    pyramid: Pyramid
    placed: Indexes
    """Every placed event that is shown, once, rising."""
    starts: Int64
    """Their outer starts, rising."""
    ends: Int64
    """Their outer ends, sorted by themselves."""
    tray: Indexes
    span: tuple[int, int]
    """The stretch of time from the first to the last known bound."""
    _found: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    _lanes: list[Lane] = field(default_factory=list)

    def lanes(self) -> list[Lane]:
        """Return all lanes from top to bottom; asked many times for each frame."""
        if not self._lanes:
            bounds = zip(pairwise(self.lane_first.tolist()), self.ends_sorted, strict=True)
            self._lanes.extend(Lane(a, b, self.start[a:b], self.end[a:b], ends) for (a, b), ends in bounds)
        return self._lanes

    def members(self, first: int, last: int) -> Indexes:
        """Return the event indexes at positions first … last, such as those of a cluster."""
        return self.event[first:last]

    def positions(self, event: int) -> list[tuple[int, int]]:
        """Return (lane, position) of an event in every track in which it stands."""
        if event not in self._found:
            if len(self._found) > KEPT:
                self._found.clear()
            self._found[event] = self._find(event)
        return self._found[event]

    def _find(self, event: int) -> list[tuple[int, int]]:
        found, wanted, firsts = [], np.int32(event), self.lane_first.tolist()
        for lane, (first, last) in enumerate(pairwise(firsts)):
            at = first + int(self.event[first:last].searchsorted(wanted))
            if at < last and self.event[at] == wanted:
                found.append((lane, at))
        return found

    def in_view(self, start: int, end: int) -> int:
        """Count the placed events whose possible span touches [start, end)."""
        return int(np.searchsorted(self.starts, end) - np.searchsorted(self.ends, start, "right"))

    def count_before(self, events: Indexes) -> NDArray[np.int32]:
        """Return for each position how many of `events` (rising) stand before it; shape (N + 1,)."""
        among = np.zeros(len(self.columns), bool)
        among[events] = True
        counts = np.zeros(len(self.event) + 1, np.int32)
        np.cumsum(among[self.event], out=counts[1:])
        return counts


@dataclass(slots=True)
class Packer:
    """Remember how each track was packed, so that only changed tracks are packed anew."""

    known: dict[str, tuple[Indexes, int, Packing]] = field(default_factory=dict)

    def pack(self, track: str, events: Indexes, columns: EventColumns, lanes: int) -> Packing:
        """Return the packing of a track, anew only when its events or number of lanes changed."""
        last = self.known.get(track)
        if last and last[1] == lanes and np.array_equal(last[0], events):
            return last[2]
        packing = pack(columns.start_min[events], columns.end_max[events], lanes)
        self.known[track] = (events, lanes, packing)
        return packing


def make_plan(
    columns: EventColumns,
    specs: Sequence[TrackSpec],
    shown: Indexes | None = None,
    *,
    budget: int = 20,
    packer: Packer | None = None,
) -> Plan:
    """Pack the shown events (all when None; rising) into tracks that share about `budget` lanes.

    `specs` come in the order of the window, hidden ones left out. `packer` belongs to one collection.
    """
    packer = packer or Packer()
    members = _members(columns, specs, shown)
    starts = np.clip(columns.start_min[: columns.placed], -FAR, FAR)
    whole = int(starts[-1] - starts[0]) if len(starts) else 0
    needs = [
        ONE_LANE if spec.collapsed else _need(starts[events], columns.end_max[events], whole)
        for spec, events in zip(specs, members, strict=True)
    ]
    shares = share_lanes(needs, budget)
    packings = [
        packer.pack(spec.id, events, columns, lanes)
        for spec, events, lanes in zip(specs, members, shares, strict=True)
    ]
    return _join(columns, specs, members, packings, shown)


def _need(starts: Int64, ends: Int64, whole: int) -> Need:
    """Say how many lanes a track needs; very many events are a crowd, whatever it gets."""
    if len(starts) > MANY:
        return Need(1, MOST_LANES)
    return Need(most_running(starts, ends), crowding(starts, whole))


def _members(columns: EventColumns, specs: Sequence[TrackSpec], shown: Indexes | None) -> list[Indexes]:
    """Return for each track its events that are shown and placed."""
    if shown is None:
        return [s.events[: np.searchsorted(s.events, columns.placed)] for s in specs]
    mask = np.zeros(len(columns), bool)
    mask[shown[shown < columns.placed]] = True
    return [s.events[mask[s.events]] for s in specs]


def _join(
    columns: EventColumns,
    specs: Sequence[TrackSpec],
    members: list[Indexes],
    packings: list[Packing],
    shown: Indexes | None,
) -> Plan:
    """Lay the lanes of all tracks end to end."""
    tracks: list[PlanTrack] = []
    pieces: list[Indexes] = []
    sizes: list[int] = []
    lane_track: list[int] = []
    crowded: list[bool] = []
    for row, (spec, events, packing) in enumerate(zip(specs, members, packings, strict=True)):
        tracks.append(PlanTrack(spec, len(lane_track), packing.lanes, len(events)))
        pieces.append(events[np.argsort(packing.lane, kind="stable")])
        sizes.extend(np.bincount(packing.lane, minlength=packing.lanes).tolist())
        lane_track.extend([row] * packing.lanes)
        crowded.extend(lane >= packing.crowded for lane in range(packing.lanes))
    event = np.concatenate([np.empty(0, np.int32), *pieces])
    lane_first = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]).astype(np.int64)
    start = np.maximum(columns.start_min[event], -FAR)
    end = np.minimum(columns.end_max[event], FAR)
    whole_end = end.copy() if any(crowded) else end
    ends_sorted = _cut(start, end, lane_first, crowded)
    placed, tray = _shown(columns, specs, shown)
    whole = len(placed) == columns.placed
    starts = columns.start_min[: columns.placed] if whole else columns.start_min[placed]
    # Nearly sorted already, which a stable sort makes use of.
    ends = np.sort(columns.end_max[: columns.placed] if whole else columns.end_max[placed], kind="stable")
    return Plan(
        columns=columns,
        tracks=tuple(tracks),
        lane_first=lane_first,
        lane_track=np.array(lane_track, np.int16),
        ends_sorted=ends_sorted,
        event=event,
        start=start,
        end=end,
        whole_end=whole_end,
        told=_told(columns, event),
        pyramid=build_pyramid(start, end, lane_first),
        placed=placed,
        starts=starts,
        ends=ends,
        tray=tray,
        span=_span(columns, placed, starts, ends),
    )


def _cut(start: Int64, end: Int64, lane_first: Int64, crowded: list[bool]) -> tuple[Int64 | None, ...]:
    """End each span of a crowded lane where the next begins; return the true ends of those lanes, sorted."""
    kept: list[Int64 | None] = []
    for is_crowded, first, last in zip(crowded, lane_first[:-1], lane_first[1:], strict=True):
        kept.append(np.sort(end[first:last], kind="stable") if is_crowded else None)
        if is_crowded:
            np.minimum(end[first : last - 1], start[first + 1 : last], out=end[first : last - 1])
    return tuple(kept)


def _shown(
    columns: EventColumns, specs: Sequence[TrackSpec], shown: Indexes | None
) -> tuple[Indexes, Indexes]:
    """Return the events on the axis, each once, and those in the tray."""
    among = np.zeros(columns.placed, bool)
    for spec in specs:
        among[spec.events[: np.searchsorted(spec.events, columns.placed)]] = True
    if shown is None:
        return np.flatnonzero(among).astype(np.int32), np.arange(columns.placed, len(columns), dtype=np.int32)
    cut = np.searchsorted(shown, columns.placed)
    placed = shown[:cut]
    return placed[among[placed]].astype(np.int32), shown[cut:].astype(np.int32)


def _told(columns: EventColumns, event: Indexes) -> NDArray[np.int32]:
    flags = columns.flags[event]
    counts = np.zeros((len(TOLD), len(event) + 1), np.int32)
    for row, flag in zip(counts, TOLD, strict=True):
        np.cumsum((flags & flag) != 0, out=row[1:])
    return counts


def _span(columns: EventColumns, placed: Indexes, starts: Int64, ends: Int64) -> tuple[int, int]:
    """Return the first and last bound that is not open; a year from 1970 when there is none."""
    open_start = placed[: np.searchsorted(starts, -LIMIT, "right")]
    open_end = placed[columns.end_max[placed] >= LIMIT] if len(ends) and ends[-1] >= LIMIT else placed[:0]
    inner = [columns.start_max[open_start], columns.end_min[open_start]]
    inner += [columns.start_max[open_end], columns.end_min[open_end]]
    bounds = np.concatenate([*inner, starts[len(open_start) :][:1], ends[: len(ends) - len(open_end)][-1:]])
    known = bounds[np.abs(bounds) < LIMIT]
    if len(known) and known.min() < known.max():
        return int(known.min()), int(known.max())
    return 0, 365 * DAY
