"""Paint how a bar ends: a line where stated, softly where about, an arrow where open, "?" where unknown."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPolygonF

from viewer.layout.frame import Extra, MarkKind, TrackRow
from viewer.layout.quick import true_at
from viewer.model.columns import Flag
from viewer.ui.timeline.paint.bars import Mask
from viewer.ui.timeline.paint.boxes import NOISE, boxes
from viewer.ui.timeline.paint.canvas import Canvas, Positions
from viewer.ui.timeline.paint.inks import Style

SOFT = 10.0
"""Pixels over which an approximate bound fades."""
SOFTENED = int(Flag.APPROXIMATE | Flag.UNCERTAIN)
ENDLESS = int(Flag.OPEN_START | Flag.OPEN_END | Flag.UNKNOWN_START | Flag.UNKNOWN_END)
LEAST = 6.0
"""Narrower bars get no lines at their ends."""
SHORTER = 3
"""Pixels by which such a line is shorter than the bar, above and below."""


def paint_ends(canvas: Canvas, which: Mask) -> None:
    """Paint the ends of the bars among `which`."""
    marks = canvas.frame.marks
    bars = true_at(which & (marks.kind == MarkKind.BAR))
    if not len(bars):
        return
    flags = marks.flags[bars]
    soft = (flags & SOFTENED) != 0
    for mark in bars[soft].tolist():
        _fade_bounds(canvas, mark)
    _line_bounds(canvas, bars[~soft])
    for mark in bars[(flags & ENDLESS) != 0].tolist():
        _paint_endless(canvas, canvas.frame.rows[int(marks.row[mark])], mark)


def ground_of(canvas: Canvas, row: TrackRow) -> QColor:
    """Return the colour behind a track."""
    return canvas.inks.band if canvas.striped(row) else canvas.inks.ground


def _line_bounds(canvas: Canvas, chosen: Positions) -> None:
    """Draw a line at both outer bounds of bars that state them."""
    marks = canvas.frame.marks
    chosen = chosen[marks.x1[chosen] - marks.x0[chosen] >= LEAST]
    whole = chosen[(marks.extra[chosen] & Extra.CUT) == 0]
    mark = np.concatenate([chosen, whole])
    left = np.concatenate([np.floor(marks.x0[chosen] + NOISE), np.ceil(marks.x1[whole] - NOISE) - 1])
    lines = boxes(
        mark, left, left + 1, np.rint(marks.y[mark]) + SHORTER, np.rint(marks.h[mark]) - 2 * SHORTER
    )
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    lines.fill(canvas, lambda row: canvas.inks.track(row.colour))


def _fade_bounds(canvas: Canvas, mark: int) -> None:
    """Let the outer bounds of an approximate bar fade to a trace; what is certain stays as it is."""
    marks, ground = (
        canvas.frame.marks,
        ground_of(canvas, canvas.frame.rows[int(canvas.frame.marks.row[mark])]),
    )
    x0, x1 = float(marks.x0[mark]), float(marks.x1[mark])
    c0, c1 = float(marks.c0[mark]), float(marks.c1[mark])
    sure = c0 < c1
    before = min(SOFT, c0 - x0 if sure else (x1 - x0) / 4)
    after = min(SOFT, x1 - c1 if sure else (x1 - x0) / 4)
    top, height = round(marks.y[mark]) - 0.5, round(marks.h[mark]) + 1
    _fade(canvas, ground, QRectF(np.floor(x0 + NOISE), top, before, height), from_left=True)
    _fade(canvas, ground, QRectF(np.ceil(x1 - NOISE) - after, top, after, height), from_left=False)


def _fade(canvas: Canvas, ground: QColor, rect: QRectF, *, from_left: bool, most: float = 0.75) -> None:
    gradient = QLinearGradient(rect.left(), 0, rect.right(), 0)
    dense, clear = QColor(ground), QColor(ground)
    dense.setAlphaF(most)
    clear.setAlphaF(0.0)
    gradient.setColorAt(0.0 if from_left else 1.0, dense)
    gradient.setColorAt(1.0 if from_left else 0.0, clear)
    canvas.painter.fillRect(rect, gradient)


def _paint_endless(canvas: Canvas, row: TrackRow, mark: int) -> None:
    marks, mirrored = canvas.frame.marks, canvas.frame.scale.mirrored
    flags = int(marks.flags[mark])
    for start, is_open, unknown in (
        (True, Flag.OPEN_START, Flag.UNKNOWN_START),
        (False, Flag.OPEN_END, Flag.UNKNOWN_END),
    ):
        at_left = start != mirrored
        if flags & is_open:
            _paint_arrow(canvas, row, mark, at_left=at_left)
        elif flags & unknown:
            _paint_unknown(canvas, row, mark, at_left=at_left)


def _edge(canvas: Canvas, mark: int, *, at_left: bool) -> float | None:
    """Return where an endless bar meets the edge of the plot; None when it does not reach it."""
    marks, plot = canvas.frame.marks, canvas.frame.plot
    if at_left:
        return plot.x if marks.x0[mark] <= plot.x + 1 and marks.x1[mark] > plot.x else None
    return plot.right if marks.x1[mark] >= plot.right - 1 and marks.x0[mark] < plot.right else None


def _paint_arrow(canvas: Canvas, row: TrackRow, mark: int, *, at_left: bool) -> None:
    edge = _edge(canvas, mark, at_left=at_left)
    if edge is None:
        return
    marks, painter = canvas.frame.marks, canvas.painter
    top, height = round(marks.y[mark]), round(marks.h[mark])
    inward = 1 if at_left else -1
    tip, back = edge + 2 * inward, edge + (2 + height * 0.62) * inward
    gap = QRectF(min(edge, back), top, abs(back - edge), height)
    painter.fillRect(gap, ground_of(canvas, row))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.inks.track(row.colour))
    corners = [QPointF(tip, top + height / 2), QPointF(back, top), QPointF(back, top + height)]
    painter.drawPolygon(QPolygonF(corners))


def _paint_unknown(canvas: Canvas, row: TrackRow, mark: int, *, at_left: bool) -> None:
    """Fade the side of which nothing is known, and put a question mark at its edge."""
    edge = _edge(canvas, mark, at_left=at_left)
    if edge is None:
        return
    marks, plot = canvas.frame.marks, canvas.frame.plot
    other = float(marks.x1[mark]) if at_left else float(marks.x0[mark])
    other = min(max(other, plot.x), plot.right)
    top, height = round(marks.y[mark]), round(marks.h[mark])
    rect = QRectF(min(edge, other), top - 0.5, abs(edge - other), height + 1)
    _fade(canvas, ground_of(canvas, row), rect, from_left=at_left, most=0.8)
    width = canvas.width("?", Style.BOLD)
    x = edge + 4 if at_left else edge - 4 - width
    canvas.text("?", Style.BOLD, canvas.inks.track(row.colour), x, top + height / 2)
