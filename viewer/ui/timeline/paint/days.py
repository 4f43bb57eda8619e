"""Paint dates of one day while a day is only a little wider than a glyph: the day, and the glyph on it.

So a mark keeps the shape of its track until a day is wide enough to be a bar like any other.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from viewer.base.instant import DAY
from viewer.layout.frame import MarkKind
from viewer.layout.quick import true_at, within
from viewer.model.columns import Flag
from viewer.ui.timeline.paint.bars import Mask, hatch
from viewer.ui.timeline.paint.boxes import inner, outer
from viewer.ui.timeline.paint.canvas import Canvas
from viewer.ui.timeline.paint.points import put_glyphs

LONG = int(Flag.SET | Flag.INTERVAL)
INSET = 2.0
"""Pixels between the start of the day and the glyph, where there is room."""
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
    """Paint the days among `which`: the glyph where the day starts, as no hour is known, then hatching."""
    marks, painter = canvas.frame.marks, canvas.painter
    chosen = true_at(which)
    if not len(chosen):
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    low, high = marks.x0[chosen], marks.x1[chosen]
    hatch(canvas, outer(chosen, low, high, marks.y[chosen], marks.h[chosen]).without_corners())
    lefts = _glyphs(canvas)
    before, after = np.maximum(lefts[chosen] - INSET, low), lefts[chosen] + round(canvas.look.glyph) + INSET
    plates = inner(chosen, before, np.minimum(after, high), marks.y[chosen], marks.h[chosen])
    plates.without_corners().fill(canvas, lambda row: canvas.inks.tint(row.colour))
    for row, own in canvas.by_row(chosen):
        put_glyphs(canvas, row, own, lefts[own])


def _glyphs(canvas: Canvas) -> NDArray[np.float64]:
    """Return for every mark the left edge of a glyph at its start."""
    marks, side = canvas.frame.marks, round(canvas.look.glyph)
    inset = within((marks.x1 - marks.x0 - side) / 2, 0, INSET)
    return np.asarray(marks.x1 - side - inset if canvas.frame.scale.mirrored else marks.x0 + inset)
