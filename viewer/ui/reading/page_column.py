"""The column of a page: its blocks below each other, with the air each kind wants."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QWidget

from viewer.state.pages import blocks as b
from viewer.state.pages.accounts import Accounts
from viewer.ui.reading.accounts import AccountsPiece
from viewer.ui.reading.boxes import GatePiece
from viewer.ui.reading.evidence import PassagePiece
from viewer.ui.reading.kit import Kit
from viewer.ui.reading.piece import MARGIN, Piece
from viewer.ui.reading.stacking import Part

Makers = Mapping[type, Callable[[Kit, Any, QWidget], Part]]
WIDEST = 96
"""Steps of the grid that the narrow blocks may fill; accounts go from edge to edge."""
_NARROW = (b.Paragraph, b.Notice, b.DateLine, b.ChipRow, b.CitationList, b.KeyValue, b.Table)
_BEFORE: dict[type, float] = {
    b.Eyebrow: 0,
    b.DateLine: 0.25,
    b.Paragraph: 1.5,
    b.PassageBlock: 0.5,
    b.SourceHead: 0.5,
    b.Notice: 1,
    b.CitationList: 1,
}
"""Steps of the grid above a block; 2 above all others."""
_BETWEEN: dict[type, float] = {b.ChipRow: 0.5, b.QuestionBox: 1, b.Notice: 0.5}
"""Steps of the grid between two blocks of a kind."""


class PageColumn(Piece):
    """All pieces of one page."""

    def __init__(self, kit: Kit, page: b.Page, makers: Makers, parent: QWidget) -> None:
        """Make a piece for each block, in reading order, which is the order of Tab."""
        super().__init__(kit, parent)
        self._page = page
        self.pieces = [makers[type(block)](kit, block, self) for block in page.blocks]

    def arrange(self, width: int) -> int:
        """Place the pieces."""
        unit = self.kit.look.unit
        inner = width - 2 * MARGIN * unit
        y = 2 * unit
        above: b.Block | None = None
        for block, piece in zip(self._page.blocks, self.pieces, strict=True):
            y += round(_air(above, block) * unit)
            above = block
            wide = isinstance(block, Accounts)
            room = width if wide else min(inner, WIDEST * unit) if isinstance(block, _NARROW) else inner
            high = piece.arrange(room)
            self.kit.place(piece, QRect(0 if wide else MARGIN * unit, y, room, high), width)
            y += high
        return y + 4 * unit

    def piece_at(self, y: int) -> Part | None:
        """Return the first piece that reaches below a height."""
        return next((piece for piece in self.pieces if piece.y() + piece.height() > y), None)

    def marked(self) -> QWidget | None:
        """Return the marked passage or answer; for a passage behind a warning, the warning."""
        gate = next((piece for piece in self.pieces if isinstance(piece, GatePiece)), None)
        for piece in self.pieces:
            if isinstance(piece, PassagePiece) and piece.marked:
                return gate if piece.withheld else piece
            if isinstance(piece, AccountsPiece):
                return next((answer for answer in piece.answers if answer.row.marked), None)
        return None

    def links(self) -> list[QAbstractButton]:
        """Return everything that takes the focus, in the order of Tab."""
        return self.findChildren(QAbstractButton)

    def focus_place(self) -> int | None:
        """Return which link has the focus."""
        return next((n for n, link in enumerate(self.links()) if link.hasFocus()), None)

    def focus_at(self, number: int) -> None:
        """Give the focus to a link by its number."""
        links = self.links()
        if number < len(links):
            links[number].setFocus()


def _air(above: b.Block | None, block: b.Block) -> float:
    """Return the steps of the grid between two blocks."""
    if above is None:
        return 0
    if type(above) is type(block) and type(block) in _BETWEEN:
        return _BETWEEN[type(block)]
    if isinstance(block, b.Heading):
        return 0.5 if block.level == 1 else 3
    return _BEFORE.get(type(block), 2)
