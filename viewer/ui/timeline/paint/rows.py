"""Paint the tracks: their grounds, their names, the grid behind them."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from viewer.layout.frame import Frame, Rect, TrackRow
from viewer.ui.timeline.paint.arrays import draw_boxes
from viewer.ui.timeline.paint.canvas import AIR, Canvas
from viewer.ui.timeline.paint.inks import Style
from viewer.ui.timeline.paint.numerals import write_numerals
from viewer.ui.timeline.paint.rulers import upright

Half = tuple[tuple[TrackRow, ...], float, float]
"""Tracks, and the two heights between which they are painted."""
THUMB, LEAST_THUMB = 5.0, 20.0
"""Width and least height of the thumb beside tracks that do not fit, in pixels."""


def paint_grounds(canvas: Canvas, halves: Iterable[Half]) -> None:
    """Paint the ground, another one behind every other track; filling pixels twice would cost most here."""
    inks, frame = canvas.inks, canvas.frame
    bands = sorted(
        (max(row.y, top), min(row.y + row.height, bottom))
        for rows, top, bottom in halves
        for row in rows
        if row.track in canvas.look.stripes and row.y < bottom and row.y + row.height > top
    )
    reached = 0.0
    for top, bottom in bands:
        canvas.painter.fillRect(QRectF(0, reached, frame.width, top - reached), inks.ground)
        canvas.painter.fillRect(QRectF(0, top, frame.width, bottom - top), inks.band)
        reached = bottom
    canvas.painter.fillRect(QRectF(0, reached, frame.width, frame.height - reached), inks.ground)


def paint_thumb(canvas: Canvas) -> None:
    """Show at the far side which part of the tracks is in sight, where they do not all fit."""
    thumb = thumb_of(canvas.frame)
    if thumb:
        canvas.painter.fillRect(QRectF(*thumb), canvas.inks.soft)


def thumb_of(frame: Frame) -> Rect | None:
    """Return where the thumb is; None while all tracks are in sight."""
    top, room = frame.pinned_bottom, frame.plot.bottom - frame.pinned_bottom
    whole = frame.content_height - (frame.pinned_bottom - frame.plot.y)
    if whole <= room + 1 or room <= 0:
        return None
    height = max(room * room / whole, LEAST_THUMB)
    y = top + (room - height) * frame.scroll / max(frame.content_height - frame.plot.height, 1.0)
    x = 4.0 if frame.right_to_left else frame.width - 4.0 - THUMB
    return Rect(x, round(y), THUMB, round(height))


def paint_grid(canvas: Canvas) -> None:
    """Paint a hairline through the tracks at each labelled boundary of the first calendar."""
    frame, painter = canvas.frame, canvas.painter
    if not frame.rulers:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.inks.hair)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    draw_boxes(painter, upright(frame.rulers[0].major, round(frame.plot.y), round(frame.plot.bottom), 1))


def paint_names(canvas: Canvas, rows: tuple[TrackRow, ...], top: float) -> None:
    """Paint the name of each track in its colour."""
    for row in rows:
        colour = canvas.inks.track(row.colour)
        canvas.header_text(row.label, Style.TRACK, colour, _name_middle(canvas, row, top))


def paint_signs(canvas: Canvas, rows: tuple[TrackRow, ...], top: float) -> None:
    """Say beside the names how many events run on from before, and which tracks are folded or pinned."""
    told = [(row, signs) for row in rows if (signs := _signs(canvas, row))]
    lines, middles = [signs for _, signs in told], [_name_middle(canvas, row, top) for row, _ in told]
    write_numerals(canvas, lines, partial(inner_edge, canvas.frame), middles)


def _name_middle(canvas: Canvas, row: TrackRow, top: float) -> float:
    """Return the height of a name; past `top` it stays there as long as the lanes of its track do."""
    room = min(row.height, canvas.inks.faces[Style.TRACK].height + 8)
    return min(max(row.y, top), row.y + row.height - room) + room / 2


def _signs(canvas: Canvas, row: TrackRow) -> str:
    back = "›" if canvas.frame.scale.mirrored else "‹"
    earlier = f"{back}{canvas.look.words.number(row.earlier)}" if row.earlier else ""
    return " ".join(filter(None, ("▸" if row.collapsed else "", "▴" if row.pinned else "", earlier)))


def inner_edge(frame: Frame, width: float) -> float:
    """Return the left edge of something `width` wide at the inner side of the header column."""
    header = frame.header
    return header.x + AIR / 2 if frame.right_to_left else header.right - AIR / 2 - width
