"""Paint clusters: a pill over the span of its events with their number, and signs for what it hides."""

import math
from collections.abc import Hashable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.layout.frame import MarkKind, Marks, TrackRow
from viewer.layout.quick import true_at
from viewer.ui.timeline.paint.bars import Mask
from viewer.ui.timeline.paint.canvas import Canvas, Positions
from viewer.ui.timeline.paint.counts import counts_of
from viewer.ui.timeline.paint.inks import Inks
from viewer.ui.timeline.paint.stamps import Draw, Sheet

STRIP = 320
"""Pixels of the widest pill that is joined from two pieces."""
NARROW = 1.75
"""Heights of the narrowest one: its round left end must fit before the piece of its right end."""


Stamped = tuple[Positions, Positions, Positions]
"""Stamps, and the left and upper edges of their places."""


@dataclass(frozen=True, slots=True)
class Pills:
    """Where pills are, in whole pixels, and which part of each is in sight."""

    mark: Positions
    left: Positions
    top: Positions
    width: Positions
    height: int
    seen: Positions
    """Left edge of the part in sight."""
    room: Positions
    """Width of the part in sight."""

    def where(self, keep: NDArray[np.bool_]) -> "Pills":
        """Return some of the pills."""
        parts = (self.mark[keep], self.left[keep], self.top[keep], self.width[keep])
        return Pills(*parts, self.height, self.seen[keep], self.room[keep])


def paint_clusters(canvas: Canvas, which: Mask) -> None:
    """Paint the clusters among `which`: all pills, then all numbers and signs."""
    marks = canvas.frame.marks
    chosen = true_at(which & (marks.kind == MarkKind.CLUSTER))
    if not len(chosen):
        return
    pills = _pills(canvas, chosen)
    stamps, xs, ys = _texts(canvas, pills)
    if isinstance(canvas.stock, Sheet):
        whole = (pills.width < NARROW * pills.height) | (pills.width > STRIP)
        _paint_whole(canvas, pills.where(whole))
        _paint_joined(canvas, canvas.stock, pills.where(~whole), (stamps, xs, ys))
    else:
        _paint_whole(canvas, pills)
        canvas.stock.put(canvas.painter, stamps, xs, ys)


def _pills(canvas: Canvas, chosen: Positions) -> Pills:
    marks, plot = canvas.frame.marks, canvas.frame.plot
    left = np.floor(marks.g0[chosen]).astype(np.intp)
    width = np.maximum(np.ceil(marks.g1[chosen]).astype(np.intp) - left, 4)
    top = np.rint(marks.y[chosen]).astype(np.intp)
    seen = np.maximum(left, math.ceil(plot.x))
    room = np.minimum(left + width, math.floor(plot.right)) - seen
    return Pills(chosen, left, top, width, round(float(marks.h[chosen[0]])), seen, room)


def _paint_joined(canvas: Canvas, sheet: Sheet, pills: Pills, over: Stamped) -> None:
    """Join pills from a long left piece and a right end, and copy stamps over them, all at once."""
    ends = _ends(canvas, sheet, pills.height)[:, canvas.frame.marks.row[pills.mark]]
    middle = pills.width - pills.height
    stamps, xs, ys = over
    sheet.put(
        canvas.painter,
        np.concatenate([ends[0], ends[1], stamps]),
        np.concatenate([pills.left, pills.left + middle, xs]),
        np.concatenate([pills.top, pills.top, ys]),
        middle,
    )


def _paint_whole(canvas: Canvas, pills: Pills) -> None:
    """Paint pills that are not joined, as they are very narrow or wide, or on a device without sheets."""
    if not len(pills.mark):
        return
    wide = pills.width > STRIP
    _draw_wide(canvas, pills.where(wide))
    pills = pills.where(~wide)
    rows = canvas.frame.marks.row[pills.mark].tolist()
    stamps = [
        _narrow(canvas, row, (width, pills.height))
        for row, width in zip(rows, pills.width.tolist(), strict=True)
    ]
    canvas.stock.put(canvas.painter, np.array(stamps, np.intp), pills.left, pills.top)


def _narrow(canvas: Canvas, row: int, size: tuple[int, int]) -> int:
    """Return the stamp of a whole pill, under a short name: there are dozens in a frame."""
    name = (canvas.inks, canvas.frame.rows[row].colour, size)
    stamp: int | None = canvas.stock.kept.get(name)
    if stamp is None:
        key, draw = _pill(canvas, canvas.frame.rows[row])
        stamp = canvas.stock.kept[name] = canvas.stock.slot((*key, size), size, draw)
    return stamp


def _draw_wide(canvas: Canvas, pills: Pills) -> None:
    """Draw pills one by one that no sheet has room for."""
    rows, lefts, tops = canvas.frame.marks.row[pills.mark].tolist(), pills.left.tolist(), pills.top.tolist()
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row, x, y, width in zip(rows, lefts, tops, pills.width.tolist(), strict=True):
        _pill(canvas, canvas.frame.rows[row])[1](canvas.painter, QRectF(x, y, width, pills.height))


def _ends(canvas: Canvas, sheet: Sheet, height: int) -> Positions:
    """Return the stamps of the long left pieces of pills, then those of right ends, by rows."""
    look = ("ends", canvas.inks, height, tuple(row.colour for row in canvas.frame.rows))
    if look not in sheet.kept:
        ends = [_ends_of(canvas, sheet, row, height) for row in canvas.frame.rows]
        sheet.kept[look] = np.array(ends, np.intp).T.copy()
    kept: Positions = sheet.kept[look]
    return kept


def _ends_of(canvas: Canvas, sheet: Sheet, row: TrackRow, height: int) -> tuple[int, int]:
    key, draw = _pill(canvas, row)
    left = sheet.slot((*key, "left", height), (STRIP, height), partial(_wider, draw, 0, height))
    right = sheet.slot((*key, "right", height), (height, height), partial(_wider, draw, height, 0))
    return left, right


def _wider(draw: Draw, before: int, after: int, painter: QPainter, box: QRectF) -> None:
    draw(painter, box.adjusted(-2 * before, 0, 2 * after, 0))


def _texts(canvas: Canvas, pills: Pills) -> Stamped:
    """Lay out all numbers and signs; each is one or more stamps."""
    marks = canvas.frame.marks
    counts = counts_of(canvas, pills.height)
    told = _told(marks, pills.mark)
    which, stamps, offsets = counts.laid(marks.count[pills.mark].astype(np.intp), told, pills.room)
    return stamps, pills.seen[which] + offsets, pills.top[which]


def _told(marks: Marks, chosen: Positions) -> Positions:
    """Return for each cluster one bit for every sign it needs."""
    numbers = (marks.contested, marks.sensitive, marks.unchecked)
    bits = np.zeros(len(chosen), np.intp)
    for place, number in enumerate(numbers):
        bits |= (number[chosen] > 0).astype(np.intp) << place
    return bits


def _pill(canvas: Canvas, row: TrackRow) -> tuple[tuple[Hashable, ...], Draw]:
    """Return the name of the pills of a row, and what draws them."""
    inks = canvas.inks
    colour = inks.track(row.colour)
    return ("pill", colour.rgb(), inks.panel.rgb(), inks.line_width), partial(_draw_pill, inks, colour)


def _draw_pill(inks: Inks, colour: QColor, painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(colour, 1.25 * inks.line_width))
    painter.setBrush(inks.panel)
    radius = box.height() / 2 - 1
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
