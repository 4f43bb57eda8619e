"""Choose the steps of a ruler and place its labels so that the year is always to be read."""

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from viewer.layout.frame import RulerRow, TickLabel
from viewer.layout.metrics import Metrics
from viewer.layout.text import Fitter
from viewer.layout.ticks.steps import LENGTHS, STEPS, Step, boundaries, year_of
from viewer.layout.ticks.texts import TickText
from viewer.layout.time_scale import TimeScale
from viewer.model.columns import Int64
from viewer.model.dates.calendars import Calendar

KEPT = 50
"""Choices of steps that are kept: while the picture is panned, the same return."""


@dataclass(frozen=True, slots=True, eq=False)
class RulerInput:
    """What every ruler of a picture shares."""

    scale: TimeScale
    metrics: Metrics
    text: TickText
    fitter: Fitter


def choose_steps(source: RulerInput, calendar: Calendar) -> tuple[Step, Step]:
    """Return the finest step whose labels have room, and the finest within it whose ticks have."""
    scale, metrics = source.scale, source.metrics
    years = year_of(calendar, scale.start), year_of(calendar, scale.end)
    gaps = metrics.tick_gap, metrics.tick_gap + metrics.digit, metrics.tick_least
    key = (calendar, years, gaps, scale.ms_per_px, source.fitter)
    known = source.text.steps.get(key)
    if known is None:
        if len(source.text.steps) > KEPT:
            source.text.steps.clear()
        known = source.text.steps[key] = _steps(source, calendar, years, gaps)
    return known


def _steps(
    source: RulerInput, calendar: Calendar, years: tuple[int, int], gaps: tuple[float, float, float]
) -> tuple[Step, Step]:
    """Choose for the years in sight; `gaps` are those of labels, of tall ticks and of short ones."""
    (air, room, least), ms_per_px = gaps, source.scale.ms_per_px

    def fits(step: Step) -> bool:
        samples = source.text.samples(calendar, step, years)
        widest = max(source.fitter.width(sample, strong=True) for sample in samples)
        return widest <= step.length / ms_per_px - air

    wide = STEPS[bisect_right(LENGTHS, room * ms_per_px) :]
    major = next(filter(fits, wide), STEPS[-1])
    fine = STEPS[bisect_left(LENGTHS, least * ms_per_px) :]
    return major, next((step for step in fine if major.holds(step)), major)


def make_ruler(source: RulerInput, calendar: Calendar, y: float) -> RulerRow:
    """Make the ruler of a calendar at `y`."""
    scale = source.scale
    major, minor = choose_steps(source, calendar)
    times = boundaries(calendar, major, scale.start, scale.end)
    finer = boundaries(calendar, minor, scale.start, scale.end)
    return RulerRow(
        calendar=calendar,
        y=y,
        height=source.metrics.ruler,
        major=scale.to_xs(times),
        minor=scale.to_xs(_without(finer, times)),
        labels=_labels(source, calendar, major, times),
        approximate=calendar.is_approximate(year_of(calendar, (scale.start + scale.end) // 2)),
    )


def _without(finer: Int64, times: Int64) -> Int64:
    """Return the finer boundaries that are not among `times`; both rise."""
    if not len(times) or not len(finer):
        return finer
    at = np.minimum(times.searchsorted(finer), len(times) - 1)
    return np.asarray(finer[times[at] != finer], np.int64)


class _Placed(NamedTuple):
    """A label in offsets."""

    low: float
    high: float
    text: str
    strong: bool = False


def _labels(source: RulerInput, calendar: Calendar, step: Step, times: Int64) -> tuple[TickLabel, ...]:
    """Place the leading context first, then boundaries that open larger units, then the others with room."""
    gap, air, scale = source.metrics.label_gap, source.metrics.tick_gap / 2, source.scale
    written = source.text.shorts(calendar, step, times.tolist())
    lows = (scale.offsets(times) + gap).tolist()
    widths = source.fitter.widths([text for text, _ in written], [False] * len(written))
    opening: list[_Placed] = []
    rest: list[_Placed] = []
    for low, width, (text, opens) in zip(lows, widths, written, strict=True):
        if low + width <= scale.width:
            (opening if opens else rest).append(_Placed(low, low + width, text))
    first = next((place for place, (_, opens) in enumerate(written) if opens), None)
    placed = _leading(source, calendar, step, times, None if first is None else (first, lows[first] - gap))
    for labels in (opening, rest):
        placed = _merged(placed, labels, air)
    return tuple(_tick_label(scale, label) for label in placed)


def _leading(
    source: RulerInput, calendar: Calendar, step: Step, times: Int64, opening: tuple[int, float] | None
) -> list[_Placed]:
    """Return the label with the year: at the leading edge, or on a boundary that leaves no room there.

    `opening` is the first boundary that opens a larger unit, and its offset.
    """
    text = source.text.context(calendar, step, source.scale.start)
    if not text:
        return []
    sticky = _beside(source, text, 0.0)
    if opening and opening[1] < sticky.high + source.metrics.tick_gap / 2:
        whole = source.text.complete(calendar, step, int(times[opening[0]]))
        label = _beside(source, whole, opening[1])
        if label.high <= source.scale.width:
            return [label]
    return [sticky]


def _beside(source: RulerInput, text: str, offset: float) -> _Placed:
    """Put a bold text after its tick in the direction of time."""
    low = offset + source.metrics.label_gap
    return _Placed(low, low + source.fitter.width(text, strong=True), text, True)


def _merged(placed: list[_Placed], labels: list[_Placed], gap: float) -> list[_Placed]:
    """Return what was placed with those labels between that touch neither it nor each other; both rise."""
    merged: list[_Placed] = []
    at, reached = 0, -math.inf
    for label in labels:
        while at < len(placed) and placed[at].low < label.low:
            merged.append(placed[at])
            reached = placed[at].high
            at += 1
        end = placed[at].low if at < len(placed) else math.inf
        if label.low >= reached + gap and label.high + gap <= end:
            merged.append(label)
            reached = label.high
    return merged + placed[at:]


def _tick_label(scale: TimeScale, label: _Placed) -> TickLabel:
    x = scale.x1 - label.high if scale.mirrored else scale.x0 + label.low
    return TickLabel(label.text, x, label.high - label.low, label.strong)
