"""Show the whole span as a strip of density with the visible window on it."""

from dataclasses import replace
from functools import lru_cache

import numpy as np

from viewer.layout.frame import Indexes, Overview, Rect, TickLabel
from viewer.layout.metrics import Metrics
from viewer.layout.plan import Plan
from viewer.layout.text import Fitter
from viewer.layout.ticks.ruler import RulerInput, choose_steps
from viewer.layout.ticks.steps import boundaries
from viewer.layout.ticks.texts import TickText
from viewer.layout.time_scale import SHORTEST, Pixels, TimeScale
from viewer.model.dates.calendars import Calendar

PAD = 0.01
"""Share of the span left free at both ends."""
LEAST_WINDOW = 6.0
"""The visible window is drawn at least so many pixels wide, so that it can be seen and taken."""


def whole_span(plan: Plan) -> tuple[int, int]:
    """Return the range that shows every known bound with a little room at both ends."""
    start, end = plan.span
    pad = max(int((end - start) * PAD), SHORTEST)
    return start - pad, end + pad


def make_overview(
    plan: Plan, rect: Rect, visible: TimeScale, source: RulerInput, calendar: Calendar
) -> Overview:
    """Make the overview; a bin counts the events whose possible span begins in it."""
    whole = _whole(plan, rect, visible.mirrored, source.text, source.fitter, source.metrics, calendar)
    ends = (whole.scale.to_x(time) for time in (visible.start, visible.end))
    low, high = sorted(min(max(x, rect.x), rect.right) for x in ends)
    missing = max(LEAST_WINDOW - (high - low), 0.0) / 2
    return replace(whole, window_x0=low - missing, window_x1=high + missing)


@lru_cache(maxsize=2)
def _whole(
    plan: Plan,
    rect: Rect,
    mirrored: bool,
    text: TickText,
    fitter: Fitter,
    metrics: Metrics,
    calendar: Calendar,
) -> Overview:
    """Make the overview without the window, which alone changes from frame to frame."""
    start, end = whole_span(plan)
    scale = TimeScale(start, end, rect.x, rect.right, mirrored)
    x, level, count, width = _density(plan, scale, metrics.overview_bin)
    labels, ticks = _years(scale, RulerInput(scale, metrics, text, fitter), calendar)
    return Overview(
        rect=rect,
        scale=scale,
        x=x,
        bin_width=width,
        level=level,
        count=count,
        window_x0=rect.x,
        window_x1=rect.right,
        labels=labels,
        label_ticks=ticks,
    )


def _density(plan: Plan, scale: TimeScale, bin_px: float) -> tuple[Pixels, Pixels, Indexes, float]:
    """Return left edges, heights and counts of the bins that hold anything, and their width."""
    bins = max(int(scale.width / bin_px), 1)
    width = scale.width / bins
    edges = np.array([scale.start + scale.length * edge // bins for edge in range(bins + 1)], np.int64)
    at = np.searchsorted(plan.starts, edges)
    at[0] = 0
    count = np.diff(at).astype(np.int32)
    full = np.flatnonzero(count)
    level = np.sqrt(count[full] / max(int(count.max(initial=0)), 1), dtype=np.float64)
    left = np.array(full + (1 if scale.mirrored else 0), np.float64) * width
    return scale.x1 - left if scale.mirrored else scale.x0 + left, level, count[full], width


def _years(scale: TimeScale, source: RulerInput, calendar: Calendar) -> tuple[tuple[TickLabel, ...], Pixels]:
    """Return labels in the middle under their ticks, whole within the strip."""
    step, _ = choose_steps(source, calendar)
    labels, ticks = [], []
    reached = -np.inf
    for time in boundaries(calendar, step, scale.start, scale.end).tolist():
        text = source.text.complete(calendar, step, time)
        width, x = source.fitter.width(text), scale.to_x(time)
        left, offset = x - width / 2, scale.offset(time)
        if left < scale.x0 or left + width > scale.x1 or offset - width / 2 < reached:
            continue
        reached = offset + width / 2 + source.metrics.tick_gap
        labels.append(TickLabel(text, left, width))
        ticks.append(x)
    return tuple(labels), np.array(ticks, np.float64)
