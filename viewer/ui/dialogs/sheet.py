"""The common frame of everything that opens over the window."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from viewer.ui.context import Context

SHARE = 0.9
"""Largest share of the window that a sheet takes."""


class Sheet(QDialog):
    """A dialog with a headline that fits into the window, closes by button or Escape, and keeps no memory."""

    def __init__(self, context: Context, parent: QWidget, title: str, width: int = 640) -> None:
        """Build the frame; subclasses fill `body`."""
        super().__init__(parent)
        self.context = context
        title = title.rstrip(" …")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(12)
        self.away = QToolButton()
        self.away.setText("×")
        self.away.setProperty("flat", "true")
        self.away.setProperty("close", "true")
        self.away.setToolTip(context.say("window.dismiss"))
        self.away.setAccessibleName(context.say("window.dismiss"))
        self.away.clicked.connect(self.reject)
        self.body.addLayout(self._head(title))
        scale = context.session.state.appearance.text_scale
        self._room = parent.size() * SHARE
        self.resize(
            min(round(width * scale), self._room.width()), min(round(560 * scale), self._room.height())
        )

    def fit_to_text(self) -> None:
        """Be just as high as the text needs."""
        high = self.body.totalHeightForWidth(self.width())
        self.resize(self.width(), min(high, self._room.height()))

    def showEvent(self, shown: QShowEvent) -> None:
        """Begin with the keyboard in the content; the way out comes last."""
        super().showEvent(shown)
        if self.focusWidget() in (None, self.away):
            self.away.setFocus()
            self.focusNextChild()

    def _head(self, title: str) -> QHBoxLayout:
        headline = QLabel(title)
        headline.setProperty("role", "title")
        headline.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(headline, 1)
        row.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def changeEvent(self, changed: QEvent) -> None:
        """Close when the language changes under it, rather than show two languages."""
        if changed.type() == QEvent.Type.LayoutDirectionChange and self.isVisible():
            self.close()
        super().changeEvent(changed)
