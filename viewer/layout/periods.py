"""Place background periods: a band behind the tracks and a line with their name in the strip above."""

from collections.abc import Sequence
from dataclasses import dataclass

from viewer.layout.frame import PeriodBand
from viewer.layout.metrics import Metrics
from viewer.layout.text import Fitter
from viewer.layout.time_scale import TimeScale

MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class PeriodSpan:
    """A period with the four bounds of its date."""

    period: str
    text: str
    start_min: int
    start_max: int
    end_min: int
    end_max: int


def period_lines(periods: Sequence[PeriodSpan]) -> list[int]:
    """Give each period a line in the strip in which it overlaps no other, as far as the lines reach."""
    until: list[int] = []
    lines = []
    for period in sorted(periods, key=lambda p: (p.start_min, p.end_max)):
        line = next((i for i, end in enumerate(until) if end <= period.start_min), len(until))
        line = min(line, MOST_LINES - 1)
        until[line : line + 1] = [period.end_max]
        lines.append((period, line))
    return [next(line for p, line in lines if p is period) for period in periods]


def place_periods(
    periods: Sequence[PeriodSpan], scale: TimeScale, metrics: Metrics, y: float, fitter: Fitter
) -> tuple[PeriodBand, ...]:
    """Return the bands that touch the window; `y` is the upper edge of the strip."""
    bands = []
    for period, line in zip(periods, period_lines(periods), strict=True):
        if period.start_min < scale.end and period.end_max > scale.start:
            bands.append(_band(period, scale, metrics, y + line * metrics.period, fitter))
    return tuple(bands)


def _band(period: PeriodSpan, scale: TimeScale, metrics: Metrics, y: float, fitter: Fitter) -> PeriodBand:
    x0, x1 = _edges(scale, period.start_min, period.end_max)
    sure = period.start_max < period.end_min
    c0, c1 = _edges(scale, period.start_max, period.end_min) if sure else (float("nan"), float("nan"))
    low, high = max(x0, scale.x0) + metrics.label_gap, min(x1, scale.x1) - metrics.label_gap
    text, width, _ = fitter.fit(period.text, max(high - low, 0.0))
    if width < min(metrics.label_least, fitter.width(period.text)):
        text, width = "", 0.0
    label_x = high - width if scale.mirrored else low
    return PeriodBand(period.period, text, x0, x1, c0, c1, y, metrics.period, label_x, width)


def _edges(scale: TimeScale, start: int, end: int) -> tuple[float, float]:
    """Return left and right x, cut a little outside the window."""
    low, high = sorted((scale.to_x(start), scale.to_x(end)))
    return max(low, scale.x0 - 32.0), min(high, scale.x1 + 32.0)
