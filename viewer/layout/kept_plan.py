"""Take the plan of a large edition from what was kept when the edition was made.

Packing a million events takes a second; mapping the result takes none.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viewer.layout.plan import Packer, Plan, PlanTrack, make_plan
from viewer.layout.pyramid import Pyramid
from viewer.layout.tracks import TrackSpec, tracks_by_category
from viewer.model.columns import EventColumns
from viewer.model.edition import Edition

CROWD = 50_000
"""Only the plans of larger editions are kept; smaller ones are quickly made."""
CROWD_LANES = 20
"""So many lanes such editions share, whatever the height of the window."""
FORMAT = 2
"""Raised with every change in how plans are made."""
Arrays = Mapping[str, NDArray[Any]]


def crowd_plan(edition: Edition, specs: Sequence[TrackSpec], packer: Packer | None = None) -> Plan:
    """Return the plan of all events of a large edition in some tracks: the kept one, or a new one."""
    kept = edition.kept(plan_name(specs))
    if kept is not None:
        try:
            return restored(edition.columns, specs, kept)
        except (KeyError, ValueError, IndexError, TypeError):
            pass
    return make_plan(edition.columns, specs, budget=CROWD_LANES, packer=packer)


def prepare(edition: Edition) -> None:
    """Make and keep the plan with which a large edition is first shown, so that no one waits for it."""
    if edition.columns.placed > CROWD:
        specs = tracks_by_category(edition.library, edition.columns, "")
        edition.keep(plan_name(specs), arrays_of(make_plan(edition.columns, specs, budget=CROWD_LANES)))


def plan_name(specs: Sequence[TrackSpec]) -> str:
    """Name a plan after everything it is made from, beside the columns."""
    total = sha256(f"{FORMAT} {CROWD_LANES}".encode())
    for spec in specs:
        total.update(f"\0{spec.id}\0{spec.collapsed}\0{len(spec.events)}\0".encode())
        total.update(np.ascontiguousarray(spec.events).tobytes())
    return f"plan-{total.hexdigest()[:16]}"


def arrays_of(plan: Plan) -> dict[str, NDArray[Any]]:
    """Return a plan as arrays."""
    ends = [np.empty(0, np.int64) if one is None else one for one in plan.ends_sorted]
    levels = [positions for _, positions in plan.pyramid.levels]
    return {
        "tracks": np.array([(t.first_lane, t.lanes, t.total) for t in plan.tracks], np.int64).reshape(-1, 3),
        "lane_first": plan.lane_first,
        "lane_track": plan.lane_track,
        "crowded": np.array([one is not None for one in plan.ends_sorted], np.bool_),
        "true_ends": _joined(ends, np.int64),
        "true_ends_at": _offsets(ends),
        "event": plan.event,
        "start": plan.start,
        "end": plan.end,
        "whole_end": plan.whole_end,
        "told": plan.told,
        "reach": plan.pyramid.reach,
        "steps": np.array([step for step, _ in plan.pyramid.levels], np.int64),
        "levels": _joined(levels, np.int32),
        "levels_at": _offsets(levels),
        "placed": plan.placed,
        "ends": plan.ends,
        "tray": plan.tray,
        "span": np.array(plan.span, np.int64),
    }


def restored(columns: EventColumns, specs: Sequence[TrackSpec], arrays: Arrays) -> Plan:
    """Return the plan of arrays; raise KeyError, ValueError or IndexError when they are of another make."""
    tracks = zip(specs, arrays["tracks"].tolist(), strict=True)
    true_ends = _parted(arrays["true_ends"], arrays["true_ends_at"])
    placed = arrays["placed"]
    whole = len(placed) == columns.placed
    first, last = arrays["span"].tolist()
    return Plan(
        columns=columns,
        tracks=tuple(PlanTrack(spec, *three) for spec, three in tracks),
        lane_first=arrays["lane_first"],
        lane_track=arrays["lane_track"],
        ends_sorted=tuple(
            ends if crowded else None for ends, crowded in zip(true_ends, arrays["crowded"], strict=True)
        ),
        event=arrays["event"],
        start=arrays["start"],
        end=arrays["end"],
        whole_end=arrays["whole_end"],
        told=arrays["told"],
        pyramid=_pyramid(arrays),
        placed=placed,
        starts=columns.start_min[: columns.placed] if whole else columns.start_min[placed],
        ends=arrays["ends"],
        tray=arrays["tray"],
        span=(first, last),
    )


def _pyramid(arrays: Arrays) -> Pyramid:
    levels = _parted(arrays["levels"], arrays["levels_at"])
    return Pyramid(arrays["reach"], tuple(zip(arrays["steps"].tolist(), levels, strict=True)))


def _joined(pieces: Sequence[NDArray[Any]], kind: type[Any]) -> NDArray[Any]:
    return np.concatenate([np.empty(0, kind), *pieces])


def _offsets(pieces: Sequence[NDArray[Any]]) -> NDArray[np.int64]:
    return np.cumsum([0, *map(len, pieces)], dtype=np.int64)


def _parted(whole: NDArray[Any], offsets: NDArray[Any]) -> list[NDArray[Any]]:
    return [whole[first:last] for first, last in pairwise(offsets.tolist())]
