"""Rectangles of whole pixels that belong to marks, laid out all at once and filled colour by colour."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viewer.layout.frame import TrackRow
from viewer.ui.timeline.paint.canvas import Canvas, Positions

Numbers = NDArray[np.float64]
NOISE = 1e-6
"""Pixels by which a bound may be off through floating point alone."""
CORNER = 1.0


@dataclass(frozen=True, slots=True)
class Boxes:
    """Boxes as rows of x, y, width and height, and the mark that each belongs to."""

    mark: Positions
    sides: Numbers

    def by_row(self, canvas: Canvas) -> Iterator[tuple[TrackRow, Numbers]]:
        """Give the boxes by tracks; those that look alike are taken together."""
        looks = canvas.alike[canvas.frame.marks.row[self.mark]]
        # np.unique would load the masked arrays of NumPy, which takes longer than the first frame.
        for look in sorted(set(looks.tolist())):
            yield canvas.frame.rows[look], self.sides[looks == look]

    def joined(self, other: "Boxes") -> "Boxes":
        """Return these boxes and others."""
        return Boxes(np.concatenate([self.mark, other.mark]), np.concatenate([self.sides, other.sides]))

    def without_corners(self) -> "Boxes":
        """Leave out one pixel at each corner; smoothing long bars would cost more than all else."""
        wide = self.sides[:, 2] > 2 * CORNER
        body, mark = self.sides[wide], self.mark[wide]
        top = body * (1, 1, 1, 0) + (CORNER, 0, -2 * CORNER, CORNER)
        bottom = top.copy()
        bottom[:, 1] += body[:, 3] - CORNER
        body = np.add(body, (0, CORNER, 0, -2 * CORNER))
        marks = np.concatenate([self.mark[~wide], mark, mark, mark])
        return Boxes(marks, np.concatenate([self.sides[~wide], body, top, bottom]))


def boxes(mark: Positions, left: Numbers, right: Numbers, y: Numbers, h: Numbers) -> Boxes:
    """Return those boxes that hold anything; their left and right edges are whole already."""
    sides = np.stack([left, np.round(y), right - left, np.round(h)], axis=1)
    full = sides[:, 2] > 0
    return Boxes(mark[full], sides[full])


def outer(mark: Positions, x0: Numbers, x1: Numbers, y: Numbers, h: Numbers) -> Boxes:
    """Return boxes of whole pixels that leave nothing of their spans out."""
    return boxes(mark, np.floor(x0 + NOISE), np.ceil(x1 - NOISE), y, h)


def inner(mark: Positions, x0: Numbers, x1: Numbers, y: Numbers, h: Numbers) -> Boxes:
    """Return boxes of whole pixels that reach nowhere beyond their spans."""
    return boxes(mark, np.ceil(x0 - NOISE), np.floor(x1 + NOISE), y, h)
