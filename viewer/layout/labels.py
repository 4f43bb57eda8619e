"""Place headlines beside or on their marks: the most important first, never over a mark or another label.

Each mark may use the free stretch after it, the one before it, or its own bar. A stretch lies between two
marks of one lane, so a label depends on its neighbours and the zoom and stays put while the picture is
panned; only the text on a bar that begins outside the window moves, to stay readable. Importance and time
decide who chooses first, never the position on the screen.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viewer.layout.clusters import Runs
from viewer.layout.frame import Extra, Label, LabelSide, Marks
from viewer.layout.metrics import Metrics
from viewer.layout.text import CLOSER, ELLIPSIS, Fitter
from viewer.layout.time_scale import TimeScale

MOST_LABELS = 250


@dataclass(frozen=True, slots=True)
class LabelInput:
    """What labels are made from, besides the marks."""

    title: Callable[[int], str]
    """Headline of an event by its index; asked only for events that may get a label."""
    fitter: Fitter
    importance: NDArray[np.int8]


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
    placer = _Placer(marks, runs, scale, metrics, source, free)
    labels = []
    for mark in _candidates(marks, runs, free, scale.width, metrics, source.importance):
        label = placer.place(mark)
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
    marks: Marks, runs: Runs, free: _Free, width: float, metrics: Metrics, importance: NDArray[np.int8]
) -> list[int]:
    """Return marks of single events with some room, the selected one first, then by importance and time."""
    low, high = np.array(free.low), np.array(free.high)
    sizes = high - low
    least = metrics.label_least + 2 * metrics.label_gap
    room = np.maximum(sizes[free.before], sizes[free.after])
    room = np.maximum(room, np.where(runs.bar, np.minimum(runs.u1, width) - np.maximum(runs.u0, 0), 0))
    mark = np.flatnonzero((marks.event >= 0) & (room >= least))
    event = marks.event[mark]
    chosen = (marks.extra[mark] & Extra.SELECTED) == 0
    order = np.lexsort((event, importance[event], chosen))
    return [int(m) for m in mark[order]]


@dataclass(slots=True, eq=False)
class _Placer:
    """Give out the free stretches, one mark after the other."""

    marks: Marks
    runs: Runs
    scale: TimeScale
    metrics: Metrics
    source: LabelInput
    free: _Free

    def place(self, mark: int) -> Label | None:
        """Return the label of a mark where it has room."""
        event = int(self.marks.event[mark])
        title = self.source.title(event)
        strong = bool(self.marks.extra[mark] & Extra.SELECTED)
        contested = bool(self.marks.contested[mark])
        badge = self.metrics.badge + self.metrics.label_gap if contested else 0.0
        wanted = min(self.source.fitter.width(title, strong=strong), self.metrics.label_most)
        rooms = self._rooms(mark)
        side = next((s for s, (low, high) in rooms.items() if high - low >= wanted + badge), None)
        if side is None:
            side = max(rooms, key=lambda s: rooms[s][1] - rooms[s][0])
        low, high = rooms[side]
        text, width = self.source.fitter.fit(title, min(high - low - badge, wanted), strong=strong)
        if not text or width < min(self.metrics.label_least, wanted):
            return None
        start = high - width - badge if side is LabelSide.BEFORE else low
        self._take(mark, side, start, start + width + badge)
        return self._label(mark, text, start, width, side, badge)

    def _rooms(self, mark: int) -> dict[LabelSide, tuple[float, float]]:
        """Return what each side offers, the preferred one first."""
        gap, free, width = self.metrics.label_gap, self.free, self.scale.width
        before, after = free.before[mark], free.after[mark]
        rooms = {}
        if self.runs.bar[mark]:
            low, high = max(float(self.runs.u0[mark]), 0.0), min(float(self.runs.u1[mark]), width)
            rooms[LabelSide.INSIDE] = (low + gap, high - gap)
        rooms[LabelSide.AFTER] = (free.low[after] + gap, free.high[after] - gap)
        rooms[LabelSide.BEFORE] = (free.low[before] + gap, free.high[before] - gap)
        return rooms

    def _take(self, mark: int, side: LabelSide, start: float, end: float) -> None:
        if side is LabelSide.AFTER:
            self.free.low[self.free.after[mark]] = end
        elif side is LabelSide.BEFORE:
            self.free.high[self.free.before[mark]] = start

    def _label(
        self, mark: int, text: str, start: float, width: float, side: LabelSide, badge: float
    ) -> Label:
        scale, metrics = self.scale, self.metrics
        x, badge_x = scale.x0 + start, scale.x0 + start + width + metrics.label_gap
        if scale.mirrored:
            x, badge_x = scale.x1 - start - width, scale.x1 - start - width - badge
        return Label(
            text=text,
            event=int(self.marks.event[mark]),
            mark=mark,
            x=x,
            y=float(self.marks.y[mark] + self.marks.h[mark] / 2),
            width=width,
            side=side,
            elided=text.endswith((ELLIPSIS, ELLIPSIS + CLOSER)),
            badge_x=badge_x if badge else float("nan"),
        )
