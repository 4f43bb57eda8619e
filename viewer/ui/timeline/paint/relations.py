"""Paint thin curves from the selected event to those related to it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from viewer.layout.frame import RelationLine
from viewer.ui.timeline.paint.canvas import Canvas

HEAD = 5.0
BOW = 18.0
"""Pixels that the ends of a curve within one lane are drawn down by."""


def paint_relations(canvas: Canvas) -> None:
    """Paint every relation; an end out of sight gets an arrow at the edge."""
    if not canvas.frame.relations:
        return
    painter, plot = canvas.painter, canvas.frame.plot
    painter.save()
    painter.setClipRect(QRectF(plot.x, plot.y, plot.width, plot.height))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = canvas.inks.rule(canvas.inks.accent)
    pen.setWidthF(1.25 * canvas.inks.line_width)
    for line in canvas.frame.relations:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_curve(line))
        _paint_end(canvas, line)
    painter.restore()


def _curve(line: RelationLine) -> QPainterPath:
    """Leave and arrive sideways, so that the curve crosses few labels; within a lane, pass below them."""
    reach = max(abs(line.x1 - line.x0) / 3, 24.0) * (1 if line.x1 >= line.x0 else -1)
    path = QPainterPath(QPointF(line.x0, line.y0))
    bow = BOW if abs(line.y1 - line.y0) < 1 else 0.0
    path.cubicTo(line.x0 + reach, line.y0 + bow, line.x1 - reach, line.y1 + bow, line.x1, line.y1)
    return path


def _paint_end(canvas: Canvas, line: RelationLine) -> None:
    painter = canvas.painter
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.inks.accent)
    if not line.beyond:
        painter.drawEllipse(QPointF(line.x1, line.y1), 2.5, 2.5)
        return
    back = line.x1 - line.beyond * 2 * HEAD
    tip = QPointF(line.x1, line.y1)
    painter.drawPolygon([tip, QPointF(back, line.y1 - HEAD), QPointF(back, line.y1 + HEAD)])
