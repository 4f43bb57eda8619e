"""Turn runs of positions into marks: bounds, heights, and what each must tell."""

import numpy as np
from numpy.typing import NDArray

from viewer.layout.clusters import Runs
from viewer.layout.frame import Extra, MarkKind, Marks, Parts
from viewer.layout.metrics import Metrics
from viewer.layout.plan import Plan
from viewer.layout.quick import true_at, within
from viewer.layout.time_scale import Pixels, TimeScale
from viewer.layout.traits import Traits
from viewer.model.columns import Flag, Int64

DECIMALS = 6
OUT = 32.0
"""Spans are cut this many pixels outside the plot."""
_NO_PARTS = Parts(np.empty(0, np.int32), np.empty(0), np.empty(0))


def make_marks(
    plan: Plan,
    runs: Runs,
    traits: Traits,
    scale: TimeScale,
    lane_y: Pixels,
    row_of: NDArray[np.int16],
    metrics: Metrics,
) -> Marks:
    """Make the marks of runs; `lane_y` holds the upper edge of each lane, `row_of` the row of each track."""
    x0, x1 = _edges(runs.u0, runs.u1, scale)
    g0, g1 = _edges(runs.g0, runs.g1, scale)
    c0, c1 = _edges(traits.k0, traits.k1, scale)
    height = np.where(traits.kind == MarkKind.POINT, metrics.glyph, metrics.bar)
    told = traits.told
    return Marks(
        kind=traits.kind,
        row=row_of[plan.lane_track[runs.lane]],
        lane=traits.lane,
        x0=x0,
        x1=x1,
        c0=c0,
        c1=c1,
        g0=g0,
        g1=g1,
        y=lane_y[runs.lane] + (metrics.lane - height) / 2,
        h=height,
        event=traits.event,
        count=runs.count.astype(np.int32),
        contested=told[0],
        sensitive=told[1],
        unchecked=told[2],
        flags=traits.flags,
        extra=traits.extra,
        first=runs.first.astype(np.int32),
        last=runs.last.astype(np.int32),
    )


def _edges(u0: Pixels, u1: Pixels, scale: TimeScale) -> tuple[Pixels, Pixels]:
    """Return left and right x of offsets, without the noise of floats that would spill into a pixel."""
    u0, u1 = within(u0, -OUT, scale.width + OUT), within(u1, -OUT, scale.width + OUT)
    left, right = (scale.x1 - u1, scale.x1 - u0) if scale.mirrored else (scale.x0 + u0, scale.x0 + u1)
    return left.round(DECIMALS), right.round(DECIMALS)


def mark_extra(plan: Plan, marks: Marks, event: int | None, bit: Extra) -> None:
    """Set a bit on the marks that stand for an event or hold it."""
    for _, position in plan.positions(event) if event is not None else ():
        holds = (marks.first <= position) & (position < marks.last)
        marks.extra[holds] |= np.uint8(bit)


def mark_hits(marks: Marks, hits_before: NDArray[np.int32] | None) -> None:
    """Set the bit of marks that hold a hit; `hits_before` comes from `Plan.count_before`."""
    if hits_before is not None:
        found = hits_before[marks.last] > hits_before[marks.first]
        marks.extra[found] |= np.uint8(Extra.HIT)


def make_parts(plan: Plan, marks: Marks, scale: TimeScale) -> Parts:
    """Return the separate possibilities of the bars that are "one of a set"."""
    bars = true_at((marks.kind == MarkKind.BAR) & ((marks.flags & Flag.SET) != 0))
    if not len(bars):
        return _NO_PARTS
    parts = plan.columns.parts
    wanted = marks.event[bars].astype(parts.event.dtype)
    first = np.searchsorted(parts.event, wanted)
    sizes = np.searchsorted(parts.event, wanted, "right") - first
    mark = np.repeat(bars, sizes).astype(np.int32)
    index = np.concatenate([np.arange(f, f + n) for f, n in zip(first, sizes, strict=True)])
    x0, x1 = _edges(scale.offsets(parts.start[index]), scale.offsets(parts.end[index]), scale)
    return Parts(mark, x0, x1)


def running_earlier(plan: Plan, lanes: Int64, runs: Runs, start: int) -> list[int]:
    """Count for each lane the events that began before the first of its runs and still run at `start`."""
    counts, all_lanes = [], plan.lanes()
    at = np.minimum(runs.lane.searchsorted(lanes), max(len(runs.lane) - 1, 0)).tolist()
    for number, run in zip(lanes.tolist(), at, strict=True):
        lane = all_lanes[number]
        if lane.ends is None:
            counts.append(0)
            continue
        started = lane.first + int(lane.start.searchsorted(start))
        has_run = run < len(runs.lane) and runs.lane[run] == number
        before = int(runs.first[run]) if has_run else started
        over = int(lane.ends.searchsorted(start, "right"))
        # The few that began after the first run are painted, or over as well.
        members = np.count_nonzero(plan.whole_end[before:started] <= start)
        counts.append(before - lane.first - (over - int(members)))
    return counts
