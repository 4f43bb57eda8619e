"""Turn runs of positions into marks: kinds, bounds, heights, and what each must tell."""

import numpy as np
from numpy.typing import NDArray

from viewer.layout.clusters import Runs
from viewer.layout.frame import Extra, Indexes, MarkKind, Marks, Parts
from viewer.layout.metrics import Metrics
from viewer.layout.plan import FAR, TOLD, Plan
from viewer.layout.quick import true_at, within
from viewer.layout.time_scale import Pixels, TimeScale
from viewer.model.columns import Flag, Int64

DECIMALS = 6
OUT = 32.0
"""Spans are cut this many pixels outside the plot."""
_TOLD_BITS = np.array(TOLD, np.uint16)
_NO_PARTS = Parts(np.empty(0, np.int32), np.empty(0), np.empty(0))


def make_marks(
    plan: Plan, runs: Runs, scale: TimeScale, lane_y: Pixels, row_of: NDArray[np.int16], metrics: Metrics
) -> Marks:
    """Make the marks of runs; `lane_y` holds the upper edge of each lane, `row_of` the row of each track."""
    single = runs.count == 1
    event = np.where(single, plan.event[runs.first], -1).astype(np.int32)
    kind = np.full(len(single), MarkKind.CLUSTER, np.int8)
    kind[single] = MarkKind.POINT
    kind[runs.bar] = MarkKind.BAR
    x0, x1 = _edges(runs.u0, runs.u1, scale)
    g0, g1 = _edges(runs.g0, runs.g1, scale)
    c0, c1 = _certain(plan, runs, event, scale)
    told = plan.told[:, runs.last] - plan.told[:, runs.first]
    height = np.where(kind == MarkKind.POINT, metrics.glyph, metrics.bar)
    track = plan.lane_track[runs.lane]
    first_lane = np.array([t.first_lane for t in plan.tracks], np.int64)
    return Marks(
        kind=kind,
        row=row_of[track],
        lane=(runs.lane - first_lane[track]).astype(np.int16),
        x0=x0,
        x1=x1,
        c0=c0,
        c1=c1,
        g0=g0,
        g1=g1,
        y=lane_y[runs.lane] + (metrics.lane - height) / 2,
        h=height,
        event=event,
        count=runs.count.astype(np.int32),
        contested=told[0],
        sensitive=told[1],
        unchecked=told[2],
        flags=_flags(plan, event, told),
        extra=_cut(plan, runs, event),
        first=runs.first.astype(np.int32),
        last=runs.last.astype(np.int32),
    )


def _edges(u0: Pixels, u1: Pixels, scale: TimeScale) -> tuple[Pixels, Pixels]:
    """Return left and right x of offsets, without the noise of floats that would spill into a pixel."""
    u0, u1 = within(u0, -OUT, scale.width + OUT), within(u1, -OUT, scale.width + OUT)
    left, right = (scale.x1 - u1, scale.x1 - u0) if scale.mirrored else (scale.x0 + u0, scale.x0 + u1)
    return left.round(DECIMALS), right.round(DECIMALS)


def _certain(plan: Plan, runs: Runs, event: Indexes, scale: TimeScale) -> tuple[Pixels, Pixels]:
    """Return the certain spans of bars, within what is painted of them; nan for all others."""
    bars = true_at(runs.bar)
    own = event[bars]
    begin = plan.columns.start_max[own]
    end = np.minimum(plan.columns.end_min[own], plan.end[runs.first[bars]])
    sure = begin < end
    c0, c1 = np.full((2, len(event)), np.nan)
    c0[bars[sure]], c1[bars[sure]] = _edges(scale.offsets(begin[sure]), scale.offsets(end[sure]), scale)
    return c0, c1


def _flags(plan: Plan, event: Indexes, told: NDArray[np.int32]) -> NDArray[np.uint16]:
    """Return the flags of single events, and of clusters what must be told of any member."""
    flags = _TOLD_BITS @ (told > 0)
    single = true_at(event >= 0)
    flags[single] = plan.columns.flags[event[single]]
    return flags


def _cut(plan: Plan, runs: Runs, event: Indexes) -> NDArray[np.uint8]:
    """Mark single events that go on under the next mark of a crowded lane."""
    cut = np.zeros(len(event), np.uint8)
    single = true_at(event >= 0)
    goes_on = np.minimum(plan.columns.end_max[event[single]], FAR) > plan.end[runs.first[single]]
    cut[single[goes_on]] = Extra.CUT
    return cut


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
    firsts = dict(zip(runs.lane[::-1].tolist(), runs.first[::-1].tolist(), strict=True))
    for number in lanes.tolist():
        lane = all_lanes[number]
        if lane.ends is None:
            counts.append(0)
            continue
        started = lane.first + int(lane.start.searchsorted(start))
        before = firsts.get(number, started)
        over = int(lane.ends.searchsorted(start, "right"))
        # The few that began after the first run are painted, or over as well.
        members = plan.columns.end_max[plan.event[before:started]]
        counts.append(before - lane.first - (over - int(np.count_nonzero(members <= start))))
    return counts
