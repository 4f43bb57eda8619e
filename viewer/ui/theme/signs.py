"""Draw the signs on a visitor's buttons, which the fonts lack, as strokes inside a unit square."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

Stroke = tuple[tuple[float, float], ...]
SIGNS: dict[str, tuple[Stroke, ...]] = {
    "left": (((0.6, 0.2), (0.3, 0.5), (0.6, 0.8)),),
    "right": (((0.4, 0.2), (0.7, 0.5), (0.4, 0.8)),),
    "plus": (((0.2, 0.5), (0.8, 0.5)), ((0.5, 0.2), (0.5, 0.8))),
    "minus": (((0.2, 0.5), (0.8, 0.5)),),
    "whole": (
        ((0.1, 0.25), (0.1, 0.75)),
        ((0.9, 0.25), (0.9, 0.75)),
        ((0.35, 0.3), (0.15, 0.5), (0.35, 0.7)),
        ((0.65, 0.3), (0.85, 0.5), (0.65, 0.7)),
        ((0.15, 0.5), (0.85, 0.5)),
    ),
    "reach": (
        ((0.5, 0.1), (0.5, 0.9)),
        ((0.3, 0.3), (0.5, 0.1), (0.7, 0.3)),
        ((0.3, 0.7), (0.5, 0.9), (0.7, 0.7)),
    ),
    "erase": (
        ((0.3, 0.2), (0.95, 0.2), (0.95, 0.8), (0.3, 0.8), (0.05, 0.5), (0.3, 0.2)),
        ((0.45, 0.38), (0.75, 0.62)),
        ((0.75, 0.38), (0.45, 0.62)),
    ),
    "shift": (
        ((0.5, 0.1), (0.9, 0.5), (0.68, 0.5), (0.68, 0.88)),
        ((0.5, 0.1), (0.1, 0.5), (0.32, 0.5), (0.32, 0.88), (0.68, 0.88)),
    ),
}
RATIO = 2.0
"""Pixels for each logical pixel of a sign, so that it stays sharp."""


def sign_icon(name: str, colour: str, side: int) -> QIcon:
    """Return a sign in a colour; `side` in logical pixels."""
    picture = QPixmap(round(side * RATIO), round(side * RATIO))
    picture.setDevicePixelRatio(RATIO)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), max(side / 9, 1))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for stroke in SIGNS[name]:
        painter.drawPolyline(QPolygonF([QPointF(x * side, y * side) for x, y in stroke]))
    painter.end()
    return QIcon(picture)
