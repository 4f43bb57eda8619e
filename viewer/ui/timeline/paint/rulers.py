"""Paint the rulers: one row per calendar, ticks on its true boundaries, its name beside it."""

import math
from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from viewer.layout.frame import Frame, Rect, RulerRow
from viewer.ui.timeline.paint.arrays import draw_boxes
from viewer.ui.timeline.paint.canvas import Canvas
from viewer.ui.timeline.paint.inks import Style
from viewer.ui.timeline.ruler_notes import RulerNote

SHORT = 6
"""Length of a small tick."""
BESIDE, EDGE = 7.0, 24.0
"""Air beside the text of a note, and how near to an edge the year stands."""


def paint_rulers(canvas: Canvas) -> None:
    """Paint all rulers and the line under them."""
    if not canvas.frame.rulers:
        return
    for row in canvas.frame.rulers:
        _paint_name(canvas, row)
    _paint_ticks(canvas)
    for row in canvas.frame.rulers:
        _paint_labels(canvas, row, primary=row is canvas.frame.rulers[0])


def _paint_name(canvas: Canvas, row: RulerRow) -> None:
    key = f"timeline.ruler.{row.calendar.value}"
    if row.approximate and canvas.look.words.has(f"{key}-approximate"):
        key += "-approximate"
    canvas.header_text(canvas.look.words.say(key), Style.SMALL, canvas.inks.soft, row.y + row.height / 2)


def _paint_ticks(canvas: Canvas) -> None:
    frame, painter = canvas.frame, canvas.painter
    painter.save()
    canvas.clip(frame.ruler)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    small, tall = zip(*(_ticks(canvas, row) for row in frame.rulers), strict=True)
    painter.setBrush(canvas.inks.line)
    draw_boxes(painter, np.concatenate(small))
    painter.setBrush(canvas.inks.soft)
    draw_boxes(painter, np.concatenate(tall))
    painter.restore()


def _ticks(canvas: Canvas, row: RulerRow) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the boxes of the foot with the short ticks, and of the tall ones; none cuts through a text."""
    thick = max(round(canvas.inks.line_width), 1)
    bottom, ruler = round(row.y + row.height), canvas.frame.ruler
    covered = _in_text(row)
    low = np.concatenate([row.major[covered], row.minor])
    foot = np.array([[math.floor(ruler.x), bottom - thick, math.ceil(ruler.width) + 1, thick]], np.float64)
    small = upright(low, bottom - SHORT, bottom, thick)
    return np.concatenate([foot, small]), upright(row.major[~covered], round(row.y), bottom, thick)


def upright(xs: NDArray[np.float64], top: float, bottom: float, thick: float) -> NDArray[np.float64]:
    """Return the boxes of upright lines between two heights."""
    lines = np.empty((len(xs), 4))
    lines[:, 0] = np.rint(xs)
    lines[:, 1:] = (top, thick, bottom - top)
    return lines


def _in_text(row: RulerRow) -> NDArray[np.bool_]:
    """Tell which of the tall ticks would cut through a text."""
    lows = [label.x - 1 for label in row.labels]
    highs = [label.x + label.width + 1 for label in row.labels]
    if lows[1:] < lows[:1]:  # Later texts stand further left.
        lows.reverse()
        highs.reverse()
    ticks = row.major.tolist()
    before = [bisect_left(lows, x) - 1 for x in ticks]
    return np.array([at >= 0 and x < highs[at] for at, x in zip(before, ticks, strict=True)], np.bool_)


def _paint_labels(canvas: Canvas, row: RulerRow, *, primary: bool) -> None:
    middle = row.y + row.height / 2
    strong = [label for label in row.labels if label.strong]
    plain = [label for label in row.labels if not label.strong]
    canvas.write(strong, Style.BOLD, canvas.inks.ink, [middle] * len(strong))
    ink = canvas.inks.ink if primary else canvas.inks.soft
    canvas.write(plain, Style.LABEL, ink, [middle] * len(plain))


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


def paint_notes(canvas: Canvas) -> None:
    """Write what is told on the rulers on quiet plates, clear of the year."""
    painter = canvas.painter
    painter.save()
    canvas.clip(canvas.frame.ruler)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for note in canvas.look.notes:
        for row in canvas.frame.rulers:
            if row.calendar is note.calendar:
                _paint_note(canvas, row, note)
    painter.restore()


def _paint_note(canvas: Canvas, row: RulerRow, note: RulerNote) -> None:
    plate = note_plate(canvas.frame, row, note, canvas.width(note.text, Style.SMALL_BOLD) + 2 * BESIDE)
    canvas.painter.setPen(canvas.inks.rule(canvas.inks.accent))
    canvas.painter.setBrush(canvas.inks.panel)
    canvas.painter.drawRoundedRect(QRectF(*plate), 4, 4)
    canvas.text(note.text, Style.SMALL_BOLD, canvas.inks.ink, plate.x + BESIDE, row.y + row.height / 2)


def note_plate(frame: Frame, row: RulerRow, note: RulerNote, width: float) -> Rect:
    """Return where a note stands: in the middle of what it tells of, within the ruler, beside the year."""
    low, high = frame.ruler.x, frame.ruler.right
    for label in row.labels:
        if label.strong and label.x < frame.ruler.x + EDGE:
            low = label.x + label.width + BESIDE
        elif label.strong and label.x + label.width > frame.ruler.right - EDGE:
            high = label.x - BESIDE
    middle = (max(note.low, low) + min(note.high, high)) / 2
    left = round(max(min(middle - width / 2, high - width), low)) + 0.5
    return Rect(left, round(row.y) + 3.5, round(width), round(row.height) - 8)
