"""Choose the steps of a ruler and place its labels so that the year is always to be read."""

from dataclasses import dataclass

import numpy as np

from viewer.base.instant import day_of_instant
from viewer.layout.frame import RulerRow, TickLabel
from viewer.layout.metrics import Metrics
from viewer.layout.text import Fitter
from viewer.layout.ticks.steps import STEPS, Step, boundaries
from viewer.layout.ticks.texts import TickText
from viewer.layout.time_scale import Pixels, TimeScale
from viewer.model.columns import Int64
from viewer.model.dates.calendars import Calendar


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
    major = next((s for s in STEPS if _fits(source, calendar, s)), STEPS[-1])
    least = metrics.tick_least * scale.ms_per_px
    minor = next((s for s in STEPS if s.length >= least and major.holds(s)), major)
    return major, minor


def _fits(source: RulerInput, calendar: Calendar, step: Step) -> bool:
    room = step.length * source.scale.px_per_ms - source.metrics.tick_gap
    if room <= source.metrics.digit:
        return False
    samples = source.text.samples(calendar, step, source.scale.start, source.scale.end)
    return max(source.fitter.width(text, strong=True) for text in samples) <= room


def make_ruler(source: RulerInput, calendar: Calendar, y: float) -> RulerRow:
    """Make the ruler of a calendar at `y`."""
    scale = source.scale
    major, minor = choose_steps(source, calendar)
    times = boundaries(calendar, major, scale.start, scale.end)
    finer = boundaries(calendar, minor, scale.start, scale.end)
    middle = calendar.from_days(day_of_instant((scale.start + scale.end) // 2))
    return RulerRow(
        calendar=calendar,
        y=y,
        height=source.metrics.ruler,
        major=scale.to_xs(times),
        minor=scale.to_xs(np.setdiff1d(finer, times, assume_unique=True)),
        labels=_labels(source, calendar, major, times),
        approximate=calendar.is_approximate(middle.year),
    )


@dataclass(slots=True)
class _Placed:
    """A label in offsets."""

    text: str
    low: float
    high: float
    strong: bool


def _labels(source: RulerInput, calendar: Calendar, step: Step, times: Int64) -> tuple[TickLabel, ...]:
    """Place the leading context first, then boundaries of larger units, then the others where room is left."""
    offsets = source.scale.offsets(times)
    texts = [source.text.short(calendar, step, int(t)) for t in times]
    opening = [i for i, (_, opens) in enumerate(texts) if opens]
    rest = [i for i, (_, opens) in enumerate(texts) if not opens]
    placed = _leading(source, calendar, step, times, offsets, opening)
    for i in (*opening, *rest):
        label = _beside(source, texts[i][0], float(offsets[i]), strong=False)
        _add(placed, label, source.metrics.tick_gap / 2, source.scale.width)
    return tuple(_tick_label(source.scale, label) for label in sorted(placed, key=lambda p: p.low))


def _leading(
    source: RulerInput, calendar: Calendar, step: Step, times: Int64, offsets: Pixels, opening: list[int]
) -> list[_Placed]:
    """Return the label with the year: at the leading edge, or on a boundary that leaves no room there."""
    text = source.text.context(calendar, step, source.scale.start)
    if not text:
        return []
    sticky = _beside(source, text, 0.0, strong=True)
    if opening and offsets[opening[0]] < sticky.high + source.metrics.tick_gap / 2:
        whole = source.text.complete(calendar, step, int(times[opening[0]]))
        label = _beside(source, whole, float(offsets[opening[0]]), strong=True)
        if label.high <= source.scale.width:
            return [label]
    return [sticky]


def _beside(source: RulerInput, text: str, offset: float, *, strong: bool) -> _Placed:
    """Put a text after its tick in the direction of time."""
    low = offset + source.metrics.label_gap
    return _Placed(text, low, low + source.fitter.width(text, strong=strong), strong)


def _add(placed: list[_Placed], label: _Placed, gap: float, width: float) -> None:
    """Add a label unless it would touch another or be cut at the edge."""
    if label.high <= width and all(label.low >= p.high + gap or label.high + gap <= p.low for p in placed):
        placed.append(label)


def _tick_label(scale: TimeScale, label: _Placed) -> TickLabel:
    width = label.high - label.low
    x = scale.x1 - label.high if scale.mirrored else scale.x0 + label.low
    return TickLabel(label.text, x, width, label.strong)
