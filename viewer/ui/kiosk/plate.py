"""Paint the large line that passes over the screen, with its date above it, fading in and out."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QWidget

from viewer.base.messages import Catalogue
from viewer.ui.theme.colours import Colours
from viewer.ui.theme.typography import interface_font, reading_font

LARGEST, SMALLEST = 15.0, 30.0
"""Parts of the width of which a headline's type takes one, at most and at least."""


LEAST_STEP = 1 / 255
"""Change of opacity that can be seen."""


class Plate(QWidget):
    """One date and one headline."""

    def __init__(self, colours: Colours) -> None:
        """Start empty and unseen."""
        super().__init__()
        self._colours = colours
        self._date, self._text = "", ""
        self._words: Catalogue | None = None
        self._opacity = 0.0

    @property
    def text(self) -> str:
        """The headline shown."""
        return self._text

    def show_line(self, words: Catalogue, text: str, date: str = "") -> None:
        """Take another line, in the language of `words`."""
        self._words, self._text, self._date = words, text, date
        self.setAccessibleName(text)
        self.update()

    def fade(self, opacity: float) -> None:
        """Show the line with an opacity of 0 … 1."""
        if abs(opacity - self._opacity) > LEAST_STEP:
            self._opacity = opacity
            self.update()

    def paintEvent(self, painting: QPaintEvent) -> None:
        """Paint the date in the accent colour and the headline below it, in the middle of the height."""
        del painting
        if self._words is None or self._opacity <= 0:
            return
        painter = QPainter(self)
        painter.setOpacity(self._opacity)
        margin = self.width() * 0.07
        room = QRectF(margin, 0, self.width() - 2 * margin, self.height())
        font, box = self._fitted(room)
        date_font = interface_font(font.pixelSize() * 0.46)
        date_height = QFontMetricsF(date_font).height() * 1.6 if self._date else 0.0
        top = max((self.height() - box.height() - date_height) / 2, 0.0)
        painter.setPen(QColor(self._colours.accent))
        painter.setFont(date_font)
        painter.drawText(QRectF(margin, top, room.width(), date_height), self._date, self._option())
        painter.setPen(QColor(self._colours.ink))
        painter.setFont(font)
        below = QRectF(margin, top + date_height, room.width(), self.height() - top - date_height)
        painter.drawText(below, self._text, self._option())
        painter.end()

    def _fitted(self, room: QRectF) -> tuple[QFont, QRectF]:
        """Return the largest font in which the headline fits, and the box it takes."""
        language = self._words.language if self._words else "en"
        side = min(room.width(), room.height() * 2.4)
        parts = LARGEST
        while True:
            font = reading_font(side / parts, language)
            box = QFontMetricsF(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._text)
            if box.height() <= room.height() * 0.72 or parts >= SMALLEST:
                return font, box
            parts *= 1.15

    def _option(self) -> QTextOption:
        rtl = self._words is not None and self._words.direction == "rtl"
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        return option
