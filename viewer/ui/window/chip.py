"""A chip: a button with the sign of a track before its name, with the same air at both ends."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton


class Chip(QToolButton):
    """Checked while its track is shown."""

    def __init__(self) -> None:
        """Start without a name."""
        super().__init__()
        self.setProperty("chip", "true")
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Leave out the two spaces that Qt keeps free behind the text of any tool button."""
        return super().sizeHint() - QSize(round(2 * self.fontMetrics().horizontalAdvance(" ")), 0)

    def minimumSizeHint(self) -> QSize:
        """Never be narrower."""
        return self.sizeHint()
