"""Hand whole arrays to a painter: an object for each rectangle costs ten times as much as painting it.

Qt's rectangles and fragments are plain numbers one after the other, so memory that holds the same numbers is
as good as a list of them.
"""

from collections.abc import Iterable
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap
from shiboken6 import Shiboken

LEAST = 512
Group = tuple[QBrush | QColor, int, int]
"""A brush, the first box that it fills, and the one after the last."""


class _Memory:
    """Rows of numbers that Qt reads as an array of one of its own kinds, kept for every painting."""

    def __init__(self, kind: type, fields: int, number: str) -> None:
        self._kind, self._fields, self._number = kind, fields, number
        self._first: object = None
        self._rows: NDArray[Any] = np.zeros((0, fields), number)

    def take(self, count: int) -> tuple[object, NDArray[Any]]:
        """Return what Qt takes for the first of `count` things, and their numbers to be set."""
        if self._first is None or count > len(self._rows):
            self._first = None
            self._rows = np.zeros((max(2 * count, LEAST), self._fields), self._number)
            self._first = self.at(0)
        return self._first, self._rows[:count]

    def at(self, row: int) -> object:
        """Return what Qt takes for the thing in a row."""
        return Shiboken.wrapInstance(self._rows.ctypes.data + row * self._rows.strides[0], self._kind)


_RECTS = _Memory(QRect, 4, "i4")
_FRAGMENTS = _Memory(QPainter.PixmapFragment, 10, "f8")


def draw_boxes(painter: QPainter, boxes: NDArray[np.float64]) -> None:
    """Draw rows of x, y, width and height, in whole pixels, with the brush and pen of the painter."""
    if len(boxes):
        painter.drawRects(cast("QRect", _set_rects(boxes)), len(boxes))


def draw_groups(painter: QPainter, boxes: NDArray[np.float64], groups: Iterable[Group]) -> None:
    """Draw boxes like `draw_boxes`, each group of neighbours with a brush of its own."""
    _set_rects(boxes)
    for brush, first, last in groups:
        painter.setBrush(brush)
        painter.drawRects(cast("QRect", _RECTS.at(first)), last - first)


def _set_rects(boxes: NDArray[np.float64]) -> object:
    first, rows = _RECTS.take(len(boxes))
    rows[:] = boxes
    # A rectangle of whole numbers is kept as its corners, the second one inside.
    rows[:, 2:] += rows[:, :2]
    rows[:, 2:] -= 1
    return first


def draw_pieces(
    painter: QPainter,
    sheet: QPixmap,
    ratio: float,
    pieces: NDArray[np.float64],
    corners: tuple[NDArray[Any], NDArray[Any]],
) -> None:
    """Copy pieces of a sheet (x, y, width, height in its pixels) so that their corners lie where told.

    `ratio` is the number of pixels of the sheet in a logical one.
    """
    if not len(pieces):
        return
    first, rows = _FRAGMENTS.take(len(pieces))
    # Where its middle comes to lie, its place on the sheet, its stretch, its turn, how dense it is.
    rows[:, :2] = pieces[:, 2:]
    rows[:, :2] *= 0.5 / ratio
    rows[:, 0] += corners[0]
    rows[:, 1] += corners[1]
    rows[:, 2:6] = pieces
    rows[:, 6:8] = 1 / ratio
    rows[:, 8:] = (0.0, 1.0)
    painter.drawPixmapFragments(cast("QPainter.PixmapFragment", first), len(pieces), sheet)
