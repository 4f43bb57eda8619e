"""Find where the selection goes with a key, and where it then is."""

from viewer.commands.effects import Move
from viewer.layout.neighbours import beside, ends_of_time, other_track
from viewer.layout.plan import Plan
from viewer.ui.timeline.scene import Scene


def neighbour(plan: Plan, selected: int | None, move: Move, *, mirrored: bool) -> int | None:
    """Return the event that a move leads to; None where there is none."""
    ends = ends_of_time(plan)
    if ends is None:
        return None
    if move in (Move.FIRST, Move.LAST):
        return ends[0] if move is Move.FIRST else ends[1]
    if selected is None or move in (Move.NEXT, Move.PREVIOUS):
        return beside(plan, selected, to_right=move in (Move.NEXT, Move.DOWN), mirrored=mirrored)
    return other_track(plan, selected, down=move is Move.DOWN)


def selected_lane(scene: Scene, selected: int | None) -> tuple[float, float] | None:
    """Return upper and lower edge of the lane of the selected event, also when it is out of sight."""
    found = scene.plan.positions(selected) if selected is not None else []
    if not found:
        return None
    lane = found[0][0]
    return lane_edges(scene, lane)


def lane_edges(scene: Scene, lane: int) -> tuple[float, float]:
    """Return upper and lower edge of a lane."""
    plan, frame = scene.plan, scene.frame
    pad, height = scene.metrics.track_pad, frame.lane
    track = int(plan.lane_track[lane])
    above = plan.tracks[track].first_lane * height + track * 2 * pad
    scroll = 0.0 if plan.tracks[track].spec.pinned and frame.pinned_bottom > frame.plot.y else frame.scroll
    inside = lane - plan.tracks[track].first_lane
    top = frame.plot.y + above + pad + inside * height - scroll
    return top, top + height
