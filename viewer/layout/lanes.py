"""Give each event of a track its lane, once per filter and grouping; panning and zooming never move it.

Where the events fit, no two overlap within a lane and neighbours in time take different lanes, so that their
labels have room beside them. Where more overlap than there are lanes, the last lanes are *crowded*: they take
what is left in turn, the shortest events, and a mark there ends where the next one begins.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.model.columns import Int64

MOST_LANES = 6
MANY = 20_000
"""In larger tracks it is not worth the time to look which events had better be crowded."""
FEW_OVERFLOWING = 0.5
"""Up to this share of events without a free lane, one crowded lane is enough."""
WINDOWS = 100
"""Share of the whole time in which crowding is measured."""


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


def most_running(starts: Int64, ends: Int64) -> int:
    """Return how many spans, sorted by start, run at once at most."""
    return int(_running(_first_fits(starts, ends)).max(initial=0))


def _first_fits(starts: Int64, ends: Int64) -> NDArray[np.intp]:
    """Return for each span the first one that begins when it has ended."""
    return np.searchsorted(starts, ends)


def _running(fits: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return for each span how many run when it begins, itself included."""
    ended = np.cumsum(np.bincount(fits, minlength=len(fits))[: len(fits)])
    return np.arange(1, len(fits) + 1) - ended


class Need(NamedTuple):
    """What a track could do with lanes."""

    apart: int
    """How many it needs so that no events overlap in one."""
    most: int
    """How many lanes it could use to the good of its labels."""


def share_lanes(needs: list[Need], budget: int, most: int = MOST_LANES) -> list[int]:
    """Deal about `budget` lanes out to tracks: first what keeps events apart, then where most share one.

    Events are kept apart even past the budget, as tracks can be scrolled; no track gets more than `most`.
    """
    lanes = [max(min(need.apart, most), 1) for need in needs]
    for _ in range(budget - sum(lanes)):
        open_to = [i for i, need in enumerate(needs) if lanes[i] < min(most, need.most)]
        if not open_to:
            break
        lanes[max(open_to, key=lambda i: (needs[i].most / (lanes[i] + 1), -i))] += 1
    return lanes


def pack(starts: Int64, ends: Int64, lanes: int) -> Packing:
    """Pack half-open spans, sorted by start, into at most `lanes` lanes."""
    fits = _first_fits(starts, ends)
    free, crowded = _divide(fits, lanes)
    lane = np.full(len(starts), -1, np.int16)
    if free and crowded and len(starts) <= MANY:
        _fill_with_longest(lane.data, starts.tolist(), ends.tolist(), free)
    else:
        _fill_free(lane.data, fits.data, free)
    left = np.flatnonzero(lane < 0)
    lane[left] = free + np.arange(len(left)) % max(crowded, 1)
    return Packing(lane, free + crowded, free)


def _divide(fits: NDArray[np.intp], lanes: int) -> tuple[int, int]:
    """Say how many lanes hold no overlap and how many are crowded."""
    overflowing = np.count_nonzero(_running(fits) > lanes)
    if not overflowing:
        return min(lanes, len(fits)), 0
    crowded = 1 if overflowing < FEW_OVERFLOWING * len(fits) else (lanes + 1) // 2
    return lanes - crowded, crowded


def _fill_free(lane: memoryview, fits: memoryview, free: int) -> None:
    """Put spans into the lane that has been empty longest, and step over those that fit into none."""
    until = [0] * free
    at = earliest = 0
    while free and at < len(lane):
        own = until.index(earliest)
        lane[at] = own
        until[own] = fits[at]
        earliest = min(until)
        at = max(at + 1, earliest)


def _fill_with_longest(lane: memoryview, starts: list[int], ends: list[int], free: int) -> None:
    """Do the same, but let a long span drive out a shorter one that runs when it begins."""
    until, held = [-(2**63)] * free, [0] * free
    for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
        own = until.index(min(until))
        if until[own] > start:
            own = min(range(free), key=lambda one: until[one] - starts[held[one]])
            if until[own] - starts[held[own]] >= end - start:
                continue
            lane[held[own]] = -1
        lane[at], until[own], held[own] = own, end, at
