"""Place the parts of a page below each other."""

from collections.abc import Sequence

from PySide6.QtCore import QRect

from viewer.ui.reading.kit import Kit
from viewer.ui.reading.piece import Piece
from viewer.ui.reading.prose import Prose

Part = Piece | Prose
"""Anything on a page: it arranges itself for a width and says how high it is."""


def stack(kit: Kit, pieces: Sequence[Part], box: QRect, width: int, gap: int = 0) -> int:
    """Place pieces below each other into `box` (its height is ignored); return the y below the last."""
    y = box.y()
    for piece in pieces:
        height = piece.arrange(box.width())
        kit.place(piece, QRect(box.x(), y, box.width(), height), width)
        y += height + gap
    return y - gap if pieces else y
