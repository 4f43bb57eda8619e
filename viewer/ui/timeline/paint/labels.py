"""Paint the headlines beside or on the marks, and the sign of those on which sources differ."""

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.layout.frame import Extra, Label, LabelSide
from viewer.ui.timeline.paint.bars import Mask
from viewer.ui.timeline.paint.canvas import Canvas
from viewer.ui.timeline.paint.inks import Inks, Style
from viewer.ui.timeline.paint.stamps import Draw

SELECTED, INSIDE = int(Extra.SELECTED), int(LabelSide.INSIDE)
PLAIN, BOLD = Style.LABEL, Style.BOLD
BADGE_SIDE = 16
"""Side of the badge at 100 %."""


def paint_labels(canvas: Canvas, which: Mask) -> None:
    """Paint the labels of the marks in `which`."""
    shown = which.tolist()
    labels = [label for label in canvas.frame.labels if shown[label.mark]]
    marks, at = canvas.frame.marks, [label.mark for label in labels]
    chosen = ((marks.extra[at] & SELECTED) != 0).tolist()
    inside = [label.side == INSIDE for label in labels]
    painter = canvas.painter
    painter.setPen(canvas.inks.ink)
    for label, strong, on_bar in zip(labels, chosen, inside, strict=True):
        style = BOLD if strong else PLAIN
        if on_bar:
            _paint_inside(canvas, label, style)
            painter.setPen(canvas.inks.ink)
        else:
            canvas.text(label.text, style, label.x, label.y)
    _paint_badges(canvas, [label for label in labels if not math.isnan(label.badge_x)])


def _paint_badges(canvas: Canvas, labels: list[Label]) -> None:
    side = round(BADGE_SIDE * canvas.inks.scale)
    lefts = np.array([round(label.badge_x) for label in labels], np.intp)
    tops = np.array([round(label.y - side / 2) for label in labels], np.intp)
    key = ("badge", canvas.inks.warning.rgb(), canvas.inks.panel.rgb())
    canvas.stamp(key, (side, side), _badge(canvas.inks), (lefts, tops))


def _paint_inside(canvas: Canvas, label: Label, style: Style) -> None:
    """Write on a bar: light on what is certain, on a quiet ground where it is hatched, or partly both."""
    marks = canvas.frame.marks
    c0, c1 = float(marks.c0[label.mark]), float(marks.c1[label.mark])
    low, high = label.x - 3, label.x + label.width + 3
    if c0 <= label.x and high - 3 <= c1:
        _write(canvas, label, style, canvas.inks.ground)
        return
    _lay_plate(canvas, label, low, high)
    _write(canvas, label, style, canvas.inks.ink)
    if c0 < high and c1 > low:
        solid = QRectF(max(c0, low), label.y - 40, min(c1, high) - max(c0, low), 80)
        _clipped(canvas, solid, lambda: _write_solid(canvas, label, style))


def _lay_plate(canvas: Canvas, label: Label, low: float, high: float) -> None:
    """Lay a quiet ground over the hatching."""
    marks = canvas.frame.marks
    plate = canvas.inks.tint(canvas.frame.rows[int(marks.row[label.mark])].colour)
    top, height = round(float(marks.y[label.mark])), round(float(marks.h[label.mark]))
    canvas.painter.fillRect(round(low), top, round(high - low), height, plate)


def _write_solid(canvas: Canvas, label: Label, style: Style) -> None:
    """Bring back what is certain from under the plate, and write on it."""
    marks = canvas.frame.marks
    colour = canvas.inks.track(canvas.frame.rows[int(marks.row[label.mark])].colour)
    top, height = round(float(marks.y[label.mark])), round(float(marks.h[label.mark]))
    left = math.ceil(float(marks.c0[label.mark]))
    canvas.painter.fillRect(left, top, math.floor(float(marks.c1[label.mark])) - left, height, colour)
    _write(canvas, label, style, canvas.inks.ground)


def _write(canvas: Canvas, label: Label, style: Style, colour: QColor) -> None:
    canvas.painter.setPen(colour)
    canvas.text(label.text, style, label.x, label.y)


def _clipped(canvas: Canvas, area: QRectF, draw: Callable[[], None]) -> None:
    canvas.painter.save()
    canvas.painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    draw()
    canvas.painter.restore()


def _badge(inks: Inks) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(inks.warning, 1.1 * inks.line_width))
        painter.setBrush(inks.panel)
        painter.drawRoundedRect(box.adjusted(0.6, 1.1, -0.6, -1.1), 3.5, 3.5)
        painter.setPen(QPen(inks.warning, 1.2 * inks.scale**0.5))
        x, y, half = box.center().x(), box.center().y(), box.width() * 0.19
        for dy in (-half * 0.5, half * 0.5):
            painter.drawLine(QPointF(x - half, y + dy), QPointF(x + half, y + dy))
        lean, tall = half * 0.55, half * 1.25
        painter.drawLine(QPointF(x + lean, y - tall), QPointF(x - lean, y + tall))

    return draw
