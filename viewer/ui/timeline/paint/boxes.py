"""Rectangles of whole pixels that belong to marks, laid out all at once and filled colour by colour."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QBrush, QColor

from viewer.layout.frame import TrackRow
from viewer.layout.quick import differ, true_at
from viewer.ui.timeline.paint.arrays import draw_groups
from viewer.ui.timeline.paint.canvas import Canvas, Positions

Numbers = NDArray[np.float64]
NOISE = 1e-6
"""Pixels by which a bound may be off through floating point alone."""
CORNER = 1.0
LONG = 8.0
"""What is covered for so many pixels can be left out."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """Boxes as rows of x, y, width and height, and the mark that each belongs to."""

    mark: Positions
    sides: Numbers

    def by_row(self, canvas: Canvas) -> Iterator[tuple[TrackRow, Numbers]]:
        """Give the boxes by tracks; those that look alike are taken together."""
        sides, groups = self._sorted(canvas)
        for row, first, last in groups:
            yield row, sides[first:last]

    def fill(self, canvas: Canvas, brush: Callable[[TrackRow], QBrush | QColor]) -> None:
        """Fill the boxes of each track with its brush; the painter has no pen."""
        sides, groups = self._sorted(canvas)
        draw_groups(canvas.painter, sides, ((brush(row), first, last) for row, first, last in groups))

    def _sorted(self, canvas: Canvas) -> tuple[Numbers, list[tuple[TrackRow, int, int]]]:
        """Return the boxes by the looks of their tracks, and from where to where those of each reach."""
        if not len(self.mark):
            return self.sides, []
        looks = canvas.alike[canvas.frame.marks.row[self.mark]]
        order = looks.argsort(kind="stable")
        looks = looks[order]
        bounds = [0, *(true_at(differ(looks)) + 1).tolist(), len(looks)]
        rows = canvas.frame.rows
        return self.sides[order], [(rows[looks[first]], first, last) for first, last in pairwise(bounds)]

    def joined(self, other: "Boxes") -> "Boxes":
        """Return these boxes and others."""
        return Boxes(np.concatenate([self.mark, other.mark]), np.concatenate([self.sides, other.sides]))

    def beside(self, cover: "Boxes") -> "Boxes":
        """Leave out what boxes of the same marks will cover: filling with a pattern takes long.

        A little under their ends stays, as corners are left out.
        """
        ends = np.full((int(self.mark.max(initial=0)) + 1, 2), np.nan)
        ends[cover.mark] = cover.sides[:, :1] + np.array([0.0, 1.0]) * cover.sides[:, 2:3]
        low, high = ends[self.mark].T
        left, right = self.sides[:, 0], self.sides[:, 0] + self.sides[:, 2]
        parted = (high - low >= LONG) & (low >= left) & (high <= right)
        before, after = true_at(parted & (low > left)), true_at(parted & (high < right))
        rest = true_at(~parted)
        which = np.concatenate([rest, before, after])
        sides = self.sides[which]
        sides[len(rest) : len(rest) + len(before), 2] = low[before] + 2 * CORNER - left[before]
        sides[len(which) - len(after) :, 0] = high[after] - 2 * CORNER
        sides[len(which) - len(after) :, 2] = right[after] - high[after] + 2 * CORNER
        return Boxes(self.mark[which], sides)

    def without_corners(self) -> "Boxes":
        """Leave out one pixel at each corner; smoothing long bars would cost more than all else."""
        wide = self.sides[:, 2] > 2 * CORNER
        body, narrow = self.sides[wide], ~wide
        count, few = len(body), len(self.sides) - len(body)
        sides = np.empty((few + 3 * count, 4))
        sides[:few] = self.sides[narrow]
        middle, top, bottom = sides[few:].reshape(3, count, 4)
        middle[:] = body
        middle[:, 1] += CORNER
        middle[:, 3] -= 2 * CORNER
        top[:] = body
        top[:, 0] += CORNER
        top[:, 2] -= 2 * CORNER
        top[:, 3] = CORNER
        bottom[:] = top
        bottom[:, 1] += body[:, 3] - CORNER
        mark = self.mark[wide]
        return Boxes(np.concatenate([self.mark[narrow], mark, mark, mark]), sides)


def boxes(mark: Positions, left: Numbers, right: Numbers, y: Numbers, h: Numbers) -> Boxes:
    """Return those boxes that hold anything; their left and right edges are whole already."""
    sides = np.empty((len(mark), 4))
    sides[:, 0] = left
    sides[:, 1] = np.rint(y)
    sides[:, 2] = right - left
    sides[:, 3] = np.rint(h)
    full = sides[:, 2] > 0
    return Boxes(mark[full], sides[full])


def outer(mark: Positions, x0: Numbers, x1: Numbers, y: Numbers, h: Numbers) -> Boxes:
    """Return boxes of whole pixels that leave nothing of their spans out."""
    return boxes(mark, np.floor(x0 + NOISE), np.ceil(x1 - NOISE), y, h)


def inner(mark: Positions, x0: Numbers, x1: Numbers, y: Numbers, h: Numbers) -> Boxes:
    """Return boxes of whole pixels that reach nowhere beyond their spans."""
    return boxes(mark, np.ceil(x0 - NOISE), np.floor(x1 + NOISE), y, h)
