"""Choose the steps of a ruler and place its labels so that the year is always to be read."""

from bisect import bisect, bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from viewer.base.instant import day_of_instant
from viewer.layout.frame import RulerRow, TickLabel
from viewer.layout.metrics import Metrics
from viewer.layout.text import Fitter
from viewer.layout.ticks.steps import LENGTHS, STEPS, Step, boundaries
from viewer.layout.ticks.texts import TickText
from viewer.layout.time_scale import TimeScale
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
    room, least = metrics.tick_gap + metrics.digit, metrics.tick_least
    wide = STEPS[bisect_right(LENGTHS, room * scale.ms_per_px) :]
    major = next((s for s in wide if _fits(source, calendar, s)), STEPS[-1])
    fine = STEPS[bisect_left(LENGTHS, least * scale.ms_per_px) :]
    return major, next((s for s in fine if major.holds(s)), major)


def _fits(source: RulerInput, calendar: Calendar, step: Step) -> bool:
    room = step.length * source.scale.px_per_ms - source.metrics.tick_gap
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
        minor=scale.to_xs(_without(finer, times)),
        labels=_labels(source, calendar, major, times),
        approximate=calendar.is_approximate(middle.year),
    )


def _without(finer: Int64, times: Int64) -> Int64:
    """Return the finer boundaries that are not among `times`; both rise."""
    if not len(times) or not len(finer):
        return finer
    at = np.minimum(np.searchsorted(times, finer), len(times) - 1)
    return np.asarray(finer[times[at] != finer], np.int64)


class _Placed(NamedTuple):
    """A label in offsets."""

    low: float
    high: float
    text: str
    strong: bool


def _labels(source: RulerInput, calendar: Calendar, step: Step, times: Int64) -> tuple[TickLabel, ...]:
    """Place the leading context first, then boundaries that open larger units, then the others with room."""
    offsets = source.scale.offsets(times).tolist()
    texts = source.text.shorts(calendar, step, times.tolist())
    opening = [i for i, (_, opens) in enumerate(texts) if opens]
    rest = [i for i, (_, opens) in enumerate(texts) if not opens]
    placed = _leading(source, calendar, step, times, offsets, opening)
    for i in (*opening, *rest):
        label = _beside(source, texts[i][0], offsets[i], strong=False)
        _add(placed, label, source.metrics.tick_gap / 2, source.scale.width)
    return tuple(_tick_label(source.scale, label) for label in placed)


def _leading(
    source: RulerInput, calendar: Calendar, step: Step, times: Int64, offsets: list[float], opening: list[int]
) -> list[_Placed]:
    """Return the label with the year: at the leading edge, or on a boundary that leaves no room there."""
    text = source.text.context(calendar, step, source.scale.start)
    if not text:
        return []
    sticky = _beside(source, text, 0.0, strong=True)
    if opening and offsets[opening[0]] < sticky.high + source.metrics.tick_gap / 2:
        whole = source.text.complete(calendar, step, int(times[opening[0]]))
        label = _beside(source, whole, offsets[opening[0]], strong=True)
        if label.high <= source.scale.width:
            return [label]
    return [sticky]


def _beside(source: RulerInput, text: str, offset: float, *, strong: bool) -> _Placed:
    """Put a text after its tick in the direction of time."""
    low = offset + source.metrics.label_gap
    return _Placed(low, low + source.fitter.width(text, strong=strong), text, strong)


def _add(placed: list[_Placed], label: _Placed, gap: float, width: float) -> None:
    """Add a label to those sorted by time unless it would touch one or be cut at the edge."""
    at = bisect(placed, label)
    after_last = at == 0 or label.low >= placed[at - 1].high + gap
    before_next = at == len(placed) or label.high + gap <= placed[at].low
    if label.high <= width and after_last and before_next:
        placed.insert(at, label)


def _tick_label(scale: TimeScale, label: _Placed) -> TickLabel:
    x = scale.x1 - label.high if scale.mirrored else scale.x0 + label.low
    return TickLabel(label.text, x, label.high - label.low, label.strong)
