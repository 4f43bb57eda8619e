"""Draw the shape of a track as a small picture, for chips and lists."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPolygonF


def shape_icon(shape: str, colour: str, side: int) -> QPixmap:
    """Return a picture of `side` logical pixels with the shape filled in `colour`."""
    ratio = 2.0
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    draw_shape(painter, shape, QRectF(side * 0.15, side * 0.15, side * 0.7, side * 0.7))
    painter.end()
    return picture


def draw_shape(painter: QPainter, shape: str, box: QRectF) -> None:
    """Fill a shape into `box` with the brush of `painter`."""
    middle = box.center()
    if shape == "circle":
        painter.drawEllipse(box)
    elif shape == "diamond":
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), box.top() - 1),
                    QPointF(box.right() + 1, middle.y()),
                    QPointF(middle.x(), box.bottom() + 1),
                    QPointF(box.left() - 1, middle.y()),
                ]
            )
        )
    elif shape == "triangle":
        painter.drawPolygon(QPolygonF([QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]))
    else:
        painter.drawRoundedRect(box, 2, 2)
