"""Place headlines beside or on their marks: the most important first, never over a mark or another label.

Each mark may use the free stretch after it, the one before it, or its own bar. A stretch lies between two
marks of one lane, so a label depends on its neighbours and the zoom and stays put while the picture is
panned; only the text on a bar that begins outside the window moves, to stay readable. Importance and time
decide who chooses first, never the position on the screen.

What needs no turn, such as the room on each bar, is reckoned for many marks at once; only the stretches are
given out one mark after the other.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.layout.clusters import Runs
from viewer.layout.frame import Extra, Indexes, Label, LabelSide, Marks
from viewer.layout.metrics import Metrics
from viewer.layout.quick import true_at
from viewer.layout.text import CLOSER, ELLIPSIS, ROOM_STEP, Fitted, Fitter
from viewer.layout.time_scale import Pixels, TimeScale
from viewer.model.columns import EventColumns, Flag

MOST_LABELS = 250
AT_ONCE = 300
"""Marks whose headlines are read together; the rest only where those left labels to give."""
AFTER, BEFORE, INSIDE = LabelSide
CUT = (ELLIPSIS, ELLIPSIS + CLOSER)
NAN = float("nan")


@dataclass(frozen=True, slots=True)
class LabelInput:
    """What labels are made from, besides the marks."""

    title: Callable[[int], str]
    """Headline of an event by its index; asked only for events that may get a label."""
    fitter: Fitter
    columns: EventColumns
    selected: int | None = None
    """Event whose headline also stands beside a cluster that holds it."""


@dataclass(slots=True, eq=False)
class _Free:
    """Free stretches in offsets, cut to the window, and which two lie beside each mark."""

    low: list[float]
    high: list[float]
    before: list[int]
    after: list[int]


def place_labels(
    marks: Marks,
    around: Runs,
    inside: NDArray[np.intp],
    scale: TimeScale,
    metrics: Metrics,
    source: LabelInput,
) -> tuple[Label, ...]:
    """Place at most MOST_LABELS labels on `marks`, which are the runs `around[inside]`."""
    free = _stretches(around, inside, scale.width)
    runs = around.where(inside)
    placer = _Placer(scale, metrics, source.fitter, free)
    mark, event = _candidates(marks, runs, free, scale.width, metrics, source)
    labels: list[Label] = []
    for first in range(0, len(mark), AT_ONCE):
        chosen = mark[first : first + AT_ONCE], event[first : first + AT_ONCE]
        for spot in _spots(marks, runs, chosen, scale, metrics, source):
            label = placer.place(spot)
            if label:
                labels.append(label)
                if len(labels) == MOST_LABELS:
                    return tuple(labels)
    return tuple(labels)


def _stretches(around: Runs, inside: NDArray[np.intp], width: float) -> _Free:
    """Find the free stretches of each lane: i is the one before mark i, n + i the one after a last mark i."""
    n = len(around.first)
    same = around.lane[1:] == around.lane[:-1]
    low, high = np.zeros(2 * n), np.full(2 * n, width)
    low[1:n][same] = around.g1[:-1][same]
    high[:n] = around.g0
    low[n:] = around.g1
    after = np.arange(n, 2 * n)
    after[:-1][same] = np.arange(1, n)[same]
    return _Free(
        np.minimum(np.maximum(low, 0), width).tolist(),
        np.minimum(np.maximum(high, 0), width).tolist(),
        inside.tolist(),
        after[inside].tolist(),
    )


def _candidates(
    marks: Marks, runs: Runs, free: _Free, width: float, metrics: Metrics, source: LabelInput
) -> tuple[NDArray[np.intp], Indexes]:
    """Return marks with some room and their events, the selected one first, then by importance and time."""
    sizes = np.array(free.high) - np.array(free.low)
    least = metrics.label_short + 2 * metrics.label_gap
    room = np.maximum(sizes[free.before], sizes[free.after])
    room = np.maximum(room, np.where(runs.bar, np.minimum(runs.u1, width) - np.maximum(runs.u0, 0), 0))
    selected = (marks.extra & Extra.SELECTED.value) != 0
    mark = true_at(((marks.event >= 0) | selected) & (room >= least))
    event = np.where(selected[mark], source.selected or 0, marks.event[mark]).astype(np.int32)
    order = np.lexsort((event, source.columns.importance[event], ~selected[mark]))
    return mark[order], event[order]


class _Spot(NamedTuple):
    """A mark that may get a label, in plain numbers: arrays are slow to ask one by one."""

    mark: int
    event: int
    title: str
    width: float
    """Of the whole headline."""
    strong: bool
    badge: float
    """Width of the badge with its gap, 0 without one."""
    bar: bool
    on_bar: bool
    """A part of the bar has room for all of it."""
    low: float
    """The part of the bar that has, or the longest one."""
    high: float
    whole_low: float
    """All of the bar that is in sight."""
    whole_high: float
    y: float


def _spots(
    marks: Marks,
    runs: Runs,
    chosen: tuple[NDArray[np.intp], Indexes],
    scale: TimeScale,
    metrics: Metrics,
    source: LabelInput,
) -> Iterator[_Spot]:
    mark, event = chosen
    flags = source.columns.flags[event]
    events = event.tolist()
    strong = ((marks.extra[mark] & Extra.SELECTED.value) != 0).tolist()
    titles = list(map(source.title, events))
    widths = source.fitter.widths(titles, strong)
    badge = np.where((flags & Flag.CONTESTED.value) != 0, metrics.badge + metrics.label_gap, 0.0)
    wanted = np.minimum(np.array(widths, np.float64), metrics.label_most) + badge
    bar = runs.bar[mark]
    whole = _whole(runs, mark, flags, scale.width, metrics)
    fits, low, high = _on_bars(marks, mark, wanted, whole, scale, metrics.label_gap)
    middle = marks.y[mark] + marks.h[mark] / 2
    numbers = (badge, bar, fits & bar, low, high, *whole, middle)
    lists = (mark.tolist(), events, titles, widths, strong, *(column.tolist() for column in numbers))
    return map(_Spot._make, zip(*lists, strict=True))


def _whole(
    runs: Runs, mark: NDArray[np.intp], flags: NDArray[np.uint16], width: float, metrics: Metrics
) -> tuple[Pixels, Pixels]:
    """Return the visible part of each mark, without the signs of ends that are open or unknown."""
    gap, sign = metrics.label_gap, metrics.glyph
    before = np.where((flags & (Flag.OPEN_START | Flag.UNKNOWN_START).value) != 0, sign, 0.0)
    after = np.where((flags & (Flag.OPEN_END | Flag.UNKNOWN_END).value) != 0, sign, 0.0)
    return np.maximum(runs.u0[mark], before) + gap, np.minimum(runs.u1[mark], width - after) - gap


def _on_bars(
    marks: Marks,
    mark: NDArray[np.intp],
    wanted: Pixels,
    whole: tuple[Pixels, Pixels],
    scale: TimeScale,
    gap: float,
) -> tuple[NDArray[np.bool_], Pixels, Pixels]:
    """Return whether a part of each bar has room, and the ends of that part, or else of the longest.

    The parts of a bar are alike, so that no text crosses from one to another.
    """
    c0, c1 = marks.c0[mark], marks.c1[mark]
    k0, k1 = (scale.x1 - c1, scale.x1 - c0) if scale.mirrored else (c0 - scale.x0, c1 - scale.x0)
    low, high = whole[0] - gap, whole[1] + gap
    sure = k0 < k1
    inner0 = np.where(sure, np.minimum(np.maximum(k0, low), high), low)
    inner1 = np.where(sure, np.minimum(np.maximum(k1, low), high), high)
    # What is certain comes first: nothing is easier to read than a text on plain colour.
    lows, highs = np.stack([inner0, low, inner1]) + gap, np.stack([inner1, inner0, high]) - gap
    lengths = highs - lows
    enough = lengths >= wanted
    fits: NDArray[np.bool_] = np.asarray(enough.any(axis=0), np.bool_)
    part = np.where(fits, enough.argmax(axis=0), lengths.argmax(axis=0))
    at = np.arange(len(mark))
    return fits, lows[part, at], highs[part, at]


@dataclass(slots=True, eq=False)
class _Placer:
    """Give out the free stretches, one mark after the other."""

    scale: TimeScale
    metrics: Metrics
    fitter: Fitter
    free: _Free

    def place(self, spot: _Spot) -> Label | None:
        """Return the label of a mark where it has room."""
        title, badge = spot.title, spot.badge
        wanted = min(spot.width, self.metrics.label_most)
        least = min(self.metrics.label_least, wanted)
        side, low, high = (INSIDE, spot.low, spot.high) if spot.on_bar else self._choice(spot, wanted + badge)
        room = min(high - low - badge, wanted)
        if room < least:
            return None
        fitted = self.fitter.fit(title, room, strong=spot.strong)
        width = fitted.width
        if not fitted.text or width < least - ROOM_STEP:
            return None
        start = high - width - badge if side is BEFORE else low
        if side is AFTER:
            self.free.low[self.free.after[spot.mark]] = start + width + badge
        elif side is BEFORE:
            self.free.high[self.free.before[spot.mark]] = start
        return self._label(spot, fitted, start, side)

    def _choice(self, spot: _Spot, wanted: float) -> tuple[LabelSide, float, float]:
        """Return the first stretch with enough room, else the place with most: its two ends."""
        gap, free, mark = self.metrics.label_gap, self.free, spot.mark
        stretch = free.after[mark]
        after_low, after_high = free.low[stretch] + gap, free.high[stretch] - gap
        after = after_high - after_low
        if after >= wanted:
            return AFTER, after_low, after_high
        stretch = free.before[mark]
        before_low, before_high = free.low[stretch] + gap, free.high[stretch] - gap
        before = before_high - before_low
        if before >= wanted:
            return BEFORE, before_low, before_high
        on_bar = spot.high - spot.low if spot.bar else -np.inf
        if spot.bar and max(on_bar, after, before) < min(self.metrics.label_least, wanted):
            return INSIDE, spot.whole_low, spot.whole_high
        if on_bar >= after and on_bar >= before:
            return INSIDE, spot.low, spot.high
        return (AFTER, after_low, after_high) if after >= before else (BEFORE, before_low, before_high)

    def _label(self, spot: _Spot, fitted: Fitted, start: float, side: LabelSide) -> Label:
        scale, gap, badge = self.scale, self.metrics.label_gap, spot.badge
        text, width, clean = fitted
        x, badge_x = scale.x0 + start, scale.x0 + start + width + gap
        if scale.mirrored:
            x, badge_x = scale.x1 - start - width, scale.x1 - start - width - badge
        elided, whole = text.endswith(CUT), spot.title if clean else ""
        badge_x = badge_x if badge else NAN
        return Label(text, spot.event, spot.mark, x, spot.y, width, side, elided, badge_x, whole)
