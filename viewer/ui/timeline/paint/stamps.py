"""Small pictures that are painted again and again: drawn once, then copied.

On vector devices (SVG, PDF) nothing is copied: each stamp is drawn anew, sharp at any size.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

Draw = Callable[[QPainter, QRectF], None]
Size = tuple[int, int]
Places = Iterable[tuple[int, int]]
Key = tuple[Hashable, Size, float]
"""What it shows, its size, and the device pixel ratio (0 on vector devices)."""

LIMIT = 1500
MARGIN = 2
"""Pixels around a stamp for what its smooth edge spills over."""


class Stamps:
    """Stamps by what they show; the least recently used go."""

    def __init__(self) -> None:
        """Start empty."""
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def put(self, painter: QPainter, key: Key, draw: Draw, places: Places) -> None:
        """Put the stamp `key`, which `draw` fills, at each place (its top left corner)."""
        if not key[2]:
            _draw_each(painter, key[1], draw, places)
            return
        stamp = self._stamp(key, draw)
        copy = painter.drawPixmap
        for x, y in places:
            copy(x - MARGIN, y - MARGIN, stamp)

    def clear(self) -> None:
        """Forget all stamps."""
        self._kept.clear()

    def _stamp(self, key: Key, draw: Draw) -> QPixmap:
        stamp = self._kept.get(key)
        if stamp is not None:
            self._kept.move_to_end(key)
            return stamp
        stamp = self._kept[key] = _made(key[1], key[2], draw)
        if len(self._kept) > LIMIT:
            self._kept.popitem(last=False)
        return stamp


def _made(size: Size, ratio: float, draw: Draw) -> QPixmap:
    width, height = size
    stamp = QPixmap(round((width + 2 * MARGIN) * ratio), round((height + 2 * MARGIN) * ratio))
    stamp.setDevicePixelRatio(ratio)
    stamp.fill(Qt.GlobalColor.transparent)
    painter = QPainter(stamp)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, QRectF(MARGIN, MARGIN, width, height))
    painter.end()
    return stamp


def _draw_each(painter: QPainter, size: Size, draw: Draw, places: Places) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for x, y in places:
        draw(painter, QRectF(x, y, *size))
    painter.restore()


def shape(name: str, colour: QColor, fill: QColor) -> Draw:
    """Return what draws the glyph of a track; a `fill` other than `colour` makes it hollow."""

    def draw(painter: QPainter, box: QRectF) -> None:
        inner = box.adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(fill)
        _SHAPES.get(name, _square)(painter, inner)

    return draw


def _square(painter: QPainter, box: QRectF) -> None:
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)


def _circle(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box)


def _diamond(painter: QPainter, box: QRectF) -> None:
    middle = box.center()
    corners = [
        QPointF(middle.x(), box.top() - 1),
        QPointF(box.right() + 1, middle.y()),
        QPointF(middle.x(), box.bottom() + 1),
        QPointF(box.left() - 1, middle.y()),
    ]
    painter.drawPolygon(QPolygonF(corners))


def _triangle(painter: QPainter, box: QRectF) -> None:
    top = QPointF(box.center().x(), box.top() - 0.5)
    painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))


def _cross(painter: QPainter, box: QRectF) -> None:
    third = box.width() / 3
    painter.drawRoundedRect(box.adjusted(third, 0, -third, 0), 1, 1)
    painter.drawRoundedRect(box.adjusted(0, third, 0, -third), 1, 1)


_SHAPES = {
    "square": _square,
    "circle": _circle,
    "diamond": _diamond,
    "triangle": _triangle,
    "cross": _cross,
}
