"""One answer: who says so and when, what they say beside its mark, and on what it rests."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from viewer.layout.number_line import LineMark, NumberLine
from viewer.state.pages.accounts import AnswerRow
from viewer.state.pages.runs import LinkRun, Run, Tone, Words
from viewer.ui.reading.compose import DOT, Type
from viewer.ui.reading.kit import Kit
from viewer.ui.reading.piece import MARGIN, Piece
from viewer.ui.reading.prose import Prose
from viewer.ui.reading.stacking import Part, stack


@dataclass(frozen=True, slots=True)
class Columns:
    """Start and width of the three columns, from the start edge; narrow puts the line below the others."""

    claimant: tuple[int, int]
    line: tuple[int, int]
    source: tuple[int, int]
    narrow: bool


NARROW = 88
"""Steps of the grid below which the line stands below the words."""


def columns_for(width: int, unit: int) -> Columns:
    """Return the columns for a width from edge to edge; `unit` is one step of the grid."""
    edge, gap = MARGIN * unit, 2 * unit
    inner = width - 2 * edge
    if inner < NARROW * unit:
        half = (inner - gap) * 3 // 5
        source = (edge + half + gap, inner - half - gap)
        return Columns((edge, half), (edge + unit, inner - 2 * unit), source, narrow=True)
    claimant, last = max(24 * unit, inner * 24 // 100), max(20 * unit, inner * 20 // 100)
    line = (edge + claimant + gap, inner - claimant - last - 2 * gap)
    return Columns((edge, claimant), line, (width - edge - last, last), narrow=False)


class AnswerPiece(Piece):
    """The words of one answer; its marks are drawn by the accounts around it."""

    def __init__(self, kit: Kit, row: AnswerRow, said_in: str, parent: QWidget) -> None:
        """Make the three columns."""
        super().__init__(kit, parent)
        self.row = row
        self.marks: tuple[LineMark, ...] = ()
        self.middle = self.line_top = 0
        claimant = LinkRun(
            row.claimant.text,
            row.claimant.language,
            row.target,
            Tone.STRONG,
            label=f"{row.claimant.text}: {row.text.text}",
        )
        self._claimant: list[Part] = [Prose(kit, (claimant,), self)]
        details = self._details(row, said_in)
        if details:
            self._claimant.append(Prose(kit, details, self, kind=Type.SMALL))
        self._text = Prose(kit, (row.text,), self)
        self._source = Prose(kit, row.sources, self, kind=Type.SMALL)

    @property
    def text(self) -> Prose:
        """The answer in words."""
        return self._text

    def arrange_in(self, columns: Columns, line: NumberLine | None, width: int) -> int:
        """Place everything in its column; `line` runs in x of this piece."""
        unit, kit = self.kit.look.unit, self.kit
        top = unit // 2
        below = stack(kit, self._claimant, QRect(columns.claimant[0], top, columns.claimant[1], 0), width)
        beside = stack(kit, (self._source,), QRect(columns.source[0], top, columns.source[1], 0), width)
        start = max(below, beside) + unit // 2 if columns.narrow else top
        self.line_top = start if columns.narrow else 0
        end = self._place_line(columns.line, line, start, width)
        return max(below, beside, end) + unit // 2

    def _place_line(self, column: tuple[int, int], line: NumberLine | None, y: int, width: int) -> int:
        """Place the words beside their marks where they fit on one line, else below them."""
        unit = self.kit.look.unit
        self.marks = line.marks(self.row.extents, worded=self.row.worded) if line else ()
        if line is None or not self.marks:
            return stack(self.kit, (self._text,), QRect(column[0], y, column[1], 0), width)
        wide = self._text.natural_width()
        high = self._text.arrange(wide)
        x = line.label_start(self.marks, wide, gap=1.5 * unit)
        first = min(min(mark.start, mark.end) for mark in self.marks)
        last = max(max(mark.start, mark.end) for mark in self.marks)
        free = x >= last or x + wide <= first
        if free and line.left <= x and x + wide <= line.right:
            self.middle = y + high // 2
            self._text.setGeometry(round(x), y, wide, high)
            return y + high
        self.middle = y + unit
        return stack(self.kit, (self._text,), QRect(column[0], y + 2 * unit, column[1], 0), width)

    def _details(self, row: AnswerRow, said_in: str) -> list[Run]:
        language = self.kit.look.language
        dot = Words(DOT, language, Tone.SOFT)
        runs: list[Run] = []
        for words in row.details:
            runs += [dot, words] if runs else [words]
        if row.said_in:
            runs += [dot] if runs else []
            runs += [Words(f"{said_in} ", language, Tone.SOFT), row.said_in]
        return runs
