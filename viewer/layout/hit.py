"""Tell what lies at a point of the picture, from top to bottom of what is painted."""

from dataclasses import dataclass

import numpy as np

from viewer.layout.frame import Frame, Rect, TrackRow


@dataclass(frozen=True, slots=True)
class MarkHit:
    """A mark, or the label that belongs to it."""

    mark: int
    on_label: bool = False


@dataclass(frozen=True, slots=True)
class HeaderHit:
    """The name of a track."""

    track: str


@dataclass(frozen=True, slots=True)
class RulerHit:
    """The ruler, at an instant."""

    time: int


@dataclass(frozen=True, slots=True)
class PeriodHit:
    """The line of a background period in the strip."""

    period: str


@dataclass(frozen=True, slots=True)
class TrayHit:
    """The tray; `event` is the index of the event whose box it is, -1 beside the boxes."""

    event: int


@dataclass(frozen=True, slots=True)
class OverviewHit:
    """The overview, at an instant."""

    time: int


@dataclass(frozen=True, slots=True)
class PlotHit:
    """Empty time in a track, or below the last one when `track` is empty."""

    time: int
    track: str


Hit = MarkHit | HeaderHit | RulerHit | PeriodHit | TrayHit | OverviewHit | PlotHit


def hit_test(frame: Frame, x: float, y: float, slop: float = 0.0) -> Hit | None:
    """Return what lies at (x, y); marks are also hit up to `slop` pixels beside them."""
    if frame.plot.holds(x, y):
        return _in_plot(frame, x, y, slop)
    if frame.header.holds(x, y):
        row = row_at(frame, y)
        return HeaderHit(row.track) if row else None
    if frame.ruler.holds(x, y):
        return RulerHit(frame.scale.to_time(x))
    if frame.overview.rect.holds(x, y):
        return OverviewHit(frame.overview.scale.to_time(x))
    if frame.tray.rect.holds(x, y):
        return TrayHit(_tray_event(frame, x, slop))
    return _period(frame, x, y)


def _in_plot(frame: Frame, x: float, y: float, slop: float) -> Hit:
    mark = mark_at(frame, x, y, slop)
    if mark >= 0:
        return MarkHit(mark)
    label = label_at(frame, x, y, slop)
    if label >= 0:
        return MarkHit(frame.labels[label].mark, on_label=True)
    row = row_at(frame, y)
    return PlotHit(frame.scale.to_time(x), row.track if row else "")


def mark_at(frame: Frame, x: float, y: float, slop: float = 0.0) -> int:
    """Return the mark at (x, y), the nearest within `slop` pixels, the smallest of several; -1 for none."""
    row = row_at(frame, y)
    if row is None or not frame.plot.holds(x, y):
        return -1
    marks = frame.marks
    away_x = np.maximum(np.maximum(marks.g0 - x, x - marks.g1), 0.0)
    away_y = np.maximum(np.maximum(marks.y - y, y - marks.y - marks.h), 0.0)
    away = np.maximum(away_x, away_y)
    near = np.flatnonzero((away <= slop) & (marks.row == frame.rows.index(row)))
    if not len(near):
        return -1
    order = np.lexsort((marks.g1[near] - marks.g0[near], away[near]))
    return int(near[order[0]])


def label_at(frame: Frame, x: float, y: float, slop: float = 0.0) -> int:
    """Return the position in `frame.labels` of the label nearest to (x, y), at most `slop` above or below."""
    row = row_at(frame, y)
    found: list[tuple[float, int]] = []
    for position, label in enumerate(frame.labels):
        half = float(frame.marks.h[label.mark]) / 2 + slop
        same_row = row is not None and frame.rows[int(frame.marks.row[label.mark])] is row
        if same_row and Rect(label.x, label.y - half, label.width, 2 * half).holds(x, y):
            found.append((abs(y - label.y), position))
    return min(found, default=(0.0, -1))[1]


def row_at(frame: Frame, y: float) -> TrackRow | None:
    """Return the track at a height; pinned tracks cover those that are scrolled under them."""
    if not frame.plot.y <= y < frame.plot.bottom:
        return None
    held = y < frame.pinned_bottom
    rows = (row for row in frame.rows if row.y <= y < row.y + row.height)
    return next((row for row in rows if row.pinned or not held), None)


def _tray_event(frame: Frame, x: float, slop: float) -> int:
    tray = frame.tray
    inside = np.flatnonzero((tray.boxes - slop <= x) & (x < tray.boxes + tray.box + slop))
    return int(tray.events[inside[0]]) if len(inside) else -1


def _period(frame: Frame, x: float, y: float) -> PeriodHit | None:
    for band in frame.periods:
        if band.y <= y < band.y + band.height and max(band.x0, frame.plot.x) <= x < band.x1:
            return PeriodHit(band.period)
    return None
