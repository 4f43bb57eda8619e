"""Paint background periods: a named line above the tracks and a faint ground behind them."""

from PySide6.QtCore import QLineF, QRectF

from viewer.layout.frame import PeriodBand
from viewer.ui.timeline.paint.canvas import Canvas
from viewer.ui.timeline.paint.inks import Style, mixed

THICKNESS = 3


def paint_period_grounds(canvas: Canvas) -> None:
    """Paint where a period surely was, faintly, behind the tracks."""
    plot = canvas.frame.plot
    colour = mixed(canvas.inks.soft, canvas.inks.ground, 0.5)
    colour.setAlphaF(0.07)
    for band in canvas.frame.periods:
        if band.c0 < band.c1:
            canvas.painter.fillRect(QRectF(band.c0, plot.y, band.c1 - band.c0, plot.height), colour)


def paint_periods(canvas: Canvas) -> None:
    """Paint the line of each period, solid where certain, and its name over it."""
    painter = canvas.painter
    painter.save()
    plot = canvas.frame.plot
    painter.setClipRect(QRectF(plot.x, 0, plot.width, plot.bottom))
    for band in canvas.frame.periods:
        _paint_line(canvas, band)
        if band.text:
            middle = band.y + (band.height - THICKNESS) / 2
            canvas.text(band.text, Style.SMALL, canvas.inks.soft, band.label_x, middle)
    painter.restore()


def _paint_line(canvas: Canvas, band: PeriodBand) -> None:
    painter, inks = canvas.painter, canvas.inks
    y = round(band.y + band.height) - 1.5
    pen = inks.rule(inks.soft)
    pen.setDashPattern([2, 3])
    painter.setPen(pen)
    painter.drawLine(QLineF(band.x0, y, band.x1, y))
    if band.c0 < band.c1:
        painter.fillRect(QRectF(band.c0, y - 1, band.c1 - band.c0, THICKNESS), inks.soft)
