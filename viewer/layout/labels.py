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
from itertools import compress
from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from viewer.layout.clusters import Runs
from viewer.layout.found import Found
from viewer.layout.frame import Extra, Indexes, Label, LabelSide, Marks
from viewer.layout.metrics import Metrics
from viewer.layout.quick import true_at, within
from viewer.layout.text import CLOSER, ELLIPSIS, ROOM_STEP, Fitter
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
    """Free stretches in offsets, cut to the window, without the gaps at their ends; and which a mark has."""

    low: "memoryview[float]"
    high: "memoryview[float]"
    before: "memoryview[int]"
    after: "memoryview[int]"


def place_labels(
    marks: Marks,
    found: Found,
    scale: TimeScale,
    metrics: Metrics,
    source: LabelInput,
) -> tuple[Label, ...]:
    """Place at most MOST_LABELS labels on `marks`, which are the runs that were found."""
    free, runs = _stretches(found.around, found.inside, scale.width, metrics.label_gap), found.runs
    placer = _Placer(scale, metrics, source.fitter, free)
    room = _rooms(free, runs, scale.width, metrics.label_gap)
    mark, event = _candidates(marks, room, metrics, source)
    labels: list[Label] = []
    for first in range(0, len(mark), AT_ONCE):
        chosen = mark[first : first + AT_ONCE], event[first : first + AT_ONCE]
        for spot in _spots(marks, runs, room, chosen, scale, metrics, source):
            label = placer.place(spot)
            if label:
                labels.append(label)
                if len(labels) == MOST_LABELS:
                    return tuple(labels)
    return tuple(labels)


def _stretches(around: Runs, inside: NDArray[np.intp], width: float, gap: float) -> _Free:
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
        _floats(within(low, 0, width) + gap),
        _floats(within(high, 0, width) - gap),
        inside.data,
        after[inside].data,
    )


def _floats(values: Pixels) -> "memoryview[float]":
    """Return numbers that are quickly read and set one by one."""
    return cast("memoryview[float]", values.data)


def _rooms(free: _Free, runs: Runs, width: float, gap: float) -> Pixels:
    """Return the most room that a headline of each mark can have: beside it, or on its bar."""
    sizes = np.asarray(free.high) - np.asarray(free.low)
    beside = np.maximum(sizes[np.asarray(free.before)], sizes[np.asarray(free.after)])
    on_bar = np.minimum(runs.u1, width) - np.maximum(runs.u0, 0) - 2 * gap
    room: Pixels = np.maximum(beside, np.where(runs.bar, on_bar, -np.inf))
    return room


def _candidates(
    marks: Marks, room: Pixels, metrics: Metrics, source: LabelInput
) -> tuple[NDArray[np.intp], Indexes]:
    """Return marks with some room and their events, the selected one first, then by importance and time."""
    selected = (marks.extra & Extra.SELECTED.value) != 0
    mark = true_at(((marks.event >= 0) | selected) & (room >= metrics.label_short))
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
    wanted: float
    """Width that is wished for the headline, and the least one."""
    least: float
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
    room: Pixels,
    chosen: tuple[NDArray[np.intp], Indexes],
    scale: TimeScale,
    metrics: Metrics,
    source: LabelInput,
) -> Iterator[_Spot]:
    """Give the marks whose headlines may fit; others are passed over, as room only becomes less."""
    mark, event = chosen
    flags = source.columns.flags[event]
    titles = list(map(source.title, event.tolist()))
    strong = (marks.extra[mark] & Extra.SELECTED.value) != 0
    width = np.array(source.fitter.widths(titles, strong.tolist()), np.float64)
    wanted = np.minimum(width, metrics.label_most)
    least = np.minimum(wanted, metrics.label_least)
    badge = np.where((flags & Flag.CONTESTED.value) != 0, metrics.badge + metrics.label_gap, 0.0)
    bar = runs.bar[mark]
    whole = _whole(runs, mark, flags, scale.width, metrics)
    fits, low, high = _on_bars(marks, mark, wanted + badge, whole, scale, metrics.label_gap)
    middle = marks.y[mark] + marks.h[mark] / 2
    enough = room[mark] - badge >= least
    numbers = (mark, event, width, strong, badge, wanted, least, bar, fits & bar, low, high, *whole, middle)
    marks_of, events, *others = (column[enough].tolist() for column in numbers)
    return map(_Spot._make, zip(marks_of, events, compress(titles, enough.tolist()), *others, strict=True))


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
        mark, event, title, width, strong, badge, wanted, least, _, on_bar, low, high, *_, y = spot
        side = INSIDE
        if not on_bar:
            side, low, high = self._choice(spot)
        room = min(high - low - badge, wanted)
        if room < least:
            return None
        text, clean = title, False
        if width > room:
            text, width, clean = self.fitter.fit(title, room, strong=strong)
            if not text or width < least - ROOM_STEP:
                return None
        start = high - width - badge if side is BEFORE else low
        if side is AFTER:
            self.free.low[self.free.after[mark]] = start + width + badge + self.metrics.label_gap
        elif side is BEFORE:
            self.free.high[self.free.before[mark]] = start - self.metrics.label_gap
        x, badge_x = self._places(start, width, badge)
        elided, whole = text.endswith(CUT), title if clean else ""
        return Label(text, event, mark, x, y, width, side, elided, badge_x, whole)

    def _choice(self, spot: _Spot) -> tuple[LabelSide, float, float]:
        """Return the first stretch with enough room, else the place with most: its two ends."""
        free, wanted = self.free, spot.wanted + spot.badge
        stretch = free.after[spot.mark]
        after_low, after_high = free.low[stretch], free.high[stretch]
        after = after_high - after_low
        if after >= wanted:
            return AFTER, after_low, after_high
        stretch = free.before[spot.mark]
        before_low, before_high = free.low[stretch], free.high[stretch]
        before = before_high - before_low
        if before >= wanted:
            return BEFORE, before_low, before_high
        on_bar = spot.high - spot.low if spot.bar else -np.inf
        if spot.bar and max(on_bar, after, before) < min(self.metrics.label_least, wanted):
            return INSIDE, spot.whole_low, spot.whole_high
        if on_bar >= after and on_bar >= before:
            return INSIDE, spot.low, spot.high
        return (AFTER, after_low, after_high) if after >= before else (BEFORE, before_low, before_high)

    def _places(self, start: float, width: float, badge: float) -> tuple[float, float]:
        """Return the left edges of a text and of its badge."""
        scale, gap = self.scale, self.metrics.label_gap
        if scale.mirrored:
            return scale.x1 - start - width, scale.x1 - start - width - badge if badge else NAN
        return scale.x0 + start, scale.x0 + start + width + gap if badge else NAN
