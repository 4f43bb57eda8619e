"""A thin line that fills while a step rests."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.ui.context import Context

HEIGHT = 3


class ProgressLine(QWidget):
    """Grows from the start edge; for people who see, the clock tells nothing else."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._context = context
        self._share = 0.0
        self.setFixedHeight(HEIGHT)

    def show_share(self, share: float) -> None:
        """Fill to a share, 0.0 … 1.0."""
        self._share = share
        self.update()

    def paintEvent(self, paint: QPaintEvent) -> None:
        """Draw the ground and what is over."""
        del paint
        colours = self._context.colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.line))
        wide = self.width() * self._share
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter.fillRect(
            QRectF(self.width() - wide if mirrored else 0.0, 0.0, wide, HEIGHT), QColor(colours.accent)
        )
        painter.end()
