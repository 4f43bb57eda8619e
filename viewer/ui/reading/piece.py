"""The base of everything on a page: a widget that arranges itself for a width and says how high it is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
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
        raise NotImplementedError

    def natural_width(self) -> int:
        """Return the width in logical pixels that the piece would like; more is no use to it."""
        return 1 << 20


def stack(kit: Kit, pieces: Sequence[Piece], box: QRect, width: int, gap: int = 0) -> int:
    """Place pieces below each other into `box` (its height is ignored); return the y below the last."""
    y = box.y()
    for piece in pieces:
        height = piece.arrange(box.width())
        kit.place(piece, QRect(box.x(), y, box.width(), height), width)
        y += height + gap
    return y - gap if pieces else y
