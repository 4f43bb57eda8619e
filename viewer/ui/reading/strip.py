"""Draw events as a small timeline: one line, a mark each, the dates below."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from viewer.layout.number_line import LineMark, NumberLine
from viewer.state.pages.blocks import EventStrip, StripMark
from viewer.ui.reading.kit import Kit
from viewer.ui.reading.number_line import paint_mark
from viewer.ui.reading.piece import Piece

NEAR = 8
"""Logical pixels within which the mouse means a mark."""


class StripPiece(Piece):
    """A strip of time; the list of events below it is the way for keyboard and screen reader."""

    def __init__(self, kit: Kit, block: EventStrip, parent: QWidget) -> None:
        """Take the marks."""
        super().__init__(kit, parent)
        self._block = block
        self._marks: list[tuple[LineMark, StripMark]] = []
        self._line = NumberLine(block.axis, 0, 1)
        self.setMouseTracking(True)

    def arrange(self, width: int) -> int:
        """Lay the line over the width."""
        unit = self.kit.look.unit
        self._line = NumberLine(self._block.axis, unit, width - unit, self.kit.look.mirrored)
        self._marks = [(self._line.marks([mark.extent])[0], mark) for mark in self._block.marks]
        return 3 * unit + QFontMetrics(self.kit.look.small_font()).height()

    @property
    def marks(self) -> tuple[tuple[LineMark, StripMark], ...]:
        """The marks with where they stand."""
        return tuple(self._marks)

    def mark_at(self, x: float) -> StripMark | None:
        """Return the mark nearest to an x, if one is near."""
        near = [(_distance(line, x), number) for number, (line, _) in enumerate(self._marks)]
        distance, number = min(near, default=(NEAR + 1.0, 0))
        return self._marks[number][1] if distance <= NEAR else None

    def mouseMoveEvent(self, mouse: QMouseEvent) -> None:
        """Name the mark under the mouse."""
        mark = self.mark_at(mouse.position().x())
        self.setToolTip(mark.label if mark else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, mouse: QMouseEvent) -> None:
        """Take a press on a mark, so that its release comes here, too."""
        mouse.setAccepted(self.mark_at(mouse.position().x()) is not None)

    def mouseReleaseEvent(self, mouse: QMouseEvent) -> None:
        """Open the event under the mouse."""
        mark = self.mark_at(mouse.position().x())
        if mark and mouse.button() is Qt.MouseButton.LeftButton:
            self.kit.follow(mark.target)

    def paintEvent(self, paint: QPaintEvent) -> None:
        """Draw the line, the dates and the marks."""
        del paint
        look = self.kit.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = 1.25 * look.unit
        painter.setPen(QPen(QColor(look.colours.line), look.colours.line_width))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        self._paint_ticks(painter, middle)
        for line, mark in self._marks:
            paint_mark(painter, line, middle, look.colours.track(mark.colour), look.sizes.label / 14)
        painter.end()

    def _paint_ticks(self, painter: QPainter, middle: float) -> None:
        look = self.kit.look
        metrics = QFontMetrics(look.small_font())
        painter.setFont(look.small_font())
        for tick in self._line.ticks(self._block.ticks, metrics.horizontalAdvance):
            painter.setPen(QColor(look.colours.line))
            painter.drawLine(QPointF(tick.x, middle), QPointF(tick.x, 2.5 * look.unit))
            painter.setPen(QColor(look.colours.soft))
            half = metrics.horizontalAdvance(tick.label) / 2 + 2
            box = QRectF(tick.x - half, 2.5 * look.unit, 2 * half, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tick.label)


def _distance(mark: LineMark, x: float) -> float:
    first, last = min(mark.start, mark.end), max(mark.start, mark.end)
    return max(first - x, x - last, 0.0)
