"""Paint clusters: a pill over the span of its events with their number, and signs for what it hides."""

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
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
GAP = 3
Sign = Callable[[Inks, QPainter, QRectF], None]


def paint_clusters(canvas: Canvas, which: Mask) -> None:
    """Paint the clusters among `which`."""
    marks = canvas.frame.marks
    chosen = np.flatnonzero(which & (marks.kind == MarkKind.CLUSTER))
    for row, own in by_row(canvas, chosen):
        for mark in own.tolist():
            _paint_pill(canvas, row, mark)


def _paint_pill(canvas: Canvas, row: TrackRow, mark: int) -> None:
    marks, inks = canvas.frame.marks, canvas.inks
    left, right = int(np.floor(marks.g0[mark])), int(np.ceil(marks.g1[mark]))
    top, height = round(marks.y[mark]), round(marks.h[mark])
    colour, width = inks.track(row.colour), max(right - left, 4)
    key = ("pill", colour.rgb(), inks.panel.rgb())
    canvas.tools.stamps.put(canvas.painter, key, (width, height), _pill(inks, colour), ((left, top),))
    _paint_told(canvas, mark, QRect(left, top, width, height))


def _paint_told(canvas: Canvas, mark: int, pill: QRect) -> None:
    """Write the number into a pill, with as many signs behind it as there is room for."""
    text = canvas.look.words.number(int(canvas.frame.marks.count[mark]))
    width = canvas.width(text, Style.SMALL_BOLD)
    if width > pill.width() - 4:
        text, width = NARROW, canvas.width(NARROW, Style.SMALL_BOLD)
    signs, side = _signs(canvas, mark), round(SIGN * canvas.inks.scale)
    fitting = signs[: max(int((pill.width() - width - 12) // (side + GAP)), 0)]
    x = round(pill.left() + (pill.width() - width - len(fitting) * (side + GAP)) / 2)
    canvas.painter.setPen(canvas.inks.ink)
    canvas.text(text, Style.SMALL_BOLD, x, pill.top() + pill.height() / 2)
    top = pill.top() + (pill.height() - side) // 2
    for place, (name, draw) in enumerate(fitting):
        left = round(x + width + GAP + place * (side + GAP))
        _put_sign(canvas, name, draw, QRect(left, top, side, side))
    if signs and not fitting:
        spot = QRect(pill.left() + pill.width() - side, pill.top() - 2, side - 1, side - 1)
        _put_sign(canvas, "dot", _draw_dot, spot)


def _put_sign(canvas: Canvas, name: str, draw: Sign, box: QRect) -> None:
    inks = canvas.inks
    key = ("sign", name, inks.warning.rgb(), inks.ground.rgb())
    size, spot = (box.width(), box.height()), (box.left(), box.top())
    canvas.tools.stamps.put(canvas.painter, key, size, partial(draw, inks), (spot,))


def _signs(canvas: Canvas, mark: int) -> list[tuple[str, Sign]]:
    """Return the signs for contested, sensitive and unchecked members, the weightiest first."""
    marks = canvas.frame.marks
    numbers = (marks.contested[mark], marks.sensitive[mark], marks.unchecked[mark])
    return [sign for sign, number in zip(_SIGNS, numbers, strict=True) if number]


def _pill(inks: Inks, colour: QColor) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(colour, 1.25 * inks.line_width))
        painter.setBrush(inks.panel)
        radius = box.height() / 2 - 1
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)

    return draw


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


_SIGNS: tuple[tuple[str, Sign], ...] = (
    ("differs", _draw_differs),
    ("warning", _draw_warning),
    ("unchecked", _draw_unchecked),
)
