"""A link laid over its words: it takes the focus, the click and the voice; the words are drawn below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractButton, QWidget

MARGIN = 3
RADIUS = 4.0


class Spot(QAbstractButton):
    """One link. Tab reaches it, Enter and Space follow it, arrows are left to the pane."""

    def __init__(self, label: str, follow: Callable[[], None], colour: str, parent: QWidget) -> None:
        """Name it for people who listen."""
        super().__init__(parent)
        self._colour = colour
        self._boxes: tuple[QRectF, ...] = ()
        self.underlined = True
        self.high = 0.0
        """Least height of what hears a press, above and below the words."""
        self.setAccessibleName(label)
        self.setToolTip("")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._follow = follow
        self.clicked.connect(self._go)

    def _go(self) -> None:
        self._follow()

    def lay_over(self, boxes: Sequence[QRectF]) -> None:
        """Cover the boxes of its words, one for each line they stand on, in the parent's coordinates."""
        grown = [box.adjusted(-MARGIN, -1, MARGIN, 1) for box in boxes]
        whole = grown[0] if grown else QRectF()
        for box in grown[1:]:
            whole = whole.united(box)
        more = max(self.high - whole.height(), 0.0) / 2
        frame = whole.adjusted(0, -more, 0, more).toAlignedRect()
        self.setGeometry(frame)
        offset = QPointF(frame.topLeft())
        self._boxes = tuple(box.translated(-offset) for box in grown)
        if len(self._boxes) > 1:
            region = QRegion()
            for box in self._boxes:
                region = region.united(QRegion(box.toAlignedRect()))
            self.setMask(region)
        else:
            self.clearMask()

    def keyPressEvent(self, key: QKeyEvent) -> None:
        """Follow on Enter and Space; leave every other key to the pane."""
        if key.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.click()
        else:
            key.ignore()

    def paintEvent(self, paint: QPaintEvent) -> None:
        """Draw the focus ring and, under the mouse, a line below the words."""
        del paint
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._colour), 2))
            for box in self._boxes:
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        elif self.underMouse() and self.underlined:
            painter.setPen(QPen(QColor(self._colour), 1))
            for box in self._boxes:
                y = box.bottom() - 2
                painter.drawLine(QPointF(box.left() + MARGIN, y), QPointF(box.right() - MARGIN, y))
        painter.end()
