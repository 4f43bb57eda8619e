"""Show that a collection is being opened, how far that is, and let the person stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from viewer.base.messages import Catalogue

WIDTH = 460


class Waiting(QWidget):
    """A small window with one line, a bar and one button."""

    stopped = Signal()

    def __init__(self, name: str, catalogue: Catalogue) -> None:
        """Name what is being opened."""
        super().__init__()
        self._catalogue = catalogue
        self.setWindowTitle(catalogue.say("window.app"))
        self.setObjectName("window")
        self.setMinimumWidth(WIDTH)
        title = QLabel(catalogue.say("window.opening", name=name))
        title.setProperty("role", "title")
        title.setWordWrap(True)
        self.step = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        stop = QPushButton(catalogue.say("window.stop"))
        stop.clicked.connect(self.stopped)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        for widget in (title, self.step, self.bar):
            column.addWidget(widget)
        column.addWidget(stop, 0, Qt.AlignmentFlag.AlignTrailing)

    def tell(self, step: str, done: int, total: int) -> None:
        """Say how far the work has come; an unknown total lets the bar only move."""
        self.step.setText(self._catalogue.say(step))
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def closeEvent(self, close: QCloseEvent) -> None:
        """Closing the window stops the work."""
        self.stopped.emit()
        super().closeEvent(close)
