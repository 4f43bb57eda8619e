"""Shape each text once and keep it: shaping costs more than all other painting."""

from collections import OrderedDict
from typing import TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText, QTextOption, QTransform

from viewer.base.bidi import first_strong

LIMIT = 4000
T = TypeVar("T")


class Texts:
    """Shaped texts and their widths; the least recently used go."""

    def __init__(self) -> None:
        """Start empty."""
        self._shaped: OrderedDict[tuple[str, str], QStaticText] = OrderedDict()
        self._widths: OrderedDict[tuple[str, str], float] = OrderedDict()
        self._metrics: dict[str, QFontMetricsF] = {}

    def width(self, text: str, font: QFont) -> float:
        """Return the width of a text in pixels."""
        key = (text, font.key())
        known = self._widths.get(key)
        if known is None:
            known = self._widths[key] = self._metric(font).horizontalAdvance(text)
            _shorten(self._widths, 4 * LIMIT)
        return known

    def height(self, font: QFont) -> float:
        """Return the height of a line in pixels."""
        return self._metric(font).height()

    def draw(self, painter: QPainter, text: str, font: QFont, x: float, middle: float) -> None:
        """Draw a text from its left edge, centred on a height, in the colour of the pen."""
        shaped = self._shape(text, font)
        painter.setFont(font)
        painter.drawStaticText(QPointF(x, middle - shaped.size().height() / 2), shaped)

    def clear(self) -> None:
        """Forget all texts."""
        self._shaped.clear()
        self._widths.clear()
        self._metrics.clear()

    def _shape(self, text: str, font: QFont) -> QStaticText:
        key = (text, font.key())
        shaped = self._shaped.get(key)
        if shaped is not None:
            self._shaped.move_to_end(key)
            return shaped
        shaped = _shaped(text, font)
        self._shaped[key] = shaped
        _shorten(self._shaped, LIMIT)
        return shaped

    def _metric(self, font: QFont) -> QFontMetricsF:
        key = font.key()
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(font)
        return self._metrics[key]


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


def _shorten(cache: OrderedDict[tuple[str, str], T], limit: int) -> None:
    while len(cache) > limit:
        cache.popitem(last=False)
