"""What is known of runs of positions wherever they stand: kinds, certain spans, what must be told."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viewer.layout.clusters import Runs
from viewer.layout.frame import Extra, Indexes, MarkKind
from viewer.layout.plan import FAR, TOLD, Plan
from viewer.layout.quick import true_at
from viewer.layout.stretch import Stretch
from viewer.layout.time_scale import Pixels

_TOLD_BITS = np.array(TOLD, np.uint16)
_KINDS = np.array([MarkKind.CLUSTER, MarkKind.POINT, MarkKind.BAR], np.int8)
"""Of several events, of one, of one that is drawn true to scale."""


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """Arrays parallel to those of `Runs`; what they mean is told at `Marks`."""

    kind: NDArray[np.int8]
    lane: NDArray[np.int16]
    event: Indexes
    k0: Pixels
    """Certain span as offsets like those of the runs, nan when nothing is certain."""
    k1: Pixels
    told: NDArray[np.int32]
    """Shape (3, n): how many events carry each flag of `TOLD`."""
    flags: NDArray[np.uint16]
    extra: NDArray[np.uint8]

    def where(self, at: NDArray[np.intp]) -> "Traits":
        """Return the traits of the runs at some positions."""
        return Traits(
            self.kind[at],
            self.lane[at],
            self.event[at],
            self.k0[at],
            self.k1[at],
            self.told[:, at],
            self.flags[at],
            self.extra[at],
        )

    def moved(self, by: float) -> "Traits":
        """Return the same with offsets counted from a point `by` pixels later."""
        k0, k1 = self.k0 - by, self.k1 - by
        return Traits(self.kind, self.lane, self.event, k0, k1, self.told, self.flags, self.extra)


def traits_of(plan: Plan, runs: Runs, stretch: Stretch) -> Traits:
    """Return what is known of runs; `stretch` is what their offsets are counted in."""
    single = runs.count == 1
    event = np.where(single, plan.event[runs.first], -1).astype(np.int32)
    kind = _KINDS[np.add(single, runs.bar, dtype=np.intp)]
    k0, k1 = _certain(plan, runs, event, stretch)
    told = plan.told[:, runs.last] - plan.told[:, runs.first]
    first_lane = np.array([t.first_lane for t in plan.tracks], np.int64)
    lane = (runs.lane - first_lane[plan.lane_track[runs.lane]]).astype(np.int16)
    return Traits(kind, lane, event, k0, k1, told, _flags(plan, event, told), _cut(plan, runs, event))


def _certain(plan: Plan, runs: Runs, event: Indexes, stretch: Stretch) -> tuple[Pixels, Pixels]:
    """Return the certain spans of bars, within what is painted of them; nan for all others."""
    bars = true_at(runs.bar)
    own = event[bars]
    begin = plan.columns.start_max[own]
    end = np.minimum(plan.columns.end_min[own], plan.end[runs.first[bars]])
    sure = begin < end
    k0, k1 = np.full((2, len(event)), np.nan)
    k0[bars[sure]], k1[bars[sure]] = stretch.offsets(begin[sure]), stretch.offsets(end[sure])
    return k0, k1


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
