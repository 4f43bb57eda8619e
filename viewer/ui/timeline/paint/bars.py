"""Paint bars: hatched where an event may have been, solid only where it surely was.

Edges are rounded to whole pixels so that no solid pixel lies outside certain time and none of the possible
time is left out: possible spans grow to the next pixel, certain spans shrink.
"""

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from viewer.layout.frame import MarkKind
from viewer.layout.quick import true_at
from viewer.ui.timeline.paint.boxes import Boxes, Numbers, inner, outer
from viewer.ui.timeline.paint.canvas import Canvas, Positions
from viewer.ui.timeline.paint.inks import HATCH

Mask = NDArray[np.bool_]


def paint_bars(canvas: Canvas, which: Mask) -> None:
    """Paint the bars among the marks in `which`: what is possible first, what is certain over it."""
    bars = true_at(which & (canvas.frame.marks.kind == MarkKind.BAR))
    if not len(bars):
        return
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    sure = _certain(canvas, bars)
    hatch(canvas, _possible(canvas, bars).beside(sure).without_corners())
    _fill(canvas, sure.without_corners())


def hatch(canvas: Canvas, spans: Boxes) -> None:
    """Fill boxes with the hatching of their tracks; it is tied to time and moves with them."""
    scale, painter = canvas.frame.scale, canvas.painter
    step = max(round(512 * scale.ms_per_px), 1)
    near = -(-scale.start // step) * step
    painter.setBrushOrigin(QPointF(round(math.fmod(scale.to_x(near), HATCH)), 0))
    if canvas.ratio:
        spans.fill(canvas, lambda row: canvas.inks.hatch(row.colour, canvas.ratio))
    else:
        spans.fill(canvas, lambda row: canvas.inks.tint(row.colour))
        for row, sides in spans.by_row(canvas):
            _draw_hatching(canvas, row.colour, sides)
    painter.setBrushOrigin(0, 0)


def _possible(canvas: Canvas, bars: Positions) -> Boxes:
    marks, parts = canvas.frame.marks, canvas.frame.parts
    if not len(parts.mark):
        return outer(bars, marks.x0[bars], marks.x1[bars], marks.y[bars], marks.h[bars])
    of_set = np.isin(bars, parts.mark)
    whole = bars[~of_set]
    _fill(canvas, _threads(canvas, bars[of_set]))
    own = np.isin(parts.mark, bars)
    mark = parts.mark[own].astype(np.intp)
    separate = outer(mark, parts.x0[own], parts.x1[own], marks.y[mark], marks.h[mark])
    return outer(whole, marks.x0[whole], marks.x1[whole], marks.y[whole], marks.h[whole]).joined(separate)


def _threads(canvas: Canvas, chosen: Positions) -> Boxes:
    """Return what joins the possibilities of each set."""
    marks = canvas.frame.marks
    middles = np.floor(marks.y[chosen] + marks.h[chosen] / 2)
    thick = np.full(len(chosen), canvas.inks.line_width)
    return outer(chosen, marks.x0[chosen], marks.x1[chosen], middles, thick)


def _certain(canvas: Canvas, bars: Positions) -> Boxes:
    marks = canvas.frame.marks
    sure = bars[marks.c0[bars] < marks.c1[bars]]
    return inner(sure, marks.c0[sure], marks.c1[sure], marks.y[sure], marks.h[sure])


def _fill(canvas: Canvas, spans: Boxes) -> None:
    spans.fill(canvas, lambda row: canvas.inks.track(row.colour))


def _draw_hatching(canvas: Canvas, colour: str, sides: Numbers) -> None:
    """Draw the lines of the hatching one by one, for devices that know no textures."""
    painter = canvas.painter
    painter.setPen(canvas.inks.rule(canvas.inks.track(colour)))
    for box in sides.tolist():
        painter.drawLines(list(hatching(QRectF(*box))))
    painter.setPen(Qt.PenStyle.NoPen)


def hatching(rect: QRectF) -> Iterator[QLineF]:
    """Give the 45° lines that fill a rectangle, cut at its edges."""
    left, right, top, bottom = rect.left(), rect.right(), rect.top(), rect.bottom()
    foot = left - left % HATCH
    while foot < right + rect.height():
        low = min(foot, right)
        high = max(foot - rect.height(), left)
        if low > high:
            yield QLineF(low, top + foot - low, high, min(top + foot - high, bottom))
        foot += HATCH
