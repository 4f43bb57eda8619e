"""Look up what stands in the window; while the picture is panned, in what was found for its surroundings.

Nothing here changes what is seen: `Memory` only saves looking up the same events for frame after frame.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viewer.layout.clusters import NOISE, Runs, find_runs
from viewer.layout.metrics import Metrics
from viewer.layout.plan import Plan
from viewer.layout.quick import true_at
from viewer.layout.stretch import Stretch, Zoom, surroundings_of, window_of
from viewer.layout.time_scale import TimeScale
from viewer.layout.traits import Traits, traits_of
from viewer.model.columns import Int64


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The runs of a window, with offsets from where it begins."""

    around: Runs
    """Also those beside it whose headlines may reach into it."""
    inside: NDArray[np.intp]
    """Which of them touch the window."""
    runs: Runs
    """Those, and what is known of each of them."""
    traits: Traits


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    """What was found for the surroundings of a window."""

    plan: Plan
    stretch: Stretch
    metrics: Metrics
    lanes: bytes
    runs: Runs
    traits: Traits


@dataclass(slots=True)
class Memory:
    """What the last frames of a timeline found."""

    _zoom: Zoom | None = None
    _kept: _Kept | None = None

    def find(self, plan: Plan, scale: TimeScale, metrics: Metrics, lanes: Int64) -> Found:
        """Return the runs of `lanes` (rising) in the visible range.

        Where the zoom is that of the frame before, the picture is being panned, and the next frames get what
        is found for this one.
        """
        window, margin = window_of(scale), metrics.label_most
        panned, self._zoom = window.zoom == self._zoom, window.zoom
        if not panned:
            self._kept = None
            return _pick(plan, find_runs(plan, window, metrics, lanes, margin), None, scale, window, margin)
        kept = self._surroundings(plan, surroundings_of(scale), metrics, lanes)
        return _pick(plan, kept.runs, kept.traits, scale, window, margin)

    def _surroundings(self, plan: Plan, stretch: Stretch, metrics: Metrics, lanes: Int64) -> _Kept:
        kept, told = self._kept, lanes.tobytes()
        if (
            kept is None
            or kept.plan is not plan
            or (kept.stretch, kept.metrics, kept.lanes) != (stretch, metrics, told)
        ):
            runs = find_runs(plan, stretch, metrics, lanes, metrics.label_most)
            kept = self._kept = _Kept(plan, stretch, metrics, told, runs, traits_of(plan, runs, stretch))
        return kept


def _pick(
    plan: Plan, runs: Runs, traits: Traits | None, scale: TimeScale, window: Stretch, margin: float
) -> Found:
    """Pick the runs of a window, and count their offsets from its start."""
    by, far = window.low, scale.width + margin
    around = true_at((runs.g1 > by - margin) & (runs.g0 < by + far))
    near = runs.moved(around, by)
    inside = true_at((near.g1 > NOISE) & (near.g0 < scale.width - NOISE))
    shown = near.where(inside)
    known = traits_of(plan, shown, window) if traits is None else traits.where(around[inside])
    return Found(near, inside, shown, known.moved(by))
