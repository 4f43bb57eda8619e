"""Decide which events of a window are marks of their own and which join a cluster; nothing is lost.

A lane falls apart into *runs* where neighbours are at least a mark's step apart. A run of one is a mark;
a run of more is a cluster. Runs whose glyphs would touch, and runs longer than a *bin*, are grouped by
bin: bins are powers of two in absolute time, so a cluster keeps its members while the picture is panned.
Long bars stand by themselves. All lanes are treated at once; the cost depends on the width of the window
alone.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from viewer.base.instant import TIME_MAX, TIME_MIN
from viewer.layout.metrics import Metrics
from viewer.layout.plan import Plan
from viewer.layout.pyramid import BAR
from viewer.layout.quick import ahead, differ, true_at, within
from viewer.layout.stretch import Stretch
from viewer.layout.time_scale import Pixels
from viewer.model.columns import Int64

SLIVER = 4.0
"""Even between two bars a mark keeps so many pixels."""
NOISE = 1e-6
"""Pixels; less is no overlap: what floats lose must not decide how a mark looks or whether it is there."""
POWERS = 10 ** np.arange(11)
OUT = 4000.0
"""Pixels are cut this far outside the window."""


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Groups of neighbouring positions, by lane and time; pixels are offsets in the direction of time."""

    lane: Int64
    first: Int64
    last: Int64
    """Position after the last member."""
    u0: Pixels
    """Where the first member may begin."""
    u1: Pixels
    """Where the painted span of the last one ends."""
    bar: NDArray[np.bool_]
    """One event, drawn true to scale."""
    g0: Pixels
    g1: Pixels
    """The painted shape."""

    @property
    def count(self) -> Int64:
        """Number of events in each run."""
        return self.last - self.first

    def where(self, keep: NDArray[np.intp]) -> "Runs":
        """Return the runs at some positions."""
        return Runs(*(getattr(self, name)[keep] for name in self.__slots__))

    def moved(self, keep: NDArray[np.intp], by: float) -> "Runs":
        """Return the runs at some positions, with all offsets counted from a point `by` pixels later."""
        u0, u1, g0, g1 = (u[keep] - by for u in (self.u0, self.u1, self.g0, self.g1))
        return Runs(self.lane[keep], self.first[keep], self.last[keep], u0, u1, self.bar[keep], g0, g1)


@dataclass(frozen=True, slots=True, eq=False)
class _Cuts:
    """Runs while they are being formed."""

    lane: Int64
    first: Int64
    last: Int64


def find_runs(plan: Plan, stretch: Stretch, metrics: Metrics, lanes: Int64, margin: float) -> Runs:
    """Return the runs of `lanes` (rising) that touch a stretch of time, or `margin` pixels on both sides.

    Offsets count from the origin of the stretch.
    """
    distance = metrics.mark_step * stretch.ms_per_px
    bin_ms = _bin(metrics.bin * stretch.ms_per_px)
    window = _window(stretch, margin + 4 * metrics.bin)
    cuts = _apart(plan, lanes, distance, window)
    alone = _alone(plan, cuts, distance)
    near = _near(_boxes(plan, cuts, stretch, metrics), cuts, alone, bin_ms * stretch.px_per_ms)
    cuts, near = _by_bin(plan, cuts, near, bin_ms, window)
    runs = _painted(plan, cuts, near, stretch, metrics, bin_ms)
    return runs.where(true_at((runs.g1 > stretch.low - margin) & (runs.g0 < stretch.high + margin)))


def _bin(least: float) -> int:
    """Return the smallest power of two, in milliseconds, that is not less than `least`."""
    return 1 << max(int(np.ceil(np.log2(max(least, 1.0)))), 0)


def _window(stretch: Stretch, margin: float) -> tuple[int, int]:
    extra = int(margin * stretch.ms_per_px)
    return max(stretch.start - extra, TIME_MIN), min(stretch.end + extra, TIME_MAX)


def _apart(plan: Plan, lanes: Int64, distance: float, window: tuple[int, int]) -> _Cuts:
    """Cut the lanes where neighbours can be parted; runs at the rim of the window may be cut short."""
    level = plan.pyramid.level(distance)
    # In the type of the level: another one would copy all of it to search it.
    low, high = (bounds.astype(np.int32) for bounds in _reaching(plan, lanes, window))
    from_ = np.maximum(level.searchsorted(low, "right") - 1, 0)
    to = np.where(high > low, level.searchsorted(high), from_)
    at, which = _ranges(from_, to)
    first = level[at].astype(np.int64)
    stop = np.full(len(to), len(plan.event), np.int64)
    stop[to < len(level)] = level[to[to < len(level)]]
    keep = plan.pyramid.reach[first] >= distance
    keep[:1] = True
    keep[1:] |= differ(which)
    first, which = first[keep], which[keep]
    last = ahead(first)
    ends = np.ones(len(which), bool)
    ends[:-1] = differ(which)
    last[ends] = stop[which[ends]]
    return _Cuts(lanes[which], first, last)


def _reaching(plan: Plan, lanes: Int64, window: tuple[int, int]) -> tuple[Int64, Int64]:
    """Return for each lane the positions whose painted spans touch the window: [low, high)."""
    low, high, all_lanes = [], [], plan.lanes()
    for lane in map(all_lanes.__getitem__, lanes.tolist()):
        low.append(lane.first + lane.end.searchsorted(window[0], "right"))
        high.append(lane.first + lane.start.searchsorted(window[1]))
    return np.array(low, np.int64), np.array(high, np.int64)


def _ranges(from_: Int64, to: Int64) -> tuple[Int64, Int64]:
    """Return all integers of the ranges [from_, to) one after the other, and the range each belongs to."""
    sizes = to - from_
    which = np.repeat(np.arange(len(sizes)), sizes)
    before = np.cumsum(sizes) - sizes
    return np.arange(len(which)) + (from_ - before)[which], which


def _alone(plan: Plan, cuts: _Cuts, distance: float) -> NDArray[np.bool_]:
    """Tell which runs are single long bars."""
    length = plan.end[cuts.first] - plan.start[cuts.first]
    long = (length / BAR).astype(np.float32) >= distance
    return np.asarray((cuts.last - cuts.first == 1) & long, np.bool_)


def _spans(plan: Plan, cuts: _Cuts, stretch: Stretch) -> tuple[Pixels, Pixels]:
    low, high = stretch.low - OUT, stretch.high + OUT
    u0 = within(stretch.offsets(plan.start[cuts.first]), low, high)
    return u0, within(stretch.offsets(plan.end[cuts.last - 1]), low, high)


def _boxes(plan: Plan, cuts: _Cuts, stretch: Stretch, metrics: Metrics) -> tuple[Pixels, Pixels]:
    """Return the wished shape of each run: its span, or a glyph or pill with the span in its middle."""
    u0, u1 = _spans(plan, cuts, stretch)
    half = np.maximum(_least(cuts, metrics), u1 - u0) / 2
    middle = (u0 + u1) / 2
    return middle - half, middle + half


def _least(cuts: _Cuts, metrics: Metrics) -> Pixels:
    """Return the least width of each shape."""
    count = cuts.last - cuts.first
    digits = POWERS.searchsorted(count, "right")
    return _pills(metrics)[np.where(count > 1, digits, 0)]


@lru_cache(maxsize=8)
def _pills(metrics: Metrics) -> Pixels:
    """Return the width of a glyph, then those of pills by their digits."""
    return np.array([metrics.glyph] + [metrics.pill(digits) for digits in range(1, 12)])


def _near(
    boxes: tuple[Pixels, Pixels], cuts: _Cuts, alone: NDArray[np.bool_], bin_px: float
) -> NDArray[np.bool_]:
    """Tell which runs must be grouped by bin: they are too long, or their shapes would touch."""
    g0, g1 = boxes
    touch = (g1[:-1] + 1 > g0[1:]) & (cuts.lane[:-1] == cuts.lane[1:]) & ~alone[:-1] & ~alone[1:]
    near = (g1 - g0 > bin_px) & (cuts.last - cuts.first > 1)
    near[:-1] |= touch
    near[1:] |= touch
    return near


def _by_bin(
    plan: Plan, cuts: _Cuts, near: NDArray[np.bool_], bin_ms: int, window: tuple[int, int]
) -> tuple[_Cuts, NDArray[np.bool_]]:
    """Cut the near runs at the edges of bins and join those that share a bin."""
    rim = window[0] // bin_ms - 1, window[1] // bin_ms + 1
    bin0 = within(plan.start[cuts.first] // bin_ms, *rim)
    bin1 = np.where(near, within(plan.start[cuts.last - 1] // bin_ms, *rim), bin0)
    at, run = _ranges(bin0, bin1 + 1)
    first = cuts.first[run]
    inner = at > bin0[run]
    lane, free = cuts.lane[run], ~near[run]
    first[inner] = np.minimum(
        _bisect(plan, lane[inner], first[inner], at[inner] * bin_ms), cuts.last[run[inner]]
    )
    opens = np.ones(len(run), bool)
    opens[1:] = differ(lane) | free[1:] | free[:-1] | differ(at)
    closes = ahead(opens, last=True)
    last = ahead(first)
    ends = np.ones(len(run), bool)
    ends[:-1] = differ(run)
    last[ends] = cuts.last[run[ends]]
    joined = _Cuts(lane[opens], first[opens], last[closes])
    full = joined.first < joined.last
    return _Cuts(joined.lane[full], joined.first[full], joined.last[full]), near[run[opens]][full]


def _bisect(plan: Plan, lane: Int64, low: Int64, wanted: Int64) -> Int64:
    """Return the first position of its lane, not before `low`, whose start is not less than wanted."""
    found = np.empty(len(lane), np.int64)
    bounds = [0, *(true_at(differ(lane)) + 1).tolist(), len(lane)] if len(lane) else []
    for begin, end in pairwise(bounds):
        own = plan.lanes()[lane[begin]]
        found[begin:end] = own.start.searchsorted(wanted[begin:end])
        found[begin:end] += own.first
    return np.maximum(found, low)


def _painted(
    plan: Plan, cuts: _Cuts, near: NDArray[np.bool_], stretch: Stretch, metrics: Metrics, bin_ms: int
) -> Runs:
    """Place the shape of each run: around its span, inside its bin, clear of bars and of each other."""
    u0, u1 = _spans(plan, cuts, stretch)
    least = _least(cuts, metrics)
    bar = (cuts.last - cuts.first == 1) & (u1 - u0 >= least)
    width = np.maximum(least, u1 - u0)
    low, high = _room(plan, cuts, near, bar, stretch, bin_ms)
    low[1:] = np.where(bar[:-1] & ~differ(cuts.lane), np.maximum(low[1:], u1[:-1]), low[1:])
    high[:-1] = np.where(bar[1:] & ~differ(cuts.lane), np.minimum(high[:-1], u0[1:]), high[:-1])
    g0 = np.maximum(np.minimum((u0 + u1 - width) / 2, high - width), low)
    g0 = np.minimum(np.maximum(g0, u1 - width), u0)
    g1 = g0 + width
    _part(g0, g1, u0, u1, ~differ(cuts.lane))
    return Runs(cuts.lane, cuts.first, cuts.last, u0, u1, bar, g0, g1)


def _room(
    plan: Plan,
    cuts: _Cuts,
    near: NDArray[np.bool_],
    bar: NDArray[np.bool_],
    stretch: Stretch,
    bin_ms: int,
) -> tuple[Pixels, Pixels]:
    """Return the offsets between which the shapes of near runs must stay: the edges of their bins."""
    edge = stretch.offsets(plan.start[cuts.first] // bin_ms * bin_ms)
    held = near & ~bar
    return np.where(held, edge, -np.inf), np.where(held, edge + bin_ms * stretch.px_per_ms, np.inf)


def _part(g0: Pixels, g1: Pixels, u0: Pixels, u1: Pixels, same: NDArray[np.bool_]) -> None:
    """Narrow shapes that still touch, to halfway between their spans but never to nothing."""
    touch = same & (g1[:-1] > g0[1:] + NOISE)
    middle = within((g1[:-1] + g0[1:]) / 2, u1[:-1], u0[1:])
    left = true_at(touch)
    right = left + 1
    g1[left] = np.maximum(np.maximum(u1[left], middle[left] - 1), g0[left] + SLIVER)
    g0[right] = np.minimum(np.minimum(u0[right], middle[left] + 1), g1[right] - SLIVER)
