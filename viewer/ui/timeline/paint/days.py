"""Paint dates of one day while a day is only a little wider than a glyph: the day, and the glyph on it.

So a mark keeps the shape of its track until there is room to show honestly that it was "sometime that day".
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from viewer.base.instant import DAY
from viewer.layout.frame import MarkKind
from viewer.model.columns import Flag
from viewer.ui.timeline.paint.bars import Mask
from viewer.ui.timeline.paint.boxes import NOISE
from viewer.ui.timeline.paint.canvas import Canvas
from viewer.ui.timeline.paint.points import put_glyphs

LONG = int(Flag.SET | Flag.INTERVAL)
WIDE = 4.0
"""From so many glyphs on, a day is painted as a bar."""


def small_days(canvas: Canvas) -> Mask:
    """Tell which bars are dates of one day, or less, and not yet wide."""
    frame, marks = canvas.frame, canvas.frame.marks
    glyph = canvas.look.glyph
    width = marks.x1 - marks.x0
    day = (DAY + 1) * frame.scale.px_per_ms + 0.01
    whole = (marks.flags & LONG) == 0
    found: NDArray[np.bool_] = (marks.kind == MarkKind.BAR) & whole & (width <= min(day, WIDE * glyph))
    return found


def paint_days(canvas: Canvas, which: Mask) -> None:
    """Paint the days among `which`."""
    marks, painter = canvas.frame.marks, canvas.painter
    chosen = np.flatnonzero(which)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row, own in canvas.by_row(chosen):
        painter.setBrush(canvas.inks.tint(row.colour))
        for mark in own.tolist():
            left, right = float(np.floor(marks.x0[mark] + NOISE)), float(np.ceil(marks.x1[mark] - NOISE))
            top, height = round(float(marks.y[mark])), round(float(marks.h[mark]))
            painter.drawRoundedRect(QRectF(left, top, right - left, height), 3, 3)
        put_glyphs(canvas, row, own)
