"""Paint the headlines beside or on the marks, and the sign of those on which sources differ."""

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

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
    selected = bool(canvas.frame.marks.extra[label.mark] & Extra.SELECTED)
    style = Style.BOLD if selected else Style.LABEL
    if label.side is LabelSide.INSIDE:
        _paint_inside(canvas, label, style)
        return
    canvas.painter.setPen(canvas.inks.ink)
    canvas.text(label.text, style, label.x, label.y)


def _paint_inside(canvas: Canvas, label: Label, style: Style) -> None:
    """Write on a bar: light on what is certain, on a quiet ground where it is hatched, or partly both."""
    marks = canvas.frame.marks
    c0, c1 = float(marks.c0[label.mark]), float(marks.c1[label.mark])
    low, high = label.x - 3, label.x + label.width + 3
    if not (c0 < high and c1 > low):
        _write_hatched(canvas, label, style, low, high)
        return
    with_solid = QRectF(max(c0, low), 0, min(c1, high) - max(c0, low), canvas.frame.height)
    _clipped(canvas, with_solid, lambda: _write(canvas, label, style, canvas.inks.ground))
    for left, right in ((low, min(c0, high)), (max(c1, low), high)):
        if left < right:
            _write_hatched(canvas, label, style, left, right)


def _write_hatched(canvas: Canvas, label: Label, style: Style, low: float, high: float) -> None:
    """Lay a quiet ground over the hatching between `low` and `high`, and write on it."""
    marks = canvas.frame.marks
    plate = canvas.inks.tint(canvas.frame.rows[int(marks.row[label.mark])].colour)
    top, height = round(float(marks.y[label.mark])), round(float(marks.h[label.mark]))
    area = QRectF(low, top, high - low, height)

    def draw() -> None:
        canvas.painter.fillRect(area, plate)
        _write(canvas, label, style, canvas.inks.ink)

    _clipped(canvas, area.adjusted(0, -8, 0, 8), draw)


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
