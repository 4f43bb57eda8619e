"""Paint single events that are narrower than a glyph: the shape of their track."""

import numpy as np
from numpy.typing import NDArray

from viewer.layout.frame import MarkKind, TrackRow
from viewer.layout.quick import true_at
from viewer.model.columns import Flag
from viewer.ui.timeline.paint.bars import Mask
from viewer.ui.timeline.paint.canvas import Canvas
from viewer.ui.timeline.paint.stamps import shape

VAGUE = int(Flag.APPROXIMATE | Flag.UNCERTAIN | Flag.SET)
"""Points that carry one of these are hollow."""


def paint_points(canvas: Canvas, which: Mask) -> None:
    """Paint the points among `which`: full, or hollow where the date is about, doubtful or one of several."""
    points = true_at(which & (canvas.frame.marks.kind == MarkKind.POINT))
    marks, side = canvas.frame.marks, round(canvas.look.glyph)
    for row, chosen in canvas.by_row(points):
        put_glyphs(canvas, row, chosen, (marks.g0[chosen] + marks.g1[chosen] - side) / 2)


def put_glyphs(canvas: Canvas, row: TrackRow, chosen: NDArray[np.intp], lefts: NDArray[np.float64]) -> None:
    """Put the glyph of a row on each of its chosen marks, from a left edge, in the middle of its height."""
    marks = canvas.frame.marks
    vague = (marks.flags[chosen] & VAGUE) != 0
    side = round(canvas.look.glyph)
    xs = np.rint(lefts).astype(np.intp)
    ys = np.rint(marks.y[chosen] + (marks.h[chosen] - side) / 2).astype(np.intp)
    colour = canvas.inks.track(row.colour)
    for own, fill in ((~vague, colour), (vague, canvas.inks.tint(row.colour))):
        if own.any():
            key = (row.shape, colour.rgb(), fill.rgb())
            draw = shape(row.shape, colour, fill)
            canvas.stamp(key, (side, side), draw, (xs[own], ys[own]))
