"""A field of one line that begins at the side where the window begins, also while it is empty."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLineEdit


class LineField(QLineEdit):
    """Left to itself, Qt lets the keyboard decide where the caret of an empty field stands."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._lead()

    def changeEvent(self, changed: QEvent) -> None:
        """Follow the direction of the window."""
        super().changeEvent(changed)
        if changed.type() is QEvent.Type.LayoutDirectionChange:
            self._lead()

    def _lead(self) -> None:
        flags = Qt.AlignmentFlag
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setAlignment(flags.AlignAbsolute | flags.AlignRight if mirrored else flags.AlignLeading)
