"""Step from event to event: in the order of time, as the eye reads the axis, and from track to track."""

import numpy as np

from viewer.layout.plan import Plan


def beside(plan: Plan, event: int | None, *, to_right: bool, mirrored: bool) -> int | None:
    """Return the event whose start lies next to that of `event` right or left, if any."""
    return following(plan, event, later=to_right is not mirrored)


def following(plan: Plan, event: int | None, *, later: bool) -> int | None:
    """Return the next or previous shown event in time; from a hidden one, the nearest on that side."""
    if not len(plan.placed):
        return None
    if event is None or event >= plan.columns.placed:
        return int(plan.placed[0 if later else -1])
    at = int(np.searchsorted(plan.placed, np.int32(event), "right" if later else "left"))
    at = at if later else at - 1
    return int(plan.placed[at]) if 0 <= at < len(plan.placed) else None


def ends_of_time(plan: Plan) -> tuple[int, int] | None:
    """Return the first and the last shown event on the axis."""
    return (int(plan.placed[0]), int(plan.placed[-1])) if len(plan.placed) else None


def other_track(plan: Plan, event: int, *, down: bool, track: str = "") -> int | None:
    """Return the event nearest in time in the next track below or above that holds any.

    `track` says from which track to go where the event stands in several.
    """
    rows = sorted({int(plan.lane_track[lane]) for lane, _ in plan.positions(event)})
    if not rows:
        return None
    row = next((r for r in rows if plan.tracks[r].spec.id == track), rows[0])
    further = range(row + 1, len(plan.tracks)) if down else range(row - 1, -1, -1)
    target = next((r for r in further if plan.tracks[r].total), None)
    return None if target is None else _nearest(plan, target, int(plan.columns.start_min[event]))


def _nearest(plan: Plan, track: int, time: int) -> int:
    """Return the event of a track whose start is nearest to an instant, the earlier of two equal ones."""
    lanes = plan.tracks[track]
    found: list[int] = []
    for lane in range(lanes.first_lane, lanes.first_lane + lanes.lanes):
        first, last = plan.lane_first[lane : lane + 2].tolist()
        at = first + int(plan.start[first:last].searchsorted(time))
        found.extend(p for p in (at - 1, at) if first <= p < last)
    best = min(found, key=lambda p: (abs(int(plan.start[p]) - time), int(plan.event[p])))
    return int(plan.event[best])
