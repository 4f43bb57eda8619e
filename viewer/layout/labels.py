"""Place headlines beside or on their marks: the most important first, never over a mark or another label.

Each mark may use the free stretch after it, the one before it, or its own bar. A stretch lies between two
marks of one lane, so a label depends on its neighbours and the zoom and stays put while the picture is
panned; only the text on a bar that begins outside the window moves, to stay readable. Importance and time
decide who chooses first, never the position on the screen.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.layout.clusters import Runs
from viewer.layout.frame import Extra, Indexes, Label, LabelSide, Marks
from viewer.layout.metrics import Metrics
from viewer.layout.text import CLOSER, ELLIPSIS, ROOM_STEP, Fitter
from viewer.layout.time_scale import TimeScale
from viewer.model.columns import EventColumns, Flag

MOST_LABELS = 250
AFTER, BEFORE, INSIDE = LabelSide
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
    placer = _Placer(scale, metrics, source, free)
    chosen, event = _candidates(marks, runs, free, scale.width, metrics, source)
    labels = []
    for spot in _spots(marks, runs, (chosen, event), source.columns, scale):
        label = placer.place(spot)
        if label:
            labels.append(label)
            if len(labels) == MOST_LABELS:
                break
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
        np.clip(low, 0, width).tolist(),
        np.clip(high, 0, width).tolist(),
        inside.tolist(),
        after[inside].tolist(),
    )


def _candidates(
    marks: Marks, runs: Runs, free: _Free, width: float, metrics: Metrics, source: LabelInput
) -> tuple[NDArray[np.intp], Indexes]:
    """Return marks with some room and their events, the selected one first, then by importance and time."""
    low, high = np.array(free.low), np.array(free.high)
    sizes = high - low
    least = metrics.label_short + 2 * metrics.label_gap
    room = np.maximum(sizes[free.before], sizes[free.after])
    room = np.maximum(room, np.where(runs.bar, np.minimum(runs.u1, width) - np.maximum(runs.u0, 0), 0))
    selected = (marks.extra & Extra.SELECTED) != 0
    mark = np.flatnonzero(((marks.event >= 0) | selected) & (room >= least))
    event = np.where(selected[mark], source.selected or 0, marks.event[mark]).astype(np.int32)
    order = np.lexsort((event, source.columns.importance[event], ~selected[mark]))
    return mark[order], event[order]


class _Spot(NamedTuple):
    """A mark that may get a label, in plain numbers: arrays are slow to ask one by one."""

    mark: int
    event: int
    strong: bool
    contested: bool
    bar: bool
    u0: float
    u1: float
    y: float
    k0: float
    """Where its certain span begins and ends; nan without one."""
    k1: float
    endless_before: bool
    """Its start is open or unknown: the sign for that stands at the edge."""
    endless_after: bool


def _spots(
    marks: Marks,
    runs: Runs,
    candidates: tuple[NDArray[np.intp], Indexes],
    told: EventColumns,
    scale: TimeScale,
) -> Iterator[_Spot]:
    chosen, event = candidates
    c0, c1 = marks.c0[chosen], marks.c1[chosen]
    columns = (
        chosen,
        event,
        (marks.extra[chosen] & Extra.SELECTED) != 0,
        (told.flags[event] & Flag.CONTESTED) != 0,
        runs.bar[chosen],
        runs.u0[chosen],
        runs.u1[chosen],
        marks.y[chosen] + marks.h[chosen] / 2,
        *((scale.x1 - c1, scale.x1 - c0) if scale.mirrored else (c0 - scale.x0, c1 - scale.x0)),
        (told.flags[event] & (Flag.OPEN_START | Flag.UNKNOWN_START)) != 0,
        (told.flags[event] & (Flag.OPEN_END | Flag.UNKNOWN_END)) != 0,
    )
    return map(_Spot._make, zip(*(column.tolist() for column in columns), strict=True))


def _length(place: tuple[LabelSide, float, float]) -> float:
    return place[2] - place[1]


@dataclass(slots=True, eq=False)
class _Placer:
    """Give out the free stretches, one mark after the other."""

    scale: TimeScale
    metrics: Metrics
    source: LabelInput
    free: _Free

    def place(self, spot: _Spot) -> Label | None:
        """Return the label of a mark where it has room."""
        fitter, strong = self.source.fitter, spot.strong
        title = self.source.title(spot.event)
        badge = self.metrics.badge + self.metrics.label_gap if spot.contested else 0.0
        wanted = min(fitter.width(title, strong=strong), self.metrics.label_most)
        side, low, high = self._choice(spot, wanted + badge)
        room, least = min(high - low - badge, wanted), min(self.metrics.label_least, wanted)
        if room < least:
            return None
        text, width = fitter.fit(title, room, strong=strong)
        if not text or width < least - ROOM_STEP:
            return None
        start = high - width - badge if side is BEFORE else low
        if side is AFTER:
            self.free.low[self.free.after[spot.mark]] = start + width + badge
        elif side is BEFORE:
            self.free.high[self.free.before[spot.mark]] = start
        return self._label(spot, text, start, width, side, badge)

    def _choice(self, spot: _Spot, wanted: float) -> tuple[LabelSide, float, float]:
        """Return the first place with enough room, else the one with most: its two ends."""
        gap, free = self.metrics.label_gap, self.free
        before, after = free.before[spot.mark], free.after[spot.mark]
        beside = (
            (AFTER, free.low[after] + gap, free.high[after] - gap),
            (BEFORE, free.low[before] + gap, free.high[before] - gap),
        )
        on_bar = self._on_bar(spot) if spot.bar else []
        for place in (*on_bar, *beside):
            if place[2] - place[1] >= wanted:
                return place
        best = max((*on_bar, *beside), key=_length)
        if spot.bar and _length(best) < min(self.metrics.label_least, wanted):
            return self._whole(spot)
        return best

    def _on_bar(self, spot: _Spot) -> list[tuple[LabelSide, float, float]]:
        """Return the visible parts of a bar that are alike, so that no text crosses from one to another."""
        whole = self._whole(spot)
        if not spot.k0 < spot.k1:
            return [whole]
        gap = self.metrics.label_gap
        low, high = whole[1] - gap, whole[2] + gap
        edges = (low, min(max(spot.k0, low), high), min(max(spot.k1, low), high), high)
        parts = [(INSIDE, first + gap, last - gap) for first, last in pairwise(edges)]
        # What is certain comes first: nothing is easier to read than a text on plain colour.
        return [parts[1], parts[0], parts[2]]

    def _whole(self, spot: _Spot) -> tuple[LabelSide, float, float]:
        """Return the visible part of a mark, without the signs of ends that are open or unknown."""
        gap, sign = self.metrics.label_gap, self.metrics.glyph
        low = max(spot.u0, sign if spot.endless_before else 0.0)
        high = min(spot.u1, self.scale.width - (sign if spot.endless_after else 0.0))
        return INSIDE, low + gap, high - gap

    def _label(
        self, spot: _Spot, text: str, start: float, width: float, side: LabelSide, badge: float
    ) -> Label:
        scale, gap = self.scale, self.metrics.label_gap
        x, badge_x = scale.x0 + start, scale.x0 + start + width + gap
        if scale.mirrored:
            x, badge_x = scale.x1 - start - width, scale.x1 - start - width - badge
        elided = text.endswith((ELLIPSIS, ELLIPSIS + CLOSER))
        return Label(text, spot.event, spot.mark, x, spot.y, width, side, elided, badge_x if badge else NAN)
