"""Small pictures that are painted again and again: drawn once on a sheet, then copied many at a time.

On vector devices (SVG, PDF) nothing is copied: each stamp is drawn anew, sharp at any size.
"""

import math
from collections.abc import Callable, Hashable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QPolygonF

from viewer.layout.quick import true_at
from viewer.ui.timeline.paint.arrays import Box, draw_pieces, piece_row

Draw = Callable[[QPainter, QRectF], None]
Size = tuple[int, int]
Whole = NDArray[np.intp]
"""Whole numbers: slots, or pixels."""

WIDTH, HEIGHT, MOST = 1040, 256, 1024
"""Width of a sheet, its height at first, and the height from which it is begun anew, in logical pixels.

The width is no power of two, so that the lines of a stamp do not all want the same few places of a cache.
"""
MARGIN = 2
"""Pixels around a stamp for what its smooth edge spills over."""
NEAR = 1.3
"""A row of stamps takes lower ones too, down to its height divided by this."""


class Sheet:
    """Stamps for one device pixel ratio, side by side in rows."""

    def __init__(self, ratio: float) -> None:
        """Start empty."""
        self._ratio = ratio
        self._empty()

    def begin(self) -> None:
        """Start a painting: a sheet that has grown too large is begun anew."""
        if self._picture.height() > MOST * self._ratio:
            self._empty()

    def slot(self, key: Hashable, size: Size, draw: Draw) -> int:
        """Return where the stamp `key` is, after `draw` has filled it when it is new."""
        found = self._slots.get(key)
        if found is None:
            found = self._slots[key] = len(self._slots)
            self._add(found, size, draw)
        return found

    def put(
        self, painter: QPainter, slots: int | Whole, xs: Whole, ys: Whole, widths: Whole | None = None
    ) -> None:
        """Copy stamps to places of their corners; `widths` says how much to copy of the first ones."""
        corners = (xs - MARGIN, ys - MARGIN)
        draw_pieces(painter, self._picture, self._ratio, self._pieces, slots, corners, widths)

    def _empty(self) -> None:
        self._slots: dict[Hashable, int] = {}
        self.kept: dict[Hashable, Any] = {}
        """Whatever refers to slots, forgotten together with them."""
        self._pieces = np.zeros((64, 10))
        self._rows: list[list[int]] = []
        self._picture = self._blank(HEIGHT)

    def _blank(self, height: float) -> QPixmap:
        picture = QPixmap(math.ceil(WIDTH * self._ratio), math.ceil(height * self._ratio))
        picture.fill(Qt.GlobalColor.transparent)
        return picture

    def _add(self, slot: int, size: Size, draw: Draw) -> None:
        width, height = (math.ceil((side + 2 * MARGIN) * self._ratio) for side in size)
        x, y = self._room(width, height)
        if slot >= len(self._pieces):
            self._pieces = np.concatenate([self._pieces, np.zeros_like(self._pieces)])
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(x, y, width, height)
        painter.translate(x, y)
        painter.scale(self._ratio, self._ratio)
        draw(painter, QRectF(MARGIN, MARGIN, *size))
        painter.end()
        left, top, wide, tall = _filled(self._picture.copy(x, y, width, height))
        self._pieces[slot] = piece_row((x + left, y + top, wide, tall), (left, top), self._ratio)

    def _room(self, width: int, height: int) -> tuple[int, int]:
        """Find room in a row of about the same height, or begin one; each is its top, height and length."""
        for row in self._rows:
            if height <= row[1] <= height * NEAR and row[2] + width <= self._picture.width():
                row[2] += width
                return row[2] - width, row[0]
        top = sum(self._rows[-1][:2]) if self._rows else 0
        while top + height > self._picture.height():
            self._grow()
        self._rows.append([top, height, width])
        return 0, top

    def _grow(self) -> None:
        larger = self._blank(2 * self._picture.height() / self._ratio)
        painter = QPainter(larger)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()
        self._picture = larger


def _filled(picture: QPixmap) -> Box:
    """Return the least box that holds all that is painted: pixels of nothing take as long to copy."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    rows, columns = (true_at(np.asarray(pixels.any(axis=axis))).tolist() for axis in (1, 0))
    if not rows:
        return 0, 0, 1, 1
    return columns[0], rows[0], columns[-1] + 1 - columns[0], rows[-1] + 1 - rows[0]


class Shapes:
    """The stamps of a vector device: nothing but how to draw each."""

    def __init__(self) -> None:
        """Start empty."""
        self._slots: dict[Hashable, int] = {}
        self._draws: list[tuple[Size, Draw]] = []
        self.kept: dict[Hashable, Any] = {}

    def slot(self, key: Hashable, size: Size, draw: Draw) -> int:
        """Return the number of the stamp `key`."""
        if key not in self._slots:
            self._slots[key] = len(self._draws)
            self._draws.append((size, draw))
        return self._slots[key]

    def put(self, painter: QPainter, slots: int | Whole, xs: Whole, ys: Whole) -> None:
        """Draw stamps so that their top left corners lie at places."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        which = np.broadcast_to(slots, len(xs)).tolist()
        for slot, x, y in zip(which, np.asarray(xs).tolist(), np.asarray(ys).tolist(), strict=True):
            size, draw = self._draws[slot]
            draw(painter, QRectF(x, y, *size))
        painter.restore()


class Stamps:
    """The sheet of each device pixel ratio in use."""

    def __init__(self) -> None:
        """Start empty."""
        self._sheets: dict[float, Sheet] = {}

    def begin(self, ratio: float) -> Sheet | Shapes:
        """Return what a painting on a device takes its stamps from; a ratio of 0 stands for vectors."""
        if not ratio:
            return Shapes()
        if ratio not in self._sheets:
            self._sheets = dict([*self._sheets.items()][-1:])
            self._sheets[ratio] = Sheet(ratio)
        self._sheets[ratio].begin()
        return self._sheets[ratio]


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
