"""Headings, dates, paragraphs, chip rows and notices."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from viewer.state.pages.blocks import ChipRow, DateLine, Eyebrow, Heading, Notice, NoticeKind, Paragraph, Role
from viewer.state.pages.runs import Run, Tone, Words
from viewer.ui.reading.compose import Type
from viewer.ui.reading.kit import Kit
from viewer.ui.reading.piece import Piece
from viewer.ui.reading.prose import Prose

_GRAVE = (NoticeKind.UNCHECKED, NoticeKind.WITHHELD)


class EyebrowPiece(Piece):
    """The kind of page with its warnings at the start; the ways to the neighbours at the end."""

    def __init__(self, kit: Kit, block: Eyebrow, parent: QWidget) -> None:
        """Make both ends."""
        super().__init__(kit, parent)
        language = kit.look.language
        gap = Words("\u2003", language)
        start: list[Run] = [Words(block.text, language, Tone.SOFT)]
        for badge in block.badges:
            start += [Words("\u2002", language), badge]
        end: list[Run] = []
        for link in block.links:
            end += [gap, link] if end else [link]
        self._start = Prose(kit, start, self, kind=Type.EYEBROW)
        self._end = Prose(kit, end, self, kind=Type.LABEL) if end else None

    def arrange(self, width: int) -> int:
        """Place the ends in one line where there is room, else below each other."""
        if self._end is None:
            height = self._start.arrange(width)
            self.kit.place(self._start, QRect(0, 0, width, height), width)
            return height
        wide, other = self._start.natural_width(), self._end.natural_width()
        if wide + other + 2 * self.kit.look.unit > width:
            top, below = self._start.arrange(width), self._end.arrange(width)
            self.kit.place(self._start, QRect(0, 0, width, top), width)
            self.kit.place(self._end, QRect(0, top, width, below), width)
            return top + below
        top, beside = self._start.arrange(wide), self._end.arrange(other)
        height = max(top, beside)
        self.kit.place(self._start, QRect(0, (height - top) // 2, wide, top), width)
        self.kit.place(self._end, QRect(width - other, (height - beside) // 2, other, beside), width)
        return height


def heading_piece(kit: Kit, block: Heading, parent: QWidget) -> Prose:
    """Return a headline, or the smaller heading of a part."""
    text = block.text
    if block.level > 1:
        return Prose(kit, (Words(text.text, text.language, Tone.STRONG),), parent)
    runs: list[Run] = [text, *block.chips]
    if block.badge:
        runs += [Words(" ", text.language), block.badge]
    return Prose(kit, runs, parent, language=text.language, kind=Type.HEADLINE)


def date_piece(kit: Kit, block: DateLine, parent: QWidget) -> Prose:
    """Return the line of dates."""
    return Prose(kit, block.runs, parent)


def paragraph_piece(kit: Kit, block: Paragraph, parent: QWidget) -> Prose:
    """Return a paragraph in its own direction."""
    kind = Type.READING if block.role is Role.READING else Type.LABEL
    return Prose(kit, block.runs, parent, language=block.language, kind=kind)


def chip_row_piece(kit: Kit, block: ChipRow, parent: QWidget) -> Prose:
    """Return a label with its links."""
    label = Words(f"{block.label}\u2002", kit.look.language, Tone.SOFT)
    return Prose(kit, (label, *block.runs), parent)


def notice_piece(kit: Kit, block: Notice, parent: QWidget) -> Prose:
    """Return a notice; one about the evidence in the colour of warnings."""
    tone = Tone.WARNING if block.kind in _GRAVE else Tone.SOFT
    words = Words(block.text.text, block.text.language, tone)
    return Prose(kit, (words,), parent, language=words.language, kind=Type.SMALL)
