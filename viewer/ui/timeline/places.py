"""Tell what of the timeline lies at a point, beside the marks themselves."""

from PySide6.QtCore import Qt

from viewer.layout.frame import Frame, TrackRow
from viewer.layout.hit import row_at
from viewer.ui.timeline.hands.intents import Grip
from viewer.ui.timeline.hands.mouse import Area, Drag
from viewer.ui.timeline.paint.overview import window_edges
from viewer.ui.timeline.paint.rows import thumb_of
from viewer.ui.timeline.trays import Entry

GRIP = 7.0
"""Pixels around an edge of the overview's window that still hold it."""
BESIDE = 4.0
"""Pixels beside the thumb that still hold it."""


def area_at(frame: Frame, x: float, y: float) -> Area:
    """Tell in which part a press happens."""
    if frame.overview.rect.y <= y:
        return Area.OVERVIEW
    if y < frame.ruler.bottom:
        return Area.RULER
    return Area.THUMB if on_thumb_strip(frame, x, y) else Area.TRACKS


def on_thumb_strip(frame: Frame, x: float, y: float) -> bool:
    """Tell whether a point lies on the strip in which the thumb moves."""
    thumb = thumb_of(frame)
    near = thumb is not None and abs(x - (thumb.x + thumb.width / 2)) <= thumb.width / 2 + BESIDE
    return near and frame.pinned_bottom <= y < frame.plot.bottom


def grip_at(frame: Frame, x: float, y: float) -> Grip | None:
    """Tell what of the overview's window, or of the thumb, lies under the pointer."""
    thumb = thumb_of(frame)
    if thumb and on_thumb_strip(frame, x, y):
        return Grip.WINDOW if thumb.y <= y < thumb.bottom else None
    if y < frame.overview.rect.y:
        return None
    low, high = window_edges(frame.overview)
    reach = min(GRIP, max((high - low) / 4, 2.0))
    if low - GRIP <= x < low + reach:
        return Grip.LEFT
    if high - reach < x <= high + GRIP:
        return Grip.RIGHT
    return Grip.WINDOW if low < x < high else None


def track_name_at(frame: Frame, x: float, y: float) -> TrackRow | None:
    """Return the track whose name lies there."""
    return row_at(frame, y) if frame.header.holds(x, y) else None


def tray_at(frame: Frame, shown: tuple[Entry, ...], x: float, y: float) -> int | None:
    """Return the event of the tray that lies there; -1 for the tray itself; None elsewhere."""
    if not frame.tray.rect.y <= y < frame.tray.rect.bottom:
        return None
    return next((entry.event for entry in shown if entry.left <= x < entry.right), -1)


def cursor_at(frame: Frame, x: float, y: float, drag: Drag) -> Qt.CursorShape:
    """Return the shape of the pointer."""
    if drag in (Drag.PANNING, Drag.SCROLLING, Drag.THUMB):
        return Qt.CursorShape.ClosedHandCursor
    if drag is Drag.MARKING:
        return Qt.CursorShape.SizeHorCursor
    if grip_at(frame, x, y) in (Grip.LEFT, Grip.RIGHT):
        return Qt.CursorShape.SizeHorCursor
    return Qt.CursorShape.ArrowCursor
