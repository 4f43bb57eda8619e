"""Paint the headlines beside or on the marks, and the sign of those on which sources differ."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from viewer.layout.frame import Extra, Label, LabelSide
from viewer.ui.timeline.paint.bars import Mask
from viewer.ui.timeline.paint.canvas import Canvas
from viewer.ui.timeline.paint.inks import Inks, Style
from viewer.ui.timeline.paint.stamps import Draw

BADGE_SIDE = 16
"""Side of the badge at 100 %."""


def paint_labels(canvas: Canvas, which: Mask) -> None:
    """Paint the labels of the marks in `which`."""
    labels = [label for label in canvas.frame.labels if which[label.mark]]
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for label in labels:
        _paint_label(canvas, label)
    badges = [label for label in labels if not math.isnan(label.badge_x)]
    side = round(BADGE_SIDE * canvas.inks.scale)
    places = [(round(label.badge_x), round(label.y - side / 2)) for label in badges]
    key = ("badge", canvas.inks.warning.rgb(), canvas.inks.panel.rgb())
    canvas.tools.stamps.put(canvas.painter, key, (side, side), _badge(canvas.inks), places)


def _paint_label(canvas: Canvas, label: Label) -> None:
    marks = canvas.frame.marks
    selected = bool(marks.extra[label.mark] & Extra.SELECTED)
    colour = canvas.inks.ink
    if label.side is LabelSide.INSIDE:
        if marks.c0[label.mark] <= label.x and label.x + label.width <= marks.c1[label.mark]:
            colour = canvas.inks.ground
        else:
            _paint_plate(canvas, label)
    canvas.painter.setPen(colour)
    canvas.text(label.text, Style.BOLD if selected else Style.LABEL, label.x, label.y)


def _paint_plate(canvas: Canvas, label: Label) -> None:
    """Lay a quiet ground under a text that stands on hatching."""
    marks = canvas.frame.marks
    plate = canvas.inks.tint(canvas.frame.rows[int(marks.row[label.mark])].colour)
    height = float(marks.h[label.mark])
    top = float(np.round(marks.y[label.mark]))
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(plate)
    canvas.painter.drawRoundedRect(QRectF(label.x - 3, top, label.width + 6, height), 2, 2)


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
