"""Say calmly that the visit ends soon, in every language offered; any input at all keeps it."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextOption
from PySide6.QtWidgets import QWidget

from viewer.base.messages import Catalogue
from viewer.ui.theme.colours import Colours
from viewer.ui.theme.typography import interface_font, reading_font

VEIL = 0.72
"""How much of the page the overlay hides."""
PAD = 0.25
"""Air around the ring and at the edges of the card, in diameters of the ring."""
TITLE, HINT, AIR = 1.9, 1.5, 0.7
"""Heights of the two lines of a language and of the air below them, in sizes of the type."""
LANGUAGE = TITLE + HINT + AIR


class Countdown(QWidget):
    """A ring that empties around the seconds left, and one line in each language."""

    def __init__(self) -> None:
        """Start hidden, without words."""
        super().__init__()
        self._left, self._whole = 0, 1.0
        self._share = 1.0
        self._words: Sequence[Catalogue] = ()
        self._colours: Colours | None = None
        self._still = False

    def begin(self, colours: Colours, words: Sequence[Catalogue], *, still: bool) -> None:
        """Take the look of the visit and the languages, that of the visit first; `still`: nothing glides."""
        self._colours, self._words, self._still = colours, words, still

    def count(self, left: float, whole: float) -> None:
        """Show the seconds left of the whole countdown."""
        seconds = math.ceil(left)
        share = seconds / whole if self._still else left / whole
        if (seconds, share) != (self._left, self._share):
            self._left, self._share = seconds, share
            told = self._words[0].count("kiosk.countdown.seconds", seconds) if self._words else ""
            self.setAccessibleName(told)
            self.update()

    def paintEvent(self, painting: QPaintEvent) -> None:
        """Paint veil, ring, seconds and words."""
        del painting
        if self._colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(self._colours.ground)
        ground.setAlphaF(VEIL)
        painter.fillRect(self.rect(), ground)
        side, size = min(self.width(), self.height()) * 0.26, self._type()
        words = len(self._words) * LANGUAGE * size - AIR * size
        high = side * (1 + 2 * PAD) + PAD * side + words
        card = QRectF(0, (self.height() - high) / 2, self.width(), high)
        self._paint_card(painter, card)
        top = card.top() + PAD * side
        self._paint_ring(painter, QRectF((self.width() - side) / 2, top, side, side))
        self._paint_words(painter, top + side * (1 + PAD), size)
        painter.end()

    def _paint_card(self, painter: QPainter, box: QRectF) -> None:
        """Paint the ground of the words, so that no text lies on text."""
        colours = self._look()
        painter.fillRect(box, QColor(colours.ground))
        painter.fillRect(QRectF(box.x(), box.top(), box.width(), 1), QColor(colours.line))
        painter.fillRect(QRectF(box.x(), box.bottom(), box.width(), 1), QColor(colours.line))

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        colours = self._look()
        width = max(box.width() / 36, 3.0)
        painter.setPen(QPen(QColor(colours.line), width))
        painter.drawEllipse(box)
        painter.setPen(QPen(QColor(colours.accent), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(box, 90 * 16, round(self._share * 360 * 16))
        painter.setPen(QColor(colours.ink))
        painter.setFont(interface_font(box.height() * 0.36))
        number = self._words[0].number(self._left) if self._words else ""
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)

    def _type(self) -> float:
        """Return the size of the type; a line of it is never longer than the screen is wide."""
        return min(self.width() * 1.15, self.height() * 1.6) / 34

    def _paint_words(self, painter: QPainter, top: float, size: float) -> None:
        for n, words in enumerate(self._words):
            first = n == 0
            ink = self._look().ink if first else self._look().soft
            for key, font, height in (
                ("title", reading_font(size * (1.25 if first else 1.0), words.language), size * TITLE),
                ("hint", interface_font(size * (0.72 if first else 0.64)), size * HINT),
            ):
                painter.setPen(QColor(ink))
                painter.setFont(font)
                option = QTextOption(Qt.AlignmentFlag.AlignCenter)
                option.setTextDirection(
                    Qt.LayoutDirection.RightToLeft
                    if words.direction == "rtl"
                    else Qt.LayoutDirection.LeftToRight
                )
                line = QRectF(size, top, self.width() - 2 * size, height)
                painter.drawText(line, words.say(f"kiosk.countdown.{key}"), option)
                top += height
            top += size * AIR

    def _look(self) -> Colours:
        if self._colours is None:
            raise RuntimeError("a countdown is painted before it began")
        return self._colours
