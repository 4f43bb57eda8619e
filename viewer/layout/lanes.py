"""Give each event of a track its lane, once per filter and grouping; panning and zooming never move it.

Where the events fit, no two overlap within a lane and neighbours in time take different lanes, so that their
labels have room beside them. Where more overlap than there are lanes, the last lanes are *crowded*: they take
what is left in turn, and a mark there ends where the next one begins.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.model.columns import Int64

MOST_LANES = 6
FEW_OVERFLOWING = 0.2
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


def losses(starts: Int64, ends: Int64, most: int = MOST_LANES) -> tuple[float, ...]:
    """Return the share of spans, sorted by start, that find no free lane among 1, 2 … `most` lanes."""
    running = _running(_first_fits(starts, ends))
    return tuple(np.count_nonzero(running > lanes) / max(len(running), 1) for lanes in range(1, most + 1))


def _first_fits(starts: Int64, ends: Int64) -> NDArray[np.intp]:
    """Return for each span the first one that begins when it has ended."""
    return np.searchsorted(starts, ends)


def _running(fits: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return for each span how many run when it begins, itself included."""
    ended = np.cumsum(np.bincount(fits, minlength=len(fits))[: len(fits)])
    return np.arange(1, len(fits) + 1) - ended


class Need(NamedTuple):
    """What a track could do with lanes."""

    lost: tuple[float, ...]
    """The share of its events that would find no free lane among 1, 2 … lanes."""
    most: int
    """How many lanes it could use to the good of its labels."""


def share_lanes(needs: list[Need], budget: int, most: int = MOST_LANES) -> list[int]:
    """Deal `budget` lanes out to tracks: one each, then what keeps events apart, then where most share one.

    No track gets more lanes than `most` or than it could use; every track gets one, even past the budget.
    """
    lanes = [1] * len(needs)
    spare = max(budget - len(needs), 0)
    while spare:
        gain, _, track = max(_gains(needs, lanes, most), default=(0.0, 0, -1))
        if gain == 0.0:
            break
        lanes[track] += 1
        spare -= 1
    return lanes


def _gains(needs: list[Need], lanes: list[int], most: int) -> Iterator[tuple[float, int, int]]:
    """Give for each track what one more lane brings: keeping events apart comes before all else.

    A second lane is worth twice as much as a third, so that a short track is not left with its one overlap.
    """
    for track, (need, own) in enumerate(zip(needs, lanes, strict=True)):
        if own < most and need.lost[own - 1 : own] > (0.0,):
            yield 1e6 * need.lost[own - 1] / own, -track, track
        elif own < min(most, need.most):
            yield need.most / (own + 1), -track, track


def pack(starts: Int64, ends: Int64, lanes: int) -> Packing:
    """Pack half-open spans, sorted by start, into at most `lanes` lanes."""
    fits = _first_fits(starts, ends)
    free, crowded = _divide(fits, lanes)
    lane = np.full(len(starts), -1, np.int16)
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
