"""Draw lines from the selected event to the ones it is related to, also when these are out of sight."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from viewer.layout.frame import Marks, RelationLine
from viewer.layout.metrics import Metrics
from viewer.layout.plan import Plan
from viewer.layout.time_scale import Pixels, TimeScale


class _Spot(NamedTuple):
    x: float
    y: float
    beyond: int


def relation_lines(
    plan: Plan,
    marks: Marks,
    scale: TimeScale,
    lane_y: Pixels,
    metrics: Metrics,
    selected: int | None,
    related: Sequence[int],
) -> tuple[RelationLine, ...]:
    """Return a line for each related event that stands on the axis; none when the selected one does not."""
    origin = _spot(plan, marks, scale, lane_y, metrics, selected) if selected is not None else None
    if origin is None:
        return ()
    lines = []
    for event in related:
        spot = _spot(plan, marks, scale, lane_y, metrics, event)
        if spot and not (spot.beyond and spot.beyond == origin.beyond):
            lines.append(RelationLine(event, origin.x, origin.y, spot.x, spot.y, spot.beyond))
    return tuple(lines)


def _spot(
    plan: Plan, marks: Marks, scale: TimeScale, lane_y: Pixels, metrics: Metrics, event: int
) -> _Spot | None:
    """Find the middle of the visible part of an event's mark, or the edge beyond which it lies."""
    found = plan.positions(event)
    if not found:
        return None
    for _, position in found:
        mark = np.flatnonzero((marks.first <= position) & (position < marks.last))
        if len(mark):
            low = max(float(marks.g0[mark[0]]), scale.x0)
            high = min(float(marks.g1[mark[0]]), scale.x1)
            return _Spot((low + high) / 2, float(marks.y[mark[0]] + marks.h[mark[0]] / 2), 0)
    lane, position = found[0]
    x = scale.to_x(int(plan.start[position]))
    beyond = -1 if x < scale.x0 else 1 if x > scale.x1 else 0
    return _Spot(min(max(x, scale.x0), scale.x1), float(lane_y[lane] + metrics.lane / 2), beyond)
