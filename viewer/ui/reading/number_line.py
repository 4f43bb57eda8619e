"""Paint the marks of answers on their line."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from viewer.layout.number_line import LineMark, MarkKind

RADIUS = 5.0
ARROW = 8.0


def paint_mark(painter: QPainter, mark: LineMark, y: float, colour: str, scale: float) -> None:
    """Draw one mark about a height; `scale` is 1.0 at 100 % text size."""
    ink = QColor(colour)
    match mark.kind:
        case MarkKind.POINT:
            _dot(painter, mark.start, y, ink, scale, hollow=False)
        case MarkKind.EITHER if mark.start == mark.end:
            _dot(painter, mark.start, y, ink, scale, hollow=True)
        case MarkKind.AT_LEAST | MarkKind.AT_MOST:
            _open(painter, mark, y, ink, scale)
        case _:
            _bar(painter, mark, y, ink, scale)


def _dot(painter: QPainter, x: float, y: float, ink: QColor, scale: float, *, hollow: bool) -> None:
    painter.setPen(QPen(ink, 2 * scale))
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else ink)
    side = (RADIUS if hollow else RADIUS - 1) * scale
    painter.drawEllipse(QPointF(x, y), side, side)


def _bar(painter: QPainter, mark: LineMark, y: float, ink: QColor, scale: float) -> None:
    """Draw a range solid, one of several ranges hollow, and words hatched."""
    half = RADIUS * scale
    box = QRectF(mark.start, y - half, mark.end - mark.start, 2 * half)
    if mark.kind is MarkKind.WORDS:
        soft = QColor(ink)
        soft.setAlphaF(0.12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        painter.drawRoundedRect(box, 2, 2)
        painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(box, 2, 2)
    elif mark.kind is MarkKind.EITHER:
        painter.setPen(QPen(ink, 2 * scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(box, 3, 3)


def _open(painter: QPainter, mark: LineMark, y: float, ink: QColor, scale: float) -> None:
    """Draw the stated value as a dot, and a dashed arrow towards the open side."""
    forward = 1 if mark.end >= mark.start else -1
    tip = mark.end
    pen = QPen(ink, 2 * scale)
    pen.setDashPattern([2.5, 1.5])
    painter.setPen(pen)
    painter.drawLine(QPointF(mark.start, y), QPointF(tip - forward * ARROW, y))
    _dot(painter, mark.start, y, ink, scale, hollow=False)
    painter.setPen(Qt.PenStyle.NoPen)
    back = tip - forward * ARROW * scale
    side = 0.55 * ARROW * scale
    painter.drawPolygon(QPolygonF([QPointF(tip, y), QPointF(back, y - side), QPointF(back, y + side)]))
