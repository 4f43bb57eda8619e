"""Lists of events with their marks, facts in two columns, and small tables."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.state.pages.blocks import EventList, EventRow, KeyValue, Table, TableCell
from viewer.state.pages.runs import Badge, LinkRun, Run, Tone, Words
from viewer.ui.reading.compose import DOT, Type
from viewer.ui.reading.kit import Kit
from viewer.ui.reading.piece import Piece
from viewer.ui.reading.prose import Prose
from viewer.ui.reading.stacking import Part, stack
from viewer.ui.theme.shapes import draw_shape


class EventRowPiece(Piece):
    """One event: the shape and colour of its track, its headline, its date."""

    def __init__(self, kit: Kit, row: EventRow, parent: QWidget) -> None:
        """Make the line."""
        super().__init__(kit, parent)
        self._row = row
        language = kit.look.language
        title = row.title
        runs: list[Run] = [LinkRun(title.text, title.language, row.target, Tone.STRONG)]
        if row.contested:
            runs += [Words(" ", language), Badge("≠")]
        dot = Words(DOT, language, Tone.SOFT)
        runs += [dot, Words(row.date, language, Tone.SOFT)]
        if row.detail:
            runs += [dot, Words(row.detail, language, Tone.SOFT)]
        self._line = Prose(kit, runs, self)

    def arrange(self, width: int) -> int:
        """Hang the shape out before the line."""
        indent = 3 * self.kit.look.unit
        height = self._line.arrange(width - indent)
        self.kit.place(self._line, QRect(indent, 0, width - indent, height), width)
        return height

    def paintEvent(self, paint: QPaintEvent) -> None:
        """Draw the shape of the track."""
        del paint
        look = self.kit.look
        side = look.sizes.label * 0.72
        x = self.width() - side - 1 if look.mirrored else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.colours.track(self._row.colour)))
        draw_shape(painter, self._row.shape, QRectF(x, look.sizes.label * 0.4, side, side))
        painter.end()


class EventListPiece(Piece):
    """Events under a label."""

    def __init__(self, kit: Kit, block: EventList, parent: QWidget) -> None:
        """Make the label, a row for each event, and the words for the rest."""
        super().__init__(kit, parent)
        language = kit.look.language
        self._pieces: list[Part] = []
        if block.label:
            self._pieces.append(Prose(kit, (Words(block.label, language, Tone.STRONG),), self))
        self._pieces += [EventRowPiece(kit, row, self) for row in block.rows]
        if block.more:
            self._pieces.append(Prose(kit, (Words(block.more, language, Tone.SOFT),), self))

    def arrange(self, width: int) -> int:
        """Place the rows below each other."""
        return stack(self.kit, self._pieces, QRect(0, 0, width, 0), width, self.kit.look.unit // 2)


class FactsPiece(Piece):
    """Facts: labels at the start, what they say behind; below each other where room is short."""

    def __init__(self, kit: Kit, block: KeyValue, parent: QWidget) -> None:
        """Make both columns."""
        super().__init__(kit, parent)
        language = kit.look.language
        self._rows = [
            (Prose(kit, (Words(label, language, Tone.SOFT),), self), Prose(kit, runs, self))
            for label, runs in block.rows
        ]
        self._column = max((label.natural_width() for label, _ in self._rows), default=0)

    def arrange(self, width: int) -> int:
        """Place the facts."""
        unit = self.kit.look.unit
        column = self._column + 2 * unit
        if column > width * 0.4:
            pieces = [piece for row in self._rows for piece in row]
            return stack(self.kit, pieces, QRect(0, 0, width, 0), width)
        y = 0
        for label, value in self._rows:
            high = max(label.arrange(column), value.arrange(width - column))
            self.kit.place(label, QRect(0, y, column, high), width)
            self.kit.place(value, QRect(column, y, width - column, high), width)
            y += high + unit // 2
        return max(y - unit // 2, 0)


class TablePiece(Piece):
    """A small table: the first column takes the room, the others what they need."""

    def __init__(self, kit: Kit, block: Table, parent: QWidget) -> None:
        """Make all cells."""
        super().__init__(kit, parent)
        language = kit.look.language
        head = [
            Prose(kit, (Words(text, language, Tone.SOFT),), self, kind=Type.SMALL) for text in block.header
        ]
        self._rows: list[list[Prose]] = [head, *([self._cell(cell) for cell in row] for row in block.rows)]
        columns = range(1, len(block.header))
        self._widths = [max(row[n].natural_width() for row in self._rows) for n in columns]
        self._first = max(row[0].natural_width() for row in self._rows)
        self._rules: list[int] = []

    def arrange(self, width: int) -> int:
        """Place the rows with a hairline between."""
        unit = self.kit.look.unit
        first = min(self._first + 4 * unit, width - sum(self._widths) - 2 * unit * len(self._widths))
        y, self._rules = 0, []
        for row in self._rows:
            y += self._place(row, (first, *self._widths), y + unit // 4, width) + unit // 2
            self._rules.append(y)
        return y

    def paintEvent(self, paint: QPaintEvent) -> None:
        """Draw the hairlines."""
        del paint
        painter = QPainter(self)
        painter.setPen(QColor(self.kit.look.colours.hair))
        for y in self._rules[:-1]:
            painter.drawLine(0, y, self.width(), y)
        painter.end()

    def _place(self, row: Sequence[Prose], widths: Sequence[int], y: int, width: int) -> int:
        high = max(cell.arrange(wide) for cell, wide in zip(row, widths, strict=True))
        x = 0
        for cell, wide in zip(row, widths, strict=True):
            self.kit.place(cell, QRect(x, y, wide, high), width)
            x += wide + 2 * self.kit.look.unit
        return high

    def _cell(self, cell: TableCell) -> Prose:
        language = self.kit.look.language
        run = LinkRun(cell.text, language, cell.target) if cell.target else Words(cell.text, language)
        return Prose(self.kit, (run,), self)
