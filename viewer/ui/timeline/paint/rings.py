"""Paint rings around what is selected, focused, found or under the pointer."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.layout.frame import Extra
from viewer.layout.quick import true_at
from viewer.ui.timeline.paint.bars import Mask
from viewer.ui.timeline.paint.canvas import Canvas

HIT, SELECTED, FOCUSED = int(Extra.HIT), int(Extra.SELECTED), int(Extra.FOCUSED)
AROUND = 3.0
"""Free pixels between a mark and its ring."""


def paint_hits(canvas: Canvas, which: Mask) -> None:
    """Paint a ground in the colour of found things behind every mark that answers the search."""
    painter, hits = canvas.painter, _having(canvas, which, HIT)
    if not hits:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(canvas.inks.warning, 1.0))
    painter.setBrush(canvas.inks.passage)
    for mark in hits:
        painter.drawRoundedRect(_around(canvas, mark), 4, 4)


def paint_rings(canvas: Canvas, which: Mask) -> None:
    """Paint the rings of the marks in `which`."""
    marks, inks = canvas.frame.marks, canvas.inks
    painter = canvas.painter
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    hovered = canvas.look.hovered
    if 0 <= hovered < len(marks) and which[hovered]:
        _ring(canvas, hovered, QPen(inks.soft, 1.25 * inks.line_width))
    for mark in _having(canvas, which, SELECTED):
        _ring(canvas, mark, QPen(inks.ink, 2.0 * inks.line_width))
    for mark in _having(canvas, which, FOCUSED):
        _ring(canvas, mark, _focus_pen(inks.accent, inks.line_width))


def _having(canvas: Canvas, which: Mask, bit: int) -> list[int]:
    """Return the marks among `which` that have a bit of `Extra`."""
    found: list[int] = true_at(which & ((canvas.frame.marks.extra & bit) != 0)).tolist()
    return found


def _focus_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, 2.0 * width)


def _ring(canvas: Canvas, mark: int, pen: QPen) -> None:
    canvas.painter.setPen(pen)
    canvas.painter.drawRoundedRect(_around(canvas, mark), 5, 5)


def _around(canvas: Canvas, mark: int) -> QRectF:
    """Return the rectangle around a mark, kept inside the plot so that it closes at its edges."""
    marks, plot = canvas.frame.marks, canvas.frame.plot
    left = max(float(np.floor(marks.g0[mark])), plot.x + 1 + AROUND)
    right = min(float(np.ceil(marks.g1[mark])), plot.right - 1 - AROUND)
    top, height = round(marks.y[mark]), round(marks.h[mark])
    return QRectF(left, top, max(right - left, 1), height).adjusted(-AROUND, -AROUND, AROUND, AROUND)
