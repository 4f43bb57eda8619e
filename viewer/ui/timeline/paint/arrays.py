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
UPWARDS = 1e-3
"""Added where a logical pixel is no whole number of device ones: all corners that lie halfway between two of
them are rounded to the same side then, and the noise of floats does not tear the parts of a pill apart."""
Box = tuple[int, int, int, int]
"""X, y, width and height."""
Group = tuple[QBrush | QColor, int, int]
"""A brush, the first box that it fills, and the one after the last."""


class _Memory:
    """Rows of numbers that Qt reads as an array of one of its own kinds, kept for every painting."""

    def __init__(self, kind: type, fields: int, number: str) -> None:
        self._kind, self._fields, self._number = kind, fields, number
        self._rows: NDArray[Any] = np.zeros((LEAST, fields), number)
        self._things: dict[int, object] = {}

    def take(self, count: int) -> NDArray[Any]:
        """Return the numbers of `count` things, to be set."""
        if count > len(self._rows):
            self._things.clear()
            self._rows = np.zeros((2 * count, self._fields), self._number)
        return self._rows[:count]

    def at(self, row: int) -> object:
        """Return what Qt takes for the thing in a row; making it costs as much as painting with it."""
        found = self._things.get(row)
        if found is None:
            address = self._rows.ctypes.data + row * self._rows.strides[0]
            found = self._things[row] = Shiboken.wrapInstance(address, self._kind)
        return found


_RECTS = _Memory(QRect, 4, "i4")
_FRAGMENTS = _Memory(QPainter.PixmapFragment, 10, "f8")


def draw_boxes(painter: QPainter, boxes: NDArray[np.float64]) -> None:
    """Draw rows of x, y, width and height, in whole pixels, with the brush and pen of the painter."""
    if len(boxes):
        _set_rects(boxes)
        painter.drawRects(cast("QRect", _RECTS.at(0)), len(boxes))


def draw_groups(painter: QPainter, boxes: NDArray[np.float64], groups: Iterable[Group]) -> None:
    """Draw boxes like `draw_boxes`, each group of neighbours with a brush of its own."""
    _set_rects(boxes)
    for brush, first, last in groups:
        painter.setBrush(brush)
        painter.drawRects(cast("QRect", _RECTS.at(first)), last - first)


def _set_rects(boxes: NDArray[np.float64]) -> None:
    rows = _RECTS.take(len(boxes))
    rows[:] = boxes
    # A rectangle of whole numbers is kept as its corners, the second one inside.
    rows[:, 2:] += rows[:, :2]
    rows[:, 2:] -= 1


def piece_row(box: Box, lead: tuple[int, int], ratio: float) -> tuple[float, ...]:
    """Return the row of a piece of a sheet, in pixels of the sheet; `ratio` of them are in a logical one.

    `lead` says how far the box lies from the corner whose place is told when the piece is put. A row holds
    where its middle lies from that corner, its place on the sheet, its stretch, its turn, how dense it is.
    """
    x, y, width, height = box
    middle = (lead[0] + width * 0.5) / ratio, (lead[1] + height * 0.5) / ratio
    return (*middle, x, y, width, height, 1 / ratio, 1 / ratio, 0.0, 1.0)


def draw_pieces(
    painter: QPainter,
    sheet: QPixmap,
    ratio: float,
    rows: NDArray[np.float64],
    which: NDArray[np.intp] | int,
    corners: tuple[NDArray[Any], NDArray[Any]],
    widths: NDArray[Any] | None = None,
) -> None:
    """Copy pieces of a sheet so that their corners lie where told: `which` says which of `rows` each is.

    `widths`, in logical pixels from the corner, says how much to copy of each of the first pieces.
    """
    count = len(corners[0])
    if not count:
        return
    made = _FRAGMENTS.take(count)
    if isinstance(which, int):
        made[:] = rows[which]
    else:
        rows.take(which, 0, made, "clip")
    if widths is not None:
        cut = made[: len(widths)]
        lead = cut[:, 0] - cut[:, 4] * (0.5 / ratio)
        cut[:, 0] = (widths + lead) * 0.5
        cut[:, 4] = (widths - lead) * ratio
    made[:, 0] += corners[0]
    made[:, 1] += corners[1]
    if ratio % 1:
        made[:, :2] += UPWARDS / ratio
    painter.drawPixmapFragments(cast("QPainter.PixmapFragment", _FRAGMENTS.at(0)), count, sheet)
