"""A short notice at the foot of the window that goes by itself, with one thing to do at most."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

LONG = 9000
"""Milliseconds after which a notice without an action goes."""


class NoticeBar(QFrame):
    """One line above the foot of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._act = QToolButton()
        self._close = QToolButton()
        self._close.setText("×")
        self._close.setProperty("flat", "true")
        self._close.setProperty("close", "true")
        self._close.clicked.connect(self.hide)
        self._act.clicked.connect(self._do)
        self._todo: Callable[[], None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=LONG)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self._act)
        row.addWidget(self._close)
        self.hide()

    def tell(self, text: str, close: str, action: tuple[str, Callable[[], None]] | None = None) -> None:
        """Show a notice; with an action it stays until it is closed."""
        self._text.setText(text)
        self._close.setToolTip(close)
        self._close.setAccessibleName(close)
        self._act.setVisible(action is not None)
        self._todo = None
        if action:
            self._act.setText(action[0])
            self._todo = action[1]
            self._timer.stop()
        else:
            self._timer.start()
        self.setAccessibleName(text)
        self.show()

    def _do(self) -> None:
        self.hide()
        if self._todo:
            self._todo()
