"""Paint clusters: a pill over the span of its events with their number, and signs for what it hides."""

from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from viewer.layout.frame import MarkKind, TrackRow
from viewer.ui.timeline.paint.bars import Mask, by_row
from viewer.ui.timeline.paint.canvas import Canvas
from viewer.ui.timeline.paint.inks import Inks, Style
from viewer.ui.timeline.paint.stamps import Draw

NARROW = "⋮"
"""Stands for the number where a pill has no room for it."""
SIGN = 7
"""Side of a sign at 100 %."""


def paint_clusters(canvas: Canvas, which: Mask) -> None:
    """Paint the clusters among `which`."""
    marks = canvas.frame.marks
    chosen = np.flatnonzero(which & (marks.kind == MarkKind.CLUSTER))
    for row, own in by_row(canvas, chosen):
        for mark in own.tolist():
            _paint_pill(canvas, row, mark)


def _paint_pill(canvas: Canvas, row: TrackRow, mark: int) -> None:
    marks, inks, stamps = canvas.frame.marks, canvas.inks, canvas.tools.stamps
    left, right = int(np.floor(marks.g0[mark])), int(np.ceil(marks.g1[mark]))
    top, height = round(marks.y[mark]), round(marks.h[mark])
    colour = inks.track(row.colour)
    size = (max(right - left, 4), height)
    key = ("pill", colour.rgb(), inks.panel.rgb())
    stamps.put(canvas.painter, key, size, _pill(inks, colour), ((left, top),))
    text = canvas.look.words.number(int(marks.count[mark]))
    width = canvas.width(text, Style.SMALL_BOLD)
    if width > right - left - 4:
        text = NARROW
        width = canvas.width(text, Style.SMALL_BOLD)
    _paint_number(canvas, text, (left + right - width) / 2, top + height / 2)
    room = (right - left - width) / 2 - 6
    _paint_signs(canvas, mark, right, top, height, room=room)


def _paint_number(canvas: Canvas, text: str, x: float, middle: float) -> None:
    canvas.painter.setPen(canvas.inks.ink)
    canvas.text(text, Style.SMALL_BOLD, round(x), middle)


def _pill(inks: Inks, colour: QColor) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(colour, 1.25 * inks.line_width))
        painter.setBrush(inks.panel)
        radius = box.height() / 2 - 1
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)

    return draw


def _paint_signs(canvas: Canvas, mark: int, right: int, top: int, height: int, *, room: float) -> None:
    """Put a sign for contested, sensitive and unchecked members where there is room; else only the first."""
    marks, inks = canvas.frame.marks, canvas.inks
    side = round(SIGN * inks.scale)
    signs = [
        (name, draw)
        for name, draw, number in (
            ("differs", _draw_differs, marks.contested[mark]),
            ("warning", _draw_warning, marks.sensitive[mark]),
            ("unchecked", _draw_unchecked, marks.unchecked[mark]),
        )
        if number
    ]
    fitting = signs[: max(int(room // (side + 2)), 0)]
    y = top + (height - side) // 2
    for place, (name, draw) in enumerate(reversed(fitting)):
        x = right - 7 - side - place * (side + 2)
        key = ("sign", name, inks.warning.rgb())
        canvas.tools.stamps.put(canvas.painter, key, (side, side), partial(draw, inks), ((x, y),))
    if signs and not fitting:
        canvas.tools.stamps.put(
            canvas.painter,
            ("dot", inks.warning.rgb(), inks.ground.rgb()),
            (side - 1, side - 1),
            partial(_draw_dot, inks),
            ((right - side, top - 2),),
        )


def _draw_dot(inks: Inks, painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(inks.ground, 1.5))
    painter.setBrush(inks.warning)
    painter.drawEllipse(box)


def _draw_differs(inks: Inks, painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(inks.warning, 1.4 * inks.scale**0.5))
    third = box.height() / 3
    for y in (box.top() + third, box.bottom() - third):
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    middle = box.center().x()
    painter.drawLine(QPointF(middle + 1.8, box.top()), QPointF(middle - 1.8, box.bottom()))


def _draw_warning(inks: Inks, painter: QPainter, box: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.warning)
    top = QPointF(box.center().x(), box.top())
    painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))


def _draw_unchecked(inks: Inks, painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(inks.warning, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(0.7, 0.7, -0.7, -0.7))
