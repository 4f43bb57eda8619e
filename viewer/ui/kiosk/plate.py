"""Paint the large line that passes over the screen, with its date above it, fading in and out."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from viewer.base.messages import Catalogue
from viewer.ui.theme.colours import Colours
from viewer.ui.theme.typography import interface_font, reading_font

LARGEST, SMALLEST = 15.0, 30.0
"""Parts of the room of which a headline's type takes one, at most and at least."""
MARGIN = 0.07
"""Share of the width that stays free at each side."""

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
        margin = self.width() * MARGIN
        room = QRectF(margin, 0, self.width() - 2 * margin, self.height())
        font, lines = self._fitted(room)
        pitch = QFontMetricsF(font).lineSpacing()
        date_font = interface_font(font.pixelSize() * 0.46)
        date_height = QFontMetricsF(date_font).height() * 1.6 if self._date else 0.0
        top = max((self.height() - len(lines) * pitch - date_height) / 2, 0.0)
        painter.setPen(QColor(self._colours.accent))
        painter.setFont(date_font)
        painter.drawText(QRectF(margin, top, room.width(), date_height), self._date, self._option())
        painter.setPen(QColor(self._colours.ink))
        painter.setFont(font)
        for number, line in enumerate(lines):
            box = QRectF(margin, top + date_height + number * pitch, room.width(), pitch)
            painter.drawText(box, line, self._option())
        painter.end()

    def _fitted(self, room: QRectF) -> tuple[QFont, list[str]]:
        """Return the largest font in which the headline fits, and its lines."""
        language = self._words.language if self._words else "en"
        side = min(room.width() * 1.35, room.height() * 2.4)
        parts = LARGEST
        while True:
            font = reading_font(side / parts, language)
            lines = _balanced(self._text, font, room.width())
            high = len(lines) * QFontMetricsF(font).lineSpacing()
            if high <= room.height() * 0.72 or parts >= SMALLEST:
                return font, lines
            parts *= 1.15

    def _option(self) -> QTextOption:
        rtl = self._words is not None and self._words.direction == "rtl"
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        return option


def _balanced(text: str, font: QFont, width: float) -> list[str]:
    """Break a text into as few lines as it needs, none of them much shorter than the others."""
    lines, narrower = _lines(text, font, width), width
    while len(lines) > 1 and narrower > width / 2:
        narrower -= width / 20
        found = _lines(text, font, narrower)
        if len(found) > len(lines):
            break
        lines = found
    return lines


def _lines(text: str, font: QFont, width: float) -> list[str]:
    """Break a text into lines without the space at their ends, which Qt would let indent a Persian line."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines
