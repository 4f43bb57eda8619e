"""Paint clusters: a pill over the span of its events with their number, and signs for what it hides."""

import math
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from viewer.layout.frame import MarkKind, Marks
from viewer.ui.timeline.paint.bars import Mask
from viewer.ui.timeline.paint.canvas import Canvas, Positions
from viewer.ui.timeline.paint.inks import Inks, Style
from viewer.ui.timeline.paint.stamps import Draw
from viewer.ui.timeline.paint.texts import draw_outline

NARROW = "⋮"
"""Stands for the number where a pill has no room for it."""
SIGN = 7
"""Side of a sign at 100 %."""
GAP = 3
KEPT = 20_000
Sign = Callable[[Inks, QPainter, QRectF], None]


def paint_clusters(canvas: Canvas, which: Mask) -> None:
    """Paint the clusters among `which`: all pills, then all numbers, then all signs."""
    marks = canvas.frame.marks
    chosen = np.flatnonzero(which & (marks.kind == MarkKind.CLUSTER))
    if not len(chosen):
        return
    left = np.floor(marks.g0[chosen]).astype(int)
    width = np.maximum(np.ceil(marks.g1[chosen]).astype(int) - left, 4)
    boxes = Boxes(left, np.round(marks.y[chosen]).astype(int), width, round(float(marks.h[chosen[0]])))
    _paint_pills(canvas, chosen, boxes)
    batch = Batch()
    counts, told = marks.count[chosen].tolist(), _told(marks, chosen)
    for count, bits, x, y, room in zip(counts, told, *boxes.lists(), strict=True):
        _tell(canvas, batch, (count, bits, room), (x, y))
    _paint_batch(canvas, batch, boxes.height)


@dataclass(frozen=True, slots=True)
class Boxes:
    """Where pills are, in whole pixels."""

    left: Positions
    top: Positions
    width: Positions
    height: int

    def lists(self) -> tuple[list[int], list[int], list[int]]:
        """Return left edges, tops and widths as plain numbers."""
        return self.left.tolist(), self.top.tolist(), self.width.tolist()


@dataclass(frozen=True, slots=True)
class Batch:
    """Places of numbers and signs, by what they show."""

    numbers: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    signs: dict[tuple[int, ...], list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))


def _told(marks: Marks, chosen: Positions) -> list[int]:
    """Return for each cluster one bit for every sign it needs."""
    numbers = (marks.contested, marks.sensitive, marks.unchecked)
    bits = sum((number[chosen] > 0).astype(int) << place for place, number in enumerate(numbers))
    return [int(value) for value in np.atleast_1d(bits)]


def _paint_pills(canvas: Canvas, chosen: Positions, boxes: Boxes) -> None:
    order = np.arange(len(chosen))
    for row, own in canvas.by_row(chosen):
        colour = canvas.inks.track(row.colour)
        draw = _pill(canvas.inks, colour)
        inside = order[np.searchsorted(chosen, own)]
        key = ("pill", colour.rgb(), canvas.inks.panel.rgb())
        for width in sorted(set(boxes.width[inside].tolist())):
            same = inside[boxes.width[inside] == width]
            places = zip(boxes.left[same].tolist(), boxes.top[same].tolist(), strict=True)
            canvas.stamp(key, (width, boxes.height), draw, places)


def _tell(canvas: Canvas, batch: Batch, what: tuple[int, int, int], spot: tuple[int, int]) -> None:
    """Note where the number of a pill goes, and the signs behind it."""
    kept = canvas.tools.told
    key = (canvas.look.words.language, canvas.inks.scale, *what)
    told = kept.get(key)
    if told is None:
        if len(kept) > KEPT:
            kept.clear()
        told = kept[key] = _arrange(canvas, *what)
    text, x, signs, sign_x = told
    batch.numbers[text].append((spot[0] + x, spot[1]))
    if signs:
        batch.signs[signs].append((spot[0] + sign_x, spot[1]))


def _arrange(canvas: Canvas, count: int, bits: int, room: int) -> tuple[str, int, tuple[int, ...], int]:
    """Return number, its offset, as many signs as there is room for, and their offset."""
    text = canvas.look.words.number(count)
    width = math.ceil(canvas.width(text, Style.SMALL_BOLD))
    if width > room - 4:
        text, width = NARROW, math.ceil(canvas.width(NARROW, Style.SMALL_BOLD))
    step = round(SIGN * canvas.inks.scale) + GAP
    signs = tuple(sign for sign in range(DOT) if bits >> sign & 1)
    fitting = signs[: max((room - width - 12) // step, 0)]
    x = round((room - width - len(fitting) * step) / 2)
    if signs and not fitting:
        return text, x, (DOT,), room - step + GAP
    return text, x, fitting, x + width + GAP


def _paint_batch(canvas: Canvas, batch: Batch, height: int) -> None:
    inks = canvas.inks
    for text, places in batch.numbers.items():
        size = (math.ceil(canvas.width(text, Style.SMALL_BOLD)), height)
        canvas.stamp(("number", text, inks.ink.rgb(), inks.scale), size, _written(canvas, text), places)
    step = round(SIGN * inks.scale) + GAP
    for signs, places in batch.signs.items():
        key = ("signs", signs, inks.warning.rgb(), inks.ground.rgb())
        canvas.stamp(key, (step * len(signs), height), partial(_draw_signs, inks, signs), places)


def _draw_signs(inks: Inks, signs: tuple[int, ...], painter: QPainter, box: QRectF) -> None:
    side = round(SIGN * inks.scale)
    top = box.top() - 2 if signs == (DOT,) else box.top() + (int(box.height()) - side) // 2
    for place, sign in enumerate(signs):
        _SIGNS[sign](inks, painter, QRectF(box.left() + place * (side + GAP), top, side, side))


def _written(canvas: Canvas, text: str) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setPen(canvas.inks.ink)
        face = canvas.inks.faces[Style.SMALL_BOLD]
        write = draw_outline if canvas.outlines else canvas.tools.texts.draw
        write(painter, text, face, box.left(), box.center().y())

    return draw


def _pill(inks: Inks, colour: QColor) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(colour, 1.25 * inks.line_width))
        painter.setBrush(inks.panel)
        radius = box.height() / 2 - 1
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)

    return draw


def _draw_dot(inks: Inks, painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(inks.ground, 1.5))
    painter.setBrush(inks.warning)
    painter.drawEllipse(box)


def _draw_differs(inks: Inks, painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(inks.warning, 1.4 * inks.scale**0.5))
    third = box.height() / 3
    for y in (box.top() + third, box.bottom() - third):
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    middle = box.center().x()
    painter.drawLine(QPointF(middle + 1.8, box.top()), QPointF(middle - 1.8, box.bottom()))


def _draw_warning(inks: Inks, painter: QPainter, box: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.warning)
    top = QPointF(box.center().x(), box.top())
    painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))


def _draw_unchecked(inks: Inks, painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(inks.warning, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(0.7, 0.7, -0.7, -0.7))


_SIGNS: tuple[Sign, ...] = (_draw_differs, _draw_warning, _draw_unchecked, _draw_dot)
DOT = 3
"""Position of the sign that stands where there is no room for the others."""
