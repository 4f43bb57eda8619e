"""Draw the few signs of the header, so that no font of the machine is needed for them."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

RATIO = 2.0
"""Pixels drawn for each logical pixel, so that the signs stay sharp."""


def menu_icon(colour: str, side: int) -> QIcon:
    """Return three lines, the sign of a menu."""
    return _icon(_lines, colour, side)


def theme_icon(colour: str, side: int) -> QIcon:
    """Return a disc that is half filled, the sign of light and dark."""
    return _icon(_half_disc, colour, side)


def _icon(draw: Callable[[QPainter, float], None], colour: str, side: int) -> QIcon:
    picture = QPixmap(round(side * RATIO), round(side * RATIO))
    picture.setDevicePixelRatio(RATIO)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), max(side / 9, 1)))
    painter.setBrush(QColor(colour))
    draw(painter, float(side))
    painter.end()
    return QIcon(picture)


def _lines(painter: QPainter, side: float) -> None:
    for share in (0.25, 0.5, 0.75):
        painter.drawLine(QPointF(side * 0.15, side * share), QPointF(side * 0.85, side * share))


def _half_disc(painter: QPainter, side: float) -> None:
    box = QRectF(side * 0.15, side * 0.15, side * 0.7, side * 0.7)
    painter.drawPie(box, 90 * 16, 180 * 16)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)
