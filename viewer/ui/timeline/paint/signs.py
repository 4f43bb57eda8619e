"""Draw the small signs in pills: sources differ, a content warning, not fully checked."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from viewer.ui.timeline.paint.inks import Inks

Signs = tuple[int, ...]
"""Positions in the order of `DIFFERS, WARNING, UNCHECKED`, or `DOT` alone."""
SIGN, GAP = 7, 3
"""Side of a sign, and the air beside it, at 100 %."""
DOT = 3
"""The sign that stands where there is no room for the others."""


def side_of(inks: Inks) -> int:
    """Return the side of a sign in whole pixels."""
    return round(SIGN * inks.scale)


def draw_signs(inks: Inks, signs: Signs, painter: QPainter, box: QRectF) -> None:
    """Draw signs side by side."""
    side = side_of(inks)
    top = box.top() - 2 if signs == (DOT,) else box.top() + (int(box.height()) - side) // 2
    for place, sign in enumerate(signs):
        _SIGNS[sign](inks, painter, QRectF(box.left() + place * (side + GAP), top, side, side))


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


def _draw_dot(inks: Inks, painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(inks.ground, 1.5))
    painter.setBrush(inks.warning)
    painter.drawEllipse(box)


Sign = Callable[[Inks, QPainter, QRectF], None]
_SIGNS: tuple[Sign, ...] = (_draw_differs, _draw_warning, _draw_unchecked, _draw_dot)
