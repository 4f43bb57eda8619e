"""Paint a whole frame, from the ground up; every part has a file of its own below `paint`."""

import numpy as np
from PySide6.QtGui import QPainter

from viewer.layout.frame import Frame, Rect, TrackRow
from viewer.ui.timeline.paint.bars import Mask, paint_bars
from viewer.ui.timeline.paint.canvas import Canvas, Look, Tools, make_canvas
from viewer.ui.timeline.paint.clusters import paint_clusters
from viewer.ui.timeline.paint.days import paint_days, small_days
from viewer.ui.timeline.paint.ends import paint_ends
from viewer.ui.timeline.paint.labels import paint_labels
from viewer.ui.timeline.paint.overview import paint_overview
from viewer.ui.timeline.paint.periods import paint_period_grounds, paint_periods
from viewer.ui.timeline.paint.points import paint_points
from viewer.ui.timeline.paint.relations import paint_relations
from viewer.ui.timeline.paint.rings import paint_hits, paint_rings
from viewer.ui.timeline.paint.rows import (
    Half,
    paint_grid,
    paint_grounds,
    paint_names,
    paint_signs,
    paint_thumb,
)
from viewer.ui.timeline.paint.rulers import paint_marked, paint_notes, paint_rulers
from viewer.ui.timeline.paint.tray import paint_tray


def paint_frame(painter: QPainter, frame: Frame, look: Look, tools: Tools) -> None:
    """Paint a frame with its upper left corner at the origin of the painter."""
    canvas = make_canvas(painter, frame, look, tools)
    halves = _halves(frame)
    paint_grounds(canvas, halves)
    for half in halves:
        _paint_tracks(canvas, *half)
    paint_relations(canvas)
    for half in halves:
        _paint_headlines(canvas, *half)
    paint_thumb(canvas)
    paint_periods(canvas)
    paint_rulers(canvas)
    paint_marked(canvas)
    paint_notes(canvas)
    paint_tray(canvas)
    paint_overview(canvas)


def _halves(frame: Frame) -> tuple[Half, ...]:
    """Part the tracks that are held in place from those that scroll, so that no lane covers another."""
    held = frame.pinned_bottom > frame.plot.y
    pinned = tuple(row for row in frame.rows if held and row.pinned)
    loose = tuple(row for row in frame.rows if row not in pinned)
    halves = ((loose, frame.pinned_bottom, frame.plot.bottom), (pinned, frame.plot.y, frame.pinned_bottom))
    return tuple(half for half in halves if half[0])


def _paint_tracks(canvas: Canvas, rows: tuple[TrackRow, ...], top: float, bottom: float) -> None:
    """Paint tracks with their names between two heights, so that pinned ones stay uncovered."""
    frame, painter = canvas.frame, canvas.painter
    painter.save()
    canvas.clip(Rect(0, top, frame.width, bottom - top))
    paint_names(canvas, rows, top)
    paint_signs(canvas, rows, top)
    canvas.clip(Rect(frame.plot.x, top, frame.plot.width, bottom - top))
    paint_period_grounds(canvas)
    paint_grid(canvas)
    which = _marks_of(frame, rows)
    paint_hits(canvas, which)
    days = small_days(canvas)
    paint_bars(canvas, which & ~days)
    paint_ends(canvas, which & ~days)
    paint_days(canvas, which & days)
    paint_points(canvas, which)
    paint_clusters(canvas, which)
    paint_rings(canvas, which)
    painter.restore()


def _paint_headlines(canvas: Canvas, rows: tuple[TrackRow, ...], top: float, bottom: float) -> None:
    """Write the headlines over everything else between two heights."""
    canvas.painter.save()
    canvas.clip(Rect(canvas.frame.plot.x, top, canvas.frame.plot.width, bottom - top))
    paint_labels(canvas, _marks_of(canvas.frame, rows))
    canvas.painter.restore()


def _marks_of(frame: Frame, rows: tuple[TrackRow, ...]) -> Mask:
    chosen = {row.track for row in rows}
    held = np.array([row.track in chosen for row in frame.rows], bool)
    return held[frame.marks.row] if len(held) else np.zeros(len(frame.marks), bool)
