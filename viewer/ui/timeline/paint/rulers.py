"""Paint the rulers: one row per calendar, ticks on its true boundaries, its name beside it."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF

from viewer.layout.frame import RulerRow
from viewer.ui.timeline.paint.canvas import Canvas
from viewer.ui.timeline.paint.inks import Style

SHORT = 6
"""Length of a small tick."""


def paint_rulers(canvas: Canvas) -> None:
    """Paint all rulers and the line under them."""
    for row in canvas.frame.rulers:
        _paint_name(canvas, row)
    _paint_ticks(canvas)
    for row in canvas.frame.rulers:
        _paint_labels(canvas, row, primary=row is canvas.frame.rulers[0])


def _paint_name(canvas: Canvas, row: RulerRow) -> None:
    key = f"timeline.ruler.{row.calendar.value}"
    if row.approximate and canvas.look.words.has(f"{key}-approximate"):
        key += "-approximate"
    canvas.painter.setPen(canvas.inks.soft)
    canvas.header_text(canvas.look.words.say(key), Style.SMALL, row.y + row.height / 2)


def _paint_ticks(canvas: Canvas) -> None:
    frame, painter = canvas.frame, canvas.painter
    painter.save()
    canvas.clip(frame.ruler)
    painter.setPen(canvas.inks.rule(canvas.inks.line))
    bottoms = [round(row.y + row.height) - 0.5 for row in frame.rulers]
    painter.drawLines([QLineF(frame.ruler.x, y, frame.ruler.right, y) for y in bottoms])
    painter.drawLines(_lines(frame.rulers, bottoms, short=True))
    painter.setPen(canvas.inks.rule(canvas.inks.soft))
    painter.drawLines(_lines(frame.rulers, bottoms, short=False))
    painter.restore()


def _lines(rows: tuple[RulerRow, ...], bottoms: list[float], *, short: bool) -> list[QLineF]:
    """Return the short or the tall ticks; one that would cut through a text is short."""
    lines = []
    for row, bottom in zip(rows, bottoms, strict=True):
        top = bottom - SHORT if short else row.y
        covered = _in_text(row)
        xs = np.concatenate([row.major[covered], row.minor]) if short else row.major[~covered]
        at, count = (np.round(xs) + 0.5).tolist(), len(xs)
        lines += list(map(QLineF, at, [top] * count, at, [bottom] * count))
    return lines


def _in_text(row: RulerRow) -> NDArray[np.bool_]:
    """Tell which of the tall ticks would cut through a text."""
    covered = np.zeros(len(row.major), bool)
    for label in row.labels:
        covered |= (row.major > label.x - 1) & (row.major < label.x + label.width + 1)
    return covered


def _paint_labels(canvas: Canvas, row: RulerRow, *, primary: bool) -> None:
    middle = row.y + row.height / 2
    for label in row.labels:
        canvas.painter.setPen(canvas.inks.ink if primary or label.strong else canvas.inks.soft)
        style = Style.BOLD if label.strong else Style.LABEL
        canvas.text(label.text, style, label.x, middle)


def paint_marked(canvas: Canvas) -> None:
    """Paint the range chosen on the ruler, through ruler and tracks."""
    marked, frame = canvas.look.marked, canvas.frame
    if marked is None:
        return
    edges = sorted((frame.scale.to_x(marked.start), frame.scale.to_x(marked.end)))
    low, high = max(edges[0], frame.plot.x - 4), min(edges[1], frame.plot.right + 4)
    if low >= high:
        return
    colour = canvas.inks.accent
    painter = canvas.painter
    painter.save()
    painter.setClipRect(QRectF(frame.plot.x, frame.ruler.y, frame.plot.width, frame.plot.bottom))
    wash = type(colour)(colour)
    wash.setAlphaF(0.12)
    rect = QRectF(low, frame.ruler.y, high - low, frame.plot.bottom - frame.ruler.y)
    painter.fillRect(rect, wash)
    painter.setPen(canvas.inks.rule(colour))
    painter.drawLines([QLineF(x, rect.top(), x, rect.bottom()) for x in (low, high)])
    painter.restore()
