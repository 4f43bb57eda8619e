"""Know, for every zoom, where neighbouring events of a lane can be parted, without looking at all of them.

Before each position lies a *boundary* that holds up to a certain reach: the gap to the event before it, or a
part of the length of either when that is a long bar. At a zoom where marks need a distance of T milliseconds,
a lane falls apart into runs exactly at the boundaries with reach ≥ T. Each level lists the positions with
reach ≥ its own step, so that any window meets only a bounded number of them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viewer.layout.frame import Indexes
from viewer.model.columns import Int64

BAR = 1.5
"""A span this many times as long as the distance of marks stands by itself, whatever lies beside it."""
FINEST = 256
"""Step of the lowest level in milliseconds; finer than any view needs."""
CHUNK = 1 << 17
WORTH = 0.85
"""A coarser level is kept when it is smaller than the last kept one by this factor."""


@dataclass(frozen=True, slots=True, eq=False)
class Pyramid:
    """The reach of each boundary in milliseconds, and the levels: (step, rising positions)."""

    reach: NDArray[np.float32]
    levels: tuple[tuple[int, Indexes], ...]

    def level(self, distance: float) -> Indexes:
        """Return positions that include every boundary with reach ≥ `distance`, and every start of a lane."""
        chosen = self.levels[0][1]
        for step, positions in self.levels:
            if step > distance:
                break
            chosen = positions
        return chosen


def build_pyramid(start: Int64, end: Int64, lane_first: Int64) -> Pyramid:
    """Build the levels for lanes that lie end to end; `lane_first` ends with the number of positions."""
    reach = _reach(start, end, lane_first)
    positions = np.arange(len(start), dtype=np.int32)
    levels = [(0, positions)]
    step, left = FINEST, positions
    while len(left) >= len(lane_first) and step < 2**61:
        left = left[reach[left] >= step]
        if len(left) <= WORTH * len(levels[-1][1]):
            levels.append((step, left))
        step *= 4
    return Pyramid(reach, tuple(levels))


def _reach(start: Int64, end: Int64, lane_first: Int64) -> NDArray[np.float32]:
    """Return the reach of every boundary, some at a time to spare memory."""
    reach = np.empty(len(start), np.float32)
    for first in range(0, len(start), CHUNK):
        last = min(first + CHUNK, len(start))
        before = max(first - 1, 0)
        length = ((end[before:last] - start[before:last]) / BAR).astype(np.float32)
        gap = (start[before + 1 : last] - end[before : last - 1]).astype(np.float32)
        own = np.maximum(np.maximum(length[1:], length[:-1]), gap)
        # What begins at the same instant in a crowded lane cannot be parted, however long the last of it is.
        own[start[before + 1 : last] == start[before : last - 1]] = 0
        reach[before + 1 : last] = own
    firsts = lane_first[:-1]
    reach[firsts[firsts < len(start)]] = np.inf
    return reach
