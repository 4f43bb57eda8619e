"""Paint single events that are narrower than a glyph: the shape of their track."""

import numpy as np
from numpy.typing import NDArray

from viewer.layout.frame import MarkKind, TrackRow
from viewer.model.columns import Flag
from viewer.ui.timeline.paint.bars import Mask
from viewer.ui.timeline.paint.canvas import Canvas
from viewer.ui.timeline.paint.stamps import shape

VAGUE = int(Flag.APPROXIMATE | Flag.UNCERTAIN | Flag.SET)
"""Points that carry one of these are hollow."""


def paint_points(canvas: Canvas, which: Mask) -> None:
    """Paint the points among `which`: full, or hollow where the date is about, doubtful or one of several."""
    points = np.flatnonzero(which & (canvas.frame.marks.kind == MarkKind.POINT))
    for row, chosen in canvas.by_row(points):
        put_glyphs(canvas, row, chosen)


def put_glyphs(canvas: Canvas, row: TrackRow, chosen: NDArray[np.intp]) -> None:
    """Put the glyph of a row in the middle of each of its chosen marks."""
    marks = canvas.frame.marks
    vague = (marks.flags[chosen] & VAGUE) != 0
    side = round(canvas.look.glyph)
    colour = canvas.inks.track(row.colour)
    for own, fill in ((chosen[~vague], colour), (chosen[vague], canvas.inks.tint(row.colour))):
        if len(own):
            xs = np.round((marks.g0[own] + marks.g1[own] - side) / 2).astype(np.intp)
            ys = np.round(marks.y[own] + (marks.h[own] - side) / 2).astype(np.intp)
            key = (row.shape, colour.rgb(), fill.rgb())
            draw = shape(row.shape, colour, fill)
            canvas.stamp(key, (side, side), draw, (xs, ys))
