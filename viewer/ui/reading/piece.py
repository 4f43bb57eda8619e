"""The base of everything on a page: a widget that arranges itself for a width and says how high it is."""

from PySide6.QtWidgets import QWidget

from viewer.ui.reading.kit import Kit

MARGIN = 3
"""Steps of the grid at both edges of a page."""


class Piece(QWidget):
    """Arranges its own children; the pane asks once for each width, so no layout engine is needed."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Keep the kit."""
        super().__init__(parent)
        self.kit = kit

    def arrange(self, width: int) -> int:
        """Place everything for a width in logical pixels and return the height."""
        # Left to each kind of piece; a class of Qt cannot also be an abstract one of Python.
        raise NotImplementedError

    def natural_width(self) -> int:
        """Return the width in logical pixels that the piece would like; more is no use to it."""
        return 1 << 20
