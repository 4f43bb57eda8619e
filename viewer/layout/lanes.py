"""Give each event of a track its lane, once per filter and grouping; panning and zooming never move it.

Where the events fit, no two overlap within a lane and neighbours in time take different lanes, so that their
labels have room beside them. Where more overlap than there are lanes, the last lanes are *crowded*: they take
what is left in turn, and a mark there ends where the next one begins.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.model.columns import Int64

MOST_LANES = 6
FEW_OVERFLOWING = 0.2
"""Up to this share of events without a free lane, one crowded lane is enough."""
WINDOWS = 100
"""Share of the whole time in which crowding is measured."""
CHUNK = 65_536
"""So many spans at a time become Python integers, to spare memory."""


class Packing(NamedTuple):
    """The lanes of a track; those from `crowded` on are crowded ones."""

    lane: NDArray[np.int16]
    lanes: int
    crowded: int


def crowding(starts: Int64, whole: int) -> int:
    """Return how many events, sorted by start, begin at most within a small share of the `whole` time.

    So many lanes a track could use where its events are thickest; for even data it follows their number.
    """
    if not len(starts):
        return 0
    after = np.searchsorted(starts, starts + max(whole // WINDOWS, 1), "right")
    return int((after - np.arange(len(starts))).max())


def running(starts: Int64, ends: Int64) -> Int64:
    """Return for each span, sorted by start, how many run when it begins, itself included."""
    return np.arange(1, len(starts) + 1) - np.searchsorted(np.sort(ends), starts, "right")


class Need(NamedTuple):
    """How many lanes a track needs so that no events overlap, and how many it could use."""

    least: int
    most: int


def share_lanes(needs: list[Need], budget: int, most: int = MOST_LANES) -> list[int]:
    """Deal `budget` lanes out to tracks: one each, then what keeps events apart, then where most share one.

    No track gets more lanes than `most` or than it could use; every track gets one, even past the budget.
    """
    lanes = [1] * len(needs)
    for aim in (0, 1):
        while sum(lanes) < budget:
            open_to = [i for i, need in enumerate(needs) if lanes[i] < min(most, need[aim])]
            if not open_to:
                break
            lanes[max(open_to, key=lambda i: (needs[i][aim] / (lanes[i] + 1), -i))] += 1
    return lanes


def pack(starts: Int64, ends: Int64, lanes: int) -> Packing:
    """Pack half-open spans, sorted by start, into at most `lanes` lanes."""
    free, crowded = _divide(starts, ends, lanes)
    lane = np.empty(len(starts), np.int16)
    dealer = _Dealer([-(2**63)] * free, crowded)
    for first in range(0, len(starts), CHUNK):
        part = slice(first, first + CHUNK)
        lane[part] = dealer.deal(starts[part].tolist(), ends[part].tolist())
    return Packing(lane, free + crowded, free)


def _divide(starts: Int64, ends: Int64, lanes: int) -> tuple[int, int]:
    """Say how many lanes hold no overlap and how many are crowded."""
    overflowing = np.count_nonzero(running(starts, ends) > lanes)
    if not overflowing:
        return min(lanes, len(starts)), 0
    crowded = 1 if overflowing < FEW_OVERFLOWING * len(starts) else (lanes + 1) // 2
    return lanes - crowded, crowded


@dataclass(slots=True)
class _Dealer:
    """Put each span into the lane that has been empty longest, or in turn into a crowded one."""

    until: list[int]
    """The end of the last span in each lane without overlaps."""
    crowded: int
    turn: int = 0

    def deal(self, starts: list[int], ends: list[int]) -> list[int]:
        """Return the lanes of further spans."""
        until, lanes = self.until, []
        earliest = min(until, default=2**63)
        for start, end in zip(starts, ends, strict=True):
            if earliest <= start:
                lane = until.index(earliest)
                until[lane] = end
                earliest = min(until)
            else:
                lane = len(until) + self.turn
                self.turn = (self.turn + 1) % self.crowded
            lanes.append(lane)
        return lanes
