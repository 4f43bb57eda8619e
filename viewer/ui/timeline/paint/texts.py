"""Shape each text once and keep it: shaping costs more than all other painting."""

import math
from collections import OrderedDict
from typing import TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPixmap,
    QStaticText,
    QTextOption,
    QTransform,
)

from viewer.base.bidi import first_strong

LIMIT = 4000
PICTURES = 700
NEW_PICTURES = 16
"""So many pictures are made in one painting: making one costs as much as drawing it five times."""
SPILL = 2
"""Pixels a letter may reach over its own box."""
K = TypeVar("K")
T = TypeVar("T")
PictureKey = tuple[str, str, int, float]


class Face:
    """A font with what is asked of it again and again."""

    def __init__(self, font: QFont) -> None:
        """Take a font."""
        self.font = font
        self.key = font.key()
        self.metrics = QFontMetricsF(font)
        self.height = self.metrics.height()


TextLook = tuple[Face, QColor, float]
"""How a text is drawn: its font, its colour, and device pixels in a logical one."""


class Texts:
    """Shaped texts, their widths and their pictures; the least recently used go."""

    def __init__(self) -> None:
        """Start empty."""
        self._shaped: OrderedDict[tuple[str, str], tuple[QStaticText, float]] = OrderedDict()
        self._widths: OrderedDict[tuple[str, str], float] = OrderedDict()
        self._pictures: OrderedDict[PictureKey, QPixmap | None] = OrderedDict()
        self._left = 0

    def begin(self) -> None:
        """Start a painting: a few texts more may become pictures."""
        self._left = NEW_PICTURES

    def width(self, text: str, face: Face) -> float:
        """Return the width of a text in pixels."""
        key = (text, face.key)
        known = self._widths.get(key)
        if known is None:
            known = self._widths[key] = face.metrics.horizontalAdvance(text)
            _shorten(self._widths, 4 * LIMIT)
        return known

    def put(self, painter: QPainter, text: str, look: TextLook, x: float, middle: float) -> None:
        """Draw a text on pixels, as a picture once it was drawn before: copying is ten times as fast."""
        face, ink, ratio = look
        key = (text, face.key, ink.rgb(), ratio)
        picture = self._pictures.get(key)
        if picture is None:
            known = key in self._pictures
            self._pictures[key] = picture = self._picture(text, look) if known and self._left else None
            _shorten(self._pictures, PICTURES)
        if picture is None:
            painter.setPen(ink)
            self.draw(painter, text, face, round(x), middle)
            return
        self._pictures.move_to_end(key)
        painter.drawPixmap(round(x) - SPILL, round(middle - face.height / 2), picture)

    def draw(self, painter: QPainter, text: str, face: Face, x: float, middle: float) -> None:
        """Draw a text from its left edge, centred on a height, in the colour of the pen."""
        shaped, half = self._shape(text, face)
        painter.setFont(face.font)
        painter.drawStaticText(QPointF(x, middle - half), shaped)

    def clear(self) -> None:
        """Forget all texts."""
        self._shaped.clear()
        self._widths.clear()
        self._pictures.clear()

    def _shape(self, text: str, face: Face) -> tuple[QStaticText, float]:
        key = (text, face.key)
        known = self._shaped.get(key)
        if known is None:
            shaped = _shaped(text, face.font)
            known = self._shaped[key] = (shaped, shaped.size().height() / 2)
            _shorten(self._shaped, LIMIT)
        else:
            self._shaped.move_to_end(key)
        return known

    def _picture(self, text: str, look: TextLook) -> QPixmap:
        """Make the picture of a text."""
        self._left -= 1
        face, ink, ratio = look
        width, height = self.width(text, face) + 2 * SPILL, face.height
        picture = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setPen(ink)
        self.draw(painter, text, face, SPILL, height / 2)
        painter.end()
        return picture


def draw_outline(painter: QPainter, text: str, face: Face, x: float, middle: float) -> None:
    """Draw a text as a shape, filled in the colour of the pen."""
    path = QPainterPath()
    baseline = middle - face.height / 2 + face.metrics.ascent()
    path.addText(QPointF(x, baseline), face.font, text)
    painter.fillPath(path, painter.pen().color())


def _shaped(text: str, font: QFont) -> QStaticText:
    """Shape a text in the direction of its first strong letter, so that nothing in it turns round."""
    shaped = QStaticText(text)
    shaped.setTextFormat(Qt.TextFormat.PlainText)
    shaped.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    rtl = first_strong(text) == "rtl"
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    shaped.setTextOption(option)
    shaped.prepare(QTransform(), font)
    return shaped


def _shorten(cache: OrderedDict[K, T], limit: int) -> None:
    while len(cache) > limit:
        cache.popitem(last=False)
