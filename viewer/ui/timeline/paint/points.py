"""Paint single events that are narrower than a glyph: the shape of their track."""

import numpy as np

from viewer.layout.frame import MarkKind
from viewer.model.columns import Flag
from viewer.ui.timeline.paint.bars import Mask, by_row
from viewer.ui.timeline.paint.canvas import Canvas
from viewer.ui.timeline.paint.stamps import shape

VAGUE = Flag.APPROXIMATE | Flag.UNCERTAIN | Flag.SET
"""Points that carry one of these are hollow."""


def paint_points(canvas: Canvas, which: Mask) -> None:
    """Paint the points among `which`: full, or hollow where the date is about, doubtful or one of several."""
    marks = canvas.frame.marks
    points = np.flatnonzero(which & (marks.kind == MarkKind.POINT))
    vague = (marks.flags & VAGUE) != 0
    for row, chosen in by_row(canvas, points):
        for hollow in (False, True):
            own = chosen[vague[chosen] == hollow]
            if not len(own):
                continue
            side = int(np.round(marks.h[own[0]]))
            colour = canvas.inks.track(row.colour)
            fill = canvas.inks.tint(row.colour) if hollow else colour
            xs = np.round((marks.g0[own] + marks.g1[own] - side) / 2).astype(int).tolist()
            ys = np.round(marks.y[own]).astype(int).tolist()
            key = (row.shape, colour.rgb(), fill.rgb())
            draw = shape(row.shape, colour, fill)
            canvas.tools.stamps.put(canvas.painter, key, (side, side), draw, zip(xs, ys, strict=True))
