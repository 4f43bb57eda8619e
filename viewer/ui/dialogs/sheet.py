"""The common frame of everything that opens over the window."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from viewer.ui.context import Context

SHARE = 0.9
"""Largest share of the window that a sheet takes."""


class Sheet(QDialog):
    """A dialog with a headline that fits into the window, closes with Escape, and keeps no memory."""

    def __init__(self, context: Context, parent: QWidget, title: str, width: int = 640) -> None:
        """Build the frame; subclasses fill `body`."""
        super().__init__(parent)
        self.context = context
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(12)
        headline = QLabel(title)
        headline.setProperty("role", "title")
        self.body.addWidget(headline)
        scale = context.session.state.appearance.text_scale
        room = parent.size() * SHARE
        self.resize(min(round(width * scale), room.width()), min(round(560 * scale), room.height()))

    def changeEvent(self, changed: QEvent) -> None:
        """Close when the language changes under it, rather than show two languages."""
        if changed.type() == QEvent.Type.LayoutDirectionChange and self.isVisible():
            self.close()
        super().changeEvent(changed)
