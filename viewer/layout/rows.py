"""Stack the parts of the picture from top to bottom and find out which tracks are in sight."""

from dataclasses import dataclass

import numpy as np

from viewer.layout.frame import Rect, TrackRow
from viewer.layout.metrics import Metrics
from viewer.layout.plan import Plan
from viewer.layout.quick import true_at
from viewer.layout.text import Fitter
from viewer.layout.time_scale import Pixels
from viewer.model.columns import Int64

MOST_PINNED = 0.6
"""Pinned tracks stay put while they take no more than this share of the height."""


@dataclass(frozen=True, slots=True)
class Areas:
    """The rectangles of the picture; all but `header` are as wide as the time area."""

    ruler: Rect
    periods: Rect
    header: Rect
    plot: Rect
    tray: Rect
    overview: Rect


def divide(
    width: float,
    height: float,
    metrics: Metrics,
    *,
    right_to_left: bool,
    rulers: int,
    periods: int,
    tray: bool,
) -> Areas:
    """Divide the picture; the tracks get what the others leave."""
    x0, x1 = time_area(width, metrics, right_to_left=right_to_left)
    tops = [0.0, rulers * metrics.ruler]
    tops.append(tops[1] + periods * metrics.period)
    overview = max(height - metrics.overview, tops[2])
    plot_end = max(overview - (metrics.tray if tray else 0.0), tops[2])
    header_x = x1 if right_to_left else 0.0
    return Areas(
        ruler=Rect(x0, 0.0, x1 - x0, tops[1]),
        periods=Rect(x0, tops[1], x1 - x0, tops[2] - tops[1]),
        header=Rect(header_x, tops[2], width - x1 if right_to_left else x0, plot_end - tops[2]),
        plot=Rect(x0, tops[2], x1 - x0, plot_end - tops[2]),
        tray=Rect(x0, plot_end, x1 - x0, overview - plot_end),
        overview=Rect(x0, overview, x1 - x0, height - overview),
    )


def time_area(width: float, metrics: Metrics, *, right_to_left: bool) -> tuple[float, float]:
    """Return the left and right edge of the time area; it is never narrower than 50 pixels."""
    header = min(metrics.header, width * 0.3)
    side = min(metrics.side, width * 0.05)
    x0, x1 = (side, width - header) if right_to_left else (header, width - side)
    return x0, max(x1, x0 + 50.0)


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """Where all tracks stand, also those out of sight."""

    tops: Pixels
    heights: Pixels
    pinned_bottom: float
    content_height: float
    scroll: float

    def in_sight(self, plot: Rect) -> Int64:
        """Return the tracks that are at least partly in sight."""
        clip = np.where(self.tops + self.heights <= self.pinned_bottom, plot.y, self.pinned_bottom)
        return true_at((self.tops + self.heights > clip) & (self.tops < plot.bottom))


def stack(plan: Plan, plot: Rect, metrics: Metrics, scroll: float) -> Stack:
    """Stack the tracks; `scroll` is kept within what there is to scroll."""
    heights = np.array([t.lanes * metrics.lane + 2 * metrics.track_pad for t in plan.tracks], np.float64)
    content = float(heights.sum())
    scroll = min(max(scroll, 0.0), max(content - plot.height, 0.0))
    pinned = sum(t.spec.pinned for t in plan.tracks)
    held = float(heights[:pinned].sum())
    if held > plot.height * MOST_PINNED:
        pinned, held = 0, 0.0
    tops = plot.y + np.cumsum(heights) - heights
    tops[pinned:] -= scroll
    return Stack(tops, heights, plot.y + held, content, scroll)


def track_rows(
    plan: Plan, placed: Stack, seen: Int64, earlier: list[int], metrics: Metrics, width: float, fitter: Fitter
) -> tuple[TrackRow, ...]:
    """Describe the tracks in sight."""
    rows = []
    for track, before in zip(seen.tolist(), earlier, strict=True):
        lanes = plan.tracks[track]
        spec = lanes.spec
        label = fitter.fit(spec.label, width - 3 * metrics.label_gap, strong=True).text
        rows.append(
            TrackRow(
                track=spec.id,
                label=label,
                full_label=spec.label,
                colour=spec.colour,
                shape=spec.shape,
                y=float(placed.tops[track]),
                height=float(placed.heights[track]),
                lanes=lanes.lanes,
                total=lanes.total,
                earlier=before,
                collapsed=spec.collapsed,
                pinned=spec.pinned,
            )
        )
    return tuple(rows)
