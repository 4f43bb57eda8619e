"""Numbered citations, the head of a source, and its passages with the cited one marked."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.state.pages.blocks import CitationItem, CitationList, PassageBlock, SourceHead
from viewer.state.pages.runs import CiteChip, LinkRun, Run, Tone, Words
from viewer.ui.reading.compose import DOT, Type
from viewer.ui.reading.kit import Kit
from viewer.ui.reading.piece import Piece
from viewer.ui.reading.prose import Prose
from viewer.ui.reading.stacking import Part, stack

BAR = 4
"""Width in logical pixels of the bar at the start edge of the cited passage."""


class CitationPiece(Piece):
    """One citation: its number at the start, what it is behind it."""

    def __init__(self, kit: Kit, item: CitationItem, parent: QWidget) -> None:
        """Make number, title and details."""
        super().__init__(kit, parent)
        chip = CiteChip(0, item.number, item.title.text, item.target, item.marked)
        self._number = Prose(kit, (chip,), self)
        self._number.spots[0].setFocusPolicy(Qt.FocusPolicy.NoFocus)
        title = LinkRun(item.title.text, item.title.language, item.target, Tone.STRONG)
        self._body = (Prose(kit, (title,), self), Prose(kit, item.details, self, kind=Type.SMALL))

    def arrange(self, width: int) -> int:
        """Hang the number out before the text."""
        unit = self.kit.look.unit
        indent = max(4 * unit, self._number.natural_width() + unit)
        high = self._number.arrange(indent)
        self.kit.place(self._number, QRect(0, 0, indent, high), width)
        bottom = stack(self.kit, self._body, QRect(indent, 0, width - indent, 0), width)
        return max(high, bottom)


class CitationsPiece(Piece):
    """All citations of an entry."""

    def __init__(self, kit: Kit, block: CitationList, parent: QWidget) -> None:
        """Make one piece for each."""
        super().__init__(kit, parent)
        self._items = [CitationPiece(kit, item, self) for item in block.items]

    def arrange(self, width: int) -> int:
        """Place them below each other."""
        return stack(self.kit, self._items, QRect(0, 0, width, 0), width, self.kit.look.unit)


class SourceHeadPiece(Piece):
    """Title of a source, who speaks, what it can show, and where it is cited."""

    def __init__(self, kit: Kit, block: SourceHead, parent: QWidget) -> None:
        """Make the lines."""
        super().__init__(kit, parent)
        title = block.title
        self._pieces = (
            Prose(kit, (title,), self, language=title.language, kind=Type.HEADLINE),
            Prose(kit, block.byline, self),
            *(Prose(kit, line, self, kind=Type.SMALL) for line in block.lines),
        )

    @property
    def headline(self) -> int:
        """Height of the headline, which stands on top."""
        return self._pieces[0].height()

    def arrange(self, width: int) -> int:
        """Place the lines below each other."""
        return stack(self.kit, self._pieces, QRect(0, 0, width, 0), width, self.kit.look.unit // 4)


class PassagePiece(Piece):
    """A numbered passage; the cited one has a soft ground and a bar at its start edge."""

    def __init__(self, kit: Kit, block: PassageBlock, parent: QWidget) -> None:
        """Make the number, the text, and what other sources say to it."""
        super().__init__(kit, parent)
        self.marked = block.marked
        self.withheld = block.withheld
        language = kit.look.language
        self._label = Prose(kit, (Words(block.label, language, Tone.SOFT),), self, kind=Type.SMALL)
        text = Prose(kit, (block.text,), self, language=block.text.language, kind=Type.READING)
        self._body: list[Part] = [text]
        remark = self._remark(block)
        if remark:
            self._body.append(Prose(kit, remark, self, kind=Type.SMALL))
        if block.links:
            self._body.append(Prose(kit, _between(block.links, language), self, kind=Type.SMALL))

    def arrange(self, width: int) -> int:
        """Hang the number out before the text."""
        unit = self.kit.look.unit
        left = BAR + unit
        indent = min(max(4 * unit, self._label.natural_width() + unit), width // 3)
        high = self._label.arrange(indent)
        self.kit.place(self._label, QRect(left, unit + unit // 4, indent, high), width)
        box = QRect(left + indent, unit, width - left - indent - unit, 0)
        return max(high, stack(self.kit, self._body, box, width, unit // 4)) + unit

    def paintEvent(self, paint: QPaintEvent) -> None:
        """Draw the mark of the cited passage."""
        del paint
        if not self.marked:
            return
        look = self.kit.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(look.colours.passage))
        painter.setBrush(QColor(look.colours.passage))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        x = self.width() - BAR if look.mirrored else 0
        painter.fillRect(x, 0, BAR, self.height(), QColor(look.colours.accent))
        painter.end()

    def _remark(self, block: PassageBlock) -> tuple[Run, ...]:
        gap = Words("\u2002", self.kit.look.language)
        runs: list[Run] = [block.verdict] if block.verdict else []
        if block.remark:
            runs += [gap, block.remark] if runs else [block.remark]
        return tuple(runs)


def _between(links: tuple[LinkRun, ...], language: str) -> list[Run]:
    runs: list[Run] = []
    for link in links:
        if runs:
            runs.append(Words(DOT, language, Tone.SOFT))
        runs.append(link)
    return runs
