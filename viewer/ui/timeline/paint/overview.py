"""Paint the overview strip: how many events when, and which part of it is in view."""

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from viewer.layout.frame import Overview, Rect
from viewer.ui.timeline.paint.canvas import Canvas
from viewer.ui.timeline.paint.inks import Style
from viewer.ui.timeline.paint.layers import put_layer

NARROWEST = 10.0
"""Pixels of the narrowest window that can still be seen and held."""
AXIS = 1.35
"""Height of the year labels under the bars, in lines of small text."""


def paint_overview(canvas: Canvas) -> None:
    """Paint the strip with its name, its years, its bars and the window, which alone moves."""
    overview, inks = canvas.frame.overview, canvas.inks
    strip = Rect(0, overview.rect.y, canvas.frame.width, overview.rect.height)
    bins = (overview.x.tobytes(), overview.level.tobytes(), overview.bin_width)
    key = (bins, overview.labels, inks, canvas.look.words.language, canvas.frame.header)
    put_layer(canvas, "overview", strip, key, _paint_strip)
    _paint_window(canvas, overview, base(canvas, overview))


def _paint_strip(canvas: Canvas) -> None:
    overview, inks = canvas.frame.overview, canvas.inks
    rect, foot = overview.rect, base(canvas, overview)
    canvas.painter.fillRect(QRectF(0, rect.y, canvas.frame.width, max(inks.line_width, 1.0)), inks.line)
    name = canvas.look.words.say("timeline.overview")
    canvas.header_text(name, Style.SMALL, inks.soft, (rect.y + foot) / 2)
    _paint_years(canvas, overview, foot)
    _paint_bars(canvas, overview, foot)


def base(canvas: Canvas, overview: Overview) -> float:
    """Return the y on which the bars stand."""
    return overview.rect.bottom - AXIS * canvas.inks.faces[Style.SMALL].height


def window_edges(overview: Overview) -> tuple[float, float]:
    """Return the painted edges of the window, never narrower than can be held."""
    low, high = overview.window_x0, overview.window_x1
    if high - low < NARROWEST:
        middle = (low + high) / 2
        low, high = middle - NARROWEST / 2, middle + NARROWEST / 2
    return max(low, overview.rect.x - NARROWEST), min(high, overview.rect.right + NARROWEST)


def _paint_years(canvas: Canvas, overview: Overview, foot: float) -> None:
    painter = canvas.painter
    painter.setPen(canvas.inks.rule(canvas.inks.line))
    painter.drawLine(QLineF(overview.rect.x, foot + 0.5, overview.rect.right, foot + 0.5))
    ticks = overview.label_ticks.tolist()
    painter.drawLines([QLineF(round(x) + 0.5, foot, round(x) + 0.5, foot + 4) for x in ticks])
    middle = (foot + 3 + overview.rect.bottom) / 2
    canvas.write(overview.labels, Style.SMALL, canvas.inks.soft, [middle] * len(overview.labels))


def _paint_bars(canvas: Canvas, overview: Overview, foot: float) -> None:
    if not len(overview.x):
        return
    room = foot - overview.rect.y - 5
    tops = np.floor(foot - np.maximum(overview.level * room, 2.0))
    width = max(overview.bin_width - 1, 1)
    painter = canvas.painter
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.inks.soft)
    count = len(overview.x)
    boxes = (overview.x.tolist(), tops.tolist(), [width] * count, (foot - tops).tolist())
    painter.drawRects(list(map(QRectF, *boxes)))


def _paint_window(canvas: Canvas, overview: Overview, foot: float) -> None:
    low, high = window_edges(overview)
    if high <= low:
        return
    painter, accent = canvas.painter, canvas.inks.accent
    wash = QColor(accent)
    wash.setAlphaF(0.13)
    strip = overview.rect
    left, right = round(max(low, strip.x - 2)), round(min(high, strip.right + 2))
    top, bottom = round(strip.y) + 2, round(foot)
    thick = max(round(canvas.inks.line_width), 1) + 1
    painter.fillRect(left, top, right - left, bottom - top, wash)
    for x, y, width, height in (
        (left, top, right - left, thick),
        (left, bottom - thick, right - left, thick),
        (left, top, thick, bottom - top),
        (right - thick, top, thick, bottom - top),
    ):
        painter.fillRect(x, y, width, height, accent)
