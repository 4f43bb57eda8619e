"""Shape each text once and keep it: shaping costs more than all other painting."""

from collections import OrderedDict
from typing import TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QStaticText,
    QTextOption,
    QTransform,
)

from viewer.base.bidi import first_strong

LIMIT = 1500
K = TypeVar("K")
T = TypeVar("T")


class Face:
    """A font with what is asked of it again and again."""

    def __init__(self, font: QFont) -> None:
        """Take a font."""
        self.font = font
        self.key = font.key()
        self.metrics = QFontMetricsF(font)
        self.height = self.metrics.height()


class Texts:
    """Shaped texts and their widths; the least recently used go."""

    def __init__(self) -> None:
        """Start empty."""
        self._shaped: OrderedDict[tuple[str, str], tuple[QStaticText, float]] = OrderedDict()
        self._widths: OrderedDict[tuple[str, str], float] = OrderedDict()

    def width(self, text: str, face: Face) -> float:
        """Return the width of a text in pixels."""
        key = (text, face.key)
        known = self._widths.get(key)
        if known is None:
            known = self._widths[key] = face.metrics.horizontalAdvance(text)
            _shorten(self._widths, 4 * LIMIT)
        return known

    def draw(self, painter: QPainter, text: str, face: Face, x: float, middle: float) -> None:
        """Draw a text from its left edge, centred on a height, in the colour of the pen."""
        shaped, half = self._shape(text, face)
        painter.setFont(face.font)
        painter.drawStaticText(QPointF(x, middle - half), shaped)

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
