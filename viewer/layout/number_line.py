"""Place the answers to one question on a line: points, ranges, open ends and words, never a mean.

```
      500     1,000     2,000        5,000    10,000
               |----·    fewer than 1,000
                        o      o     2,800 or 3,800
               //////////////////////////////    "thousands"
                         ●- - - ▶    more than 2,000
```
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

OPEN_LENGTH = 84.0
"""Logical pixels of the dashed line of an open end: it says "further", not how far."""
POINT_BELOW = 10.0
"""A range narrower than this many logical pixels is drawn as a point."""


@dataclass(frozen=True, slots=True)
class Extent:
    """One stretch an answer gives, both ends included; None is an open end, low == high a point."""

    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Axis:
    """The values the line spans, in the unit of the question (or day numbers); low < high."""

    low: float
    high: float
    logarithmic: bool = False

    def fraction(self, value: float) -> float:
        """Return where a value lies between the ends, 0 to 1, clipped to them."""
        low, high, at = self.low, self.high, min(max(value, self.low), self.high)
        if self.logarithmic:
            low, high, at = math.log10(low), math.log10(high), math.log10(at)
        return (at - low) / (high - low)


@dataclass(frozen=True, slots=True)
class Tick:
    """A value that may be written on the line; lower levels win where room is short."""

    value: float
    label: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class PlacedTick:
    """A tick with the x of its line, in logical pixels."""

    x: float
    label: str


class MarkKind(StrEnum):
    """How an extent is drawn."""

    POINT = "point"
    EITHER = "either"
    """One of several points or ranges the source leaves open: hollow."""
    RANGE = "range"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    WORDS = "words"
    """Bounds that only the words allow: hatched."""


@dataclass(frozen=True, slots=True)
class LineMark:
    """A mark from `start` to `end` in x; for an open end, `start` is the stated value."""

    kind: MarkKind
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class NumberLine:
    """An axis laid between two x; mirrored lets values grow to the left."""

    axis: Axis
    left: float
    right: float
    mirrored: bool = False

    def x(self, value: float) -> float:
        """Return the x of a value."""
        along = self.axis.fraction(value) * (self.right - self.left)
        return self.right - along if self.mirrored else self.left + along

    def marks(self, extents: Sequence[Extent], *, worded: bool = False) -> tuple[LineMark, ...]:
        """Return one mark for each extent, in their order."""
        either = len(extents) > 1
        return tuple(self._mark(extent, worded=worded, either=either) for extent in extents)

    def ticks(self, ticks: Iterable[Tick], width: Callable[[str], float]) -> tuple[PlacedTick, ...]:
        """Return the ticks that have room beside each other, by level; none is cut at an edge."""
        placed: list[tuple[float, float, PlacedTick]] = []
        for tick in sorted(ticks, key=lambda t: (t.level, t.value)):
            x, half = self.x(tick.value), width(tick.label) / 2 + 8
            if not self.axis.low <= tick.value <= self.axis.high:
                continue
            if all(x + half <= start or x - half >= end for start, end, _ in placed):
                placed.append((x - half, x + half, PlacedTick(x, tick.label)))
        return tuple(tick for _, _, tick in sorted(placed, key=lambda p: p[0]))

    def label_start(self, marks: Sequence[LineMark], width: float, gap: float = 12) -> float:
        """Return the left x of the words of an answer: behind its marks, else before, else at the edge."""
        first = min((min(m.start, m.end) for m in marks), default=self.left)
        last = max((max(m.start, m.end) for m in marks), default=self.left)
        after, before = last + gap, first - gap - width
        fits_after, fits_before = after + width <= self.right, before >= self.left
        if not marks:
            return self.right - width if self.mirrored else self.left
        if self.mirrored:
            return before if fits_before or not fits_after else after
        return after if fits_after or not fits_before else before

    def _mark(self, extent: Extent, *, worded: bool, either: bool) -> LineMark:
        if extent.low is None or extent.high is None:
            return self._open(extent, worded=worded)
        start, end = sorted((self.x(extent.low), self.x(extent.high)))
        if worded:
            return LineMark(MarkKind.WORDS, start, end)
        kind = MarkKind.EITHER if either else MarkKind.RANGE
        if end - start < POINT_BELOW:
            middle = (start + end) / 2
            return LineMark(MarkKind.EITHER if either else MarkKind.POINT, middle, middle)
        return LineMark(kind, start, end)

    def _open(self, extent: Extent, *, worded: bool) -> LineMark:
        upward = extent.high is None
        stated = extent.low if upward else extent.high
        edge = self.x(self.axis.high if upward else self.axis.low)
        start = edge if stated is None else self.x(stated)
        sign = 1 if upward != self.mirrored else -1
        reach = start + sign * OPEN_LENGTH
        end = min(reach, edge) if sign > 0 else max(reach, edge)
        if worded:
            return LineMark(MarkKind.WORDS, *sorted((start, end)))
        return LineMark(MarkKind.AT_LEAST if upward else MarkKind.AT_MOST, start, end)


def axis_for(extents: Iterable[Extent], *, logarithmic: bool) -> Axis | None:
    """Return an axis that holds all extents with room at both ends, or None when none has a value.

    A logarithmic axis needs positive values; where there are others, the axis is linear.
    """
    values = [v for e in extents for v in (e.low, e.high) if v is not None]
    if not values:
        return None
    low, high = min(values), max(values)
    if logarithmic and low > 0:
        return Axis(low / 1.6, high * 1.6, logarithmic=True)
    room = (high - low) * 0.08 or max(abs(high) * 0.1, 1.0)
    floor = 0.0 if 0 <= low <= 2 * room else low - room
    return Axis(floor, high + room)


def number_ticks(axis: Axis, label: Callable[[int], str]) -> tuple[Tick, ...]:
    """Return the round numbers within an axis: 1, 2, 5 times a power of ten, or even steps."""
    return _log_ticks(axis, label) if axis.logarithmic else _even_ticks(axis, label)


def _log_ticks(axis: Axis, label: Callable[[int], str]) -> tuple[Tick, ...]:
    found = []
    for power in range(math.floor(math.log10(axis.low)), math.ceil(math.log10(axis.high)) + 1):
        for level, factor in enumerate((1, 5, 2, 3)):
            value = factor * 10**power
            if value >= 1 and axis.low <= value <= axis.high:
                found.append(Tick(value, label(int(value)), level))
    return tuple(found)


def _even_ticks(axis: Axis, label: Callable[[int], str]) -> tuple[Tick, ...]:
    step = even_step((axis.high - axis.low) / 10)
    first, last = math.ceil(axis.low / step), math.floor(axis.high / step)
    return tuple(Tick(n * step, label(n * step), n % 2) for n in range(first, last + 1))


def even_step(least: float) -> int:
    """Return the smallest of 1, 2, 5, 10, 20 … that is not below `least`."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if factor * power >= least:
                return factor * power
        power *= 10
