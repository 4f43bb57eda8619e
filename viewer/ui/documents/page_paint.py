"""Paint a page and what is marked on it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from viewer.state.view_state import Theme
from viewer.ui.documents.marks import PageMark, Role
from viewer.ui.reading.kit import Look
from viewer.ui.theme.colours import colours

BAR = 4
_PAPER = colours(Theme.LIGHT)
"""Pages are paper in every theme; what is marked on them keeps the colours for paper."""
_GROUNDS = {
    Role.CURRENT: _PAPER.passage,
    Role.DIFFERS: _PAPER.passage,
    Role.OTHER: "#fdf7dc",
    Role.HIT: "#cfe3ea",
    Role.HIT_NOW: "#8fc3d3",
}


def paint_page(
    painter: QPainter,
    picture: QImage,
    page: QRectF,
    places: Sequence[tuple[PageMark, QRectF]],
    look: Look,
) -> None:
    """Draw the picture of a page into `page`, or blank paper before it has come, then its marks."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if picture.isNull():
        painter.fillRect(page, QColor(_PAPER.panel))
    else:
        painter.drawImage(page, picture)
    painter.setPen(QPen(QColor(look.colours.line), look.colours.line_width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(page)
    for mark, place in places:
        _frame(painter, mark, place) if mark.framed else _ground(painter, mark, place)


def _ground(painter: QPainter, mark: PageMark, place: QRectF) -> None:
    """Lay a soft ground under the words, with a bar at their start where the reader stands."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(place, QColor(_GROUNDS[mark.role]))
    painter.restore()
    if mark.role is Role.CURRENT:
        x = place.right() + 1 if mark.mirrored else place.left() - BAR - 1
        painter.fillRect(QRectF(x, place.top(), BAR, place.height()), QColor(_PAPER.accent))


def _frame(painter: QPainter, mark: PageMark, place: QRectF) -> None:
    """Frame a region of a picture without hiding anything in it."""
    now = mark.role is Role.CURRENT
    painter.setPen(QPen(QColor(_PAPER.panel), 5 if now else 3))
    painter.drawRect(place)
    painter.setPen(QPen(QColor(_PAPER.accent if now else _PAPER.soft), 3 if now else 1.5))
    painter.drawRect(place)
