"""Paint the tray: events without a usable date, counted and never on the axis."""

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from viewer.ui.timeline.paint.canvas import Canvas
from viewer.ui.timeline.paint.inks import Inks, Style
from viewer.ui.timeline.paint.stamps import Draw


def paint_tray(canvas: Canvas) -> None:
    """Paint the name with the number of events, and a dashed box, with its headline when open, for each."""
    tray, inks = canvas.frame.tray, canvas.inks
    if tray.rect.height <= 0:
        return
    line = round(tray.rect.y) + 0.5
    canvas.painter.setPen(inks.rule(inks.hair))
    canvas.painter.drawLine(QLineF(0, line, canvas.frame.width, line))
    name = canvas.look.words.count("timeline.tray", tray.count)
    canvas.header_text(name, Style.SMALL, inks.soft, tray.rect.y + tray.rect.height / 2)
    side = round(tray.box)
    top = round(tray.rect.y + (tray.rect.height - side) / 2)
    lefts = np.array([round(entry.box) for entry in canvas.look.tray], np.intp)
    key = ("tray", inks.soft.rgb())
    canvas.stamp(key, (side, side), _box(inks), (lefts, np.full(len(lefts), top)))
    for entry in canvas.look.tray:
        if entry.text:
            canvas.text(entry.text, Style.LABEL, inks.ink, entry.x, tray.rect.y + tray.rect.height / 2)
        if entry.event == canvas.look.selected:
            _ring(canvas, QRectF(entry.box, top, side, side).adjusted(-3, -3, 3, 3))


def _ring(canvas: Canvas, box: QRectF) -> None:
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    canvas.painter.setPen(QPen(canvas.inks.ink, 2.0 * canvas.inks.line_width))
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
    canvas.painter.drawRoundedRect(box, 4, 4)


def _box(inks: Inks) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        pen = QPen(inks.soft, 1.25)
        pen.setDashPattern([2.4, 1.6])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 2.5, 2.5)

    return draw
