"""Paint the headlines beside or on the marks, and the sign of those on which sources differ."""

import math
from itertools import compress

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from viewer.layout.frame import Extra, Label, LabelSide
from viewer.model.columns import Flag
from viewer.ui.timeline.paint.arrays import draw_boxes
from viewer.ui.timeline.paint.bars import Mask
from viewer.ui.timeline.paint.canvas import Canvas
from viewer.ui.timeline.paint.inks import Inks, Style
from viewer.ui.timeline.paint.rulers import upright
from viewer.ui.timeline.paint.stamps import Draw

SELECTED, STATED, INSIDE = int(Extra.SELECTED), int(Flag.STATED), LabelSide.INSIDE
PLAIN, BOLD = Style.LABEL, Style.BOLD
BADGE_SIDE = 16
"""Side of the badge at 100 %."""
DOTTED = 3
"""Pixels from one dot under a headline to the next."""
AROUND, RIM = 3, 2
"""Pixels of ground beside a text on a bar, and of the bar left above and below it."""


def paint_labels(canvas: Canvas, which: Mask) -> None:
    """Paint the labels of the marks in `which`."""
    shown = which.tolist()
    labels = [label for label in canvas.frame.labels if shown[label.mark]]
    marks, at = canvas.frame.marks, [label.mark for label in labels]
    chosen = ((marks.extra[at] & SELECTED) != 0).tolist()
    by_look: dict[tuple[bool, bool], list[Label]] = {}
    for label, strong in zip(labels, chosen, strict=True):
        light = label.side is INSIDE and _lies_on_certain(canvas, label)
        by_look.setdefault((strong, light), []).append(label)
    for (strong, light), alike in by_look.items():
        ink = canvas.inks.ground if light else canvas.inks.ink
        canvas.write_headlines(alike, BOLD if strong else PLAIN, ink)
    stated = ((marks.flags[at] & STATED) != 0).tolist()
    _underline(canvas, list(compress(labels, stated)))
    _paint_badges(canvas, [label for label in labels if not math.isnan(label.badge_x)])


def _paint_badges(canvas: Canvas, labels: list[Label]) -> None:
    if not labels:
        return
    side = round(BADGE_SIDE * canvas.inks.scale)
    lefts = np.array([round(label.badge_x) for label in labels], np.intp)
    tops = np.array([round(label.y - side / 2) for label in labels], np.intp)
    key = ("badge", canvas.inks.warning.rgb(), canvas.inks.panel.rgb())
    canvas.stamp(key, (side, side), _badge(canvas.inks), (lefts, tops))


def _underline(canvas: Canvas, labels: list[Label]) -> None:
    """Put dots under headlines whose source states the date in a calendar of its own."""
    if not labels:
        return
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.inks.accent)
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    foot = canvas.inks.faces[PLAIN].height / 2 - 2
    for label in labels:
        lefts = np.arange(round(label.x), round(label.x + label.width), DOTTED).astype(np.float64)
        draw_boxes(canvas.painter, upright(lefts, round(label.y + foot), round(label.y + foot) + 1, 1))


def _lies_on_certain(canvas: Canvas, label: Label) -> bool:
    """Tell whether a text on a bar lies on what is certain; else give it a quiet ground."""
    marks, inks = canvas.frame.marks, canvas.inks
    c0, c1 = float(marks.c0[label.mark]), float(marks.c1[label.mark])
    low, high = label.x - AROUND, label.x + label.width + AROUND
    if c0 <= label.x and label.x + label.width <= c1:
        return True
    top, height = round(float(marks.y[label.mark])), round(float(marks.h[label.mark]))
    if c0 < high and low < c1:
        # What is solid and what is hatched is still to be seen above and below the text.
        top, height = top + RIM, height - 2 * RIM
    plate = inks.tint(canvas.frame.rows[int(marks.row[label.mark])].colour)
    canvas.painter.fillRect(round(low), top, round(high - low), height, plate)
    return False


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
