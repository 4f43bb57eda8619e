"""Paint bars: hatched where an event may have been, solid only where it surely was.

Edges are rounded to whole pixels so that no solid pixel lies outside certain time and none of the possible
time is left out: possible spans grow to the next pixel, certain spans shrink.
"""

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter

from viewer.layout.frame import MarkKind, TrackRow
from viewer.ui.timeline.paint.canvas import Canvas
from viewer.ui.timeline.paint.inks import HATCH

Mask = NDArray[np.bool_]
Numbers = NDArray[np.float64]

ROUNDED = 400
"""With more bars than this the corners stay square: they are too small to be seen, and rounding costs."""
CORNER = 1.0
NOISE = 1e-6
"""Pixels by which a bound may be off through floating point alone."""
CAP = 1.25
"""Width of the line at a stated bound."""


def paint_bars(canvas: Canvas, which: Mask) -> None:
    """Paint the bars among the marks in `which`, track by track."""
    marks = canvas.frame.marks
    bars = np.flatnonzero(which & (marks.kind == MarkKind.BAR))
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    rounded = len(bars) <= ROUNDED
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    _hold_hatching(canvas)
    for row, chosen in canvas.by_row(bars):
        _paint_possible(canvas, row, chosen, rounded=rounded)
        _paint_certain(canvas, row, chosen, rounded=rounded)
    canvas.painter.setBrushOrigin(0, 0)


def _hold_hatching(canvas: Canvas) -> None:
    """Tie the hatching to time, so that it moves with the bars while panning."""
    scale = canvas.frame.scale
    step = max(round(512 * scale.ms_per_px), 1)
    near = -(-scale.start // step) * step
    shift = math.fmod(scale.to_x(near), HATCH)
    canvas.painter.setBrushOrigin(QPointF(round(shift), 0))


def _paint_possible(canvas: Canvas, row: TrackRow, chosen: NDArray[np.intp], *, rounded: bool) -> None:
    marks, parts = canvas.frame.marks, canvas.frame.parts
    of_set = np.isin(chosen, parts.mark)
    whole = chosen[~of_set]
    boxes = _outer(marks.x0[whole], marks.x1[whole], marks.y[whole], marks.h[whole])
    if of_set.any():
        boxes = np.concatenate([boxes, _paint_parts(canvas, row, chosen[of_set])])
    _fill_hatched(canvas, row.colour, boxes, rounded=rounded)


def _paint_parts(canvas: Canvas, row: TrackRow, chosen: NDArray[np.intp]) -> Numbers:
    """Join the possibilities of each set by a thread, and return their boxes."""
    marks, parts = canvas.frame.marks, canvas.frame.parts
    middles = np.floor(marks.y[chosen] + marks.h[chosen] / 2)
    thread = _outer(marks.x0[chosen], marks.x1[chosen], middles, np.full(len(chosen), canvas.inks.line_width))
    _fill(canvas, QBrush(canvas.inks.track(row.colour)), thread, rounded=False)
    own = np.isin(parts.mark, chosen)
    mark = parts.mark[own]
    return _outer(parts.x0[own], parts.x1[own], marks.y[mark], marks.h[mark])


def _paint_certain(canvas: Canvas, row: TrackRow, chosen: NDArray[np.intp], *, rounded: bool) -> None:
    marks = canvas.frame.marks
    sure = chosen[marks.c0[chosen] < marks.c1[chosen]]
    left, right = np.ceil(marks.c0[sure] - NOISE), np.floor(marks.c1[sure] + NOISE)
    boxes = _boxes(left, right, marks.y[sure], marks.h[sure])
    _fill(canvas, QBrush(canvas.inks.track(row.colour)), boxes, rounded=rounded)


def _outer(x0: Numbers, x1: Numbers, y: Numbers, h: Numbers) -> Numbers:
    """Return boxes of whole pixels that leave nothing of their spans out."""
    return _boxes(np.floor(x0 + NOISE), np.ceil(x1 - NOISE), y, h)


def _boxes(left: Numbers, right: Numbers, y: Numbers, h: Numbers) -> Numbers:
    """Return x, y, width and height of those boxes that hold anything, in rows."""
    boxes = np.stack([left, np.round(y), right - left, np.round(h)], axis=1)
    return boxes[boxes[:, 2] > 0]


def _fill_hatched(canvas: Canvas, colour: str, boxes: Numbers, *, rounded: bool) -> None:
    if canvas.ratio:
        _fill(canvas, canvas.inks.hatch(colour, canvas.ratio), boxes, rounded=rounded)
        return
    _fill(canvas, QBrush(canvas.inks.tint(colour)), boxes, rounded=rounded)
    _draw_hatching(canvas, colour, _rects(boxes))


def _fill(canvas: Canvas, brush: QBrush, boxes: Numbers, *, rounded: bool) -> None:
    if not len(boxes):
        return
    canvas.painter.setBrush(brush)
    canvas.painter.drawRects(_rects(_without_corners(boxes) if rounded else boxes))


def _rects(boxes: Numbers) -> list[QRectF]:
    return list(map(QRectF, *boxes.T.tolist()))


def _without_corners(boxes: Numbers) -> Numbers:
    """Leave out one pixel at each corner; smoothing long bars would cost more than all else."""
    wide = boxes[:, 2] > 2 * CORNER
    body = boxes[wide]
    top = body * (1, 1, 1, 0) + (CORNER, 0, -2 * CORNER, CORNER)
    bottom = top.copy()
    bottom[:, 1] += body[:, 3] - CORNER
    return np.concatenate([boxes[~wide], np.add(body, (0, CORNER, 0, -2 * CORNER)), top, bottom])


def _draw_hatching(canvas: Canvas, colour: str, rects: list[QRectF]) -> None:
    """Draw the lines of the hatching one by one, for devices that know no textures."""
    painter = canvas.painter
    painter.setPen(canvas.inks.rule(canvas.inks.track(colour)))
    for rect in rects:
        painter.drawLines(list(hatching(rect)))
    painter.setPen(Qt.PenStyle.NoPen)


def hatching(rect: QRectF) -> Iterator[QLineF]:
    """Give the 45° lines that fill a rectangle, cut at its edges."""
    left, right, top, bottom = rect.left(), rect.right(), rect.top(), rect.bottom()
    foot = left - left % HATCH
    while foot < right + rect.height():
        low = min(foot, right)
        high = max(foot - rect.height(), left)
        if low > high:
            yield QLineF(low, top + foot - low, high, min(top + foot - high, bottom))
        foot += HATCH
