"""A strip of small pictures of the pages, drawn as they come into view."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from viewer.base.messages import Catalogue
from viewer.ui.reading.kit import Look

_PAUSE_MS = 60
_UNITS = 9
"""Width of a thumbnail in steps of the grid."""


class Thumbnails(QListWidget):
    """The pages of a document, counted from 1."""

    wanted = Signal(int, int)
    """A small picture is wanted: the page, and its width in pixels."""
    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._asked: set[int] = set()
        self._look = look
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._rest.timeout.connect(self._ask)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Static)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._rest.start())
        self.currentRowChanged.connect(self._choose)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take another size."""
        self._look = look
        side = _UNITS * look.unit
        self.setIconSize(QSize(side, round(side * 1.3)))
        self.setGridSize(QSize(side + 2 * look.unit, round(side * 1.3) + 3 * look.unit))
        self.setFixedWidth(side + 5 * look.unit)

    def show_pages(self, count: int, catalogue: Catalogue) -> None:
        """Show so many pages, still without pictures."""
        self.blockSignals(True)
        self.clear()
        self._asked.clear()
        blank = QPixmap(self.iconSize())
        blank.fill(QColor(self._look.colours.hair))
        for page in range(1, count + 1):
            item = QListWidgetItem(QIcon(blank), catalogue.digits(str(page)))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.addItem(item)
        self.blockSignals(False)
        self._rest.start()

    def set_picture(self, page: int, picture: QImage) -> None:
        """Take the small picture of a page."""
        if 0 < page <= self.count():
            self.item(page - 1).setIcon(QIcon(QPixmap.fromImage(picture)))

    def set_page(self, page: int) -> None:
        """Show at which page the reader is."""
        self.blockSignals(True)
        self.setCurrentRow(page - 1)
        self.blockSignals(False)
        self._rest.start()

    def resizeEvent(self, resized: QResizeEvent) -> None:
        """Ask for what comes into view."""
        super().resizeEvent(resized)
        self._rest.start()

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row + 1)

    def _ask(self) -> None:
        view = self.viewport().rect()
        width = round(self.iconSize().width() * self.devicePixelRatioF())
        for row in range(self.count()):
            page = row + 1
            if page not in self._asked and view.intersects(self.visualItemRect(self.item(row))):
                self._asked.add(page)
                self.wanted.emit(page, width)
