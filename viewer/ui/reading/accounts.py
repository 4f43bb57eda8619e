"""Show every answer to a question as a table with a line: who, how much or when, and on what it rests."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from viewer.layout.number_line import NumberLine, PlacedTick
from viewer.state.pages.accounts import Accounts
from viewer.state.pages.runs import Tone, Words
from viewer.ui.reading.answer_row import AnswerPiece, Columns, columns_for
from viewer.ui.reading.buttons import ButtonRow
from viewer.ui.reading.compose import Type
from viewer.ui.reading.kit import Kit
from viewer.ui.reading.number_line import paint_mark
from viewer.ui.reading.piece import MARGIN, Piece
from viewer.ui.reading.prose import Prose


class AccountsPiece(Piece):
    """All answers, grouped, over one line of values with its ticks on top."""

    def __init__(self, kit: Kit, block: Accounts, parent: QWidget) -> None:
        """Make the choices, the group labels and a piece for each answer, in reading order."""
        super().__init__(kit, parent)
        self._block = block
        self._choices = ButtonRow(kit, block.choices, self)
        self._head = [self._label(text, Tone.SOFT, Type.SMALL) for text in block.columns]
        self._groups: list[tuple[Prose | None, list[AnswerPiece]]] = []
        for group in block.groups:
            label = self._label(group.label, Tone.STRONG, Type.SMALL) if group.label else None
            rows = [AnswerPiece(kit, row, block.said_in, self) for row in group.rows]
            self._groups.append((label, rows))
        self._ticks: tuple[PlacedTick, ...] = ()
        self._rules: list[tuple[int, int, int]] = []
        """Top, start of the line, and bottom of each row."""
        self._ticks_y = 0

    @property
    def answers(self) -> tuple[AnswerPiece, ...]:
        """All answers in the order shown."""
        return tuple(row for _, rows in self._groups for row in rows)

    @property
    def ticks(self) -> tuple[PlacedTick, ...]:
        """The ticks that have room."""
        return self._ticks

    def arrange(self, width: int) -> int:
        """Place the choices, the head of the table, and all rows."""
        unit = self.kit.look.unit
        columns = columns_for(width, unit)
        line = self._line(columns, width)
        metrics = QFontMetrics(self.kit.look.small_font())
        self._ticks = line.ticks(self._block.ticks, metrics.horizontalAdvance) if line else ()
        y = self._place_head(columns, width)
        self._rules, edge = [], MARGIN * unit
        for label, rows in self._groups:
            if label:
                high = label.arrange(width - 2 * edge)
                self.kit.place(label, QRect(edge, y + unit, width - 2 * edge, high), width)
                y += unit + high + unit // 2
            for row in rows:
                high = row.arrange_in(columns, line, width)
                row.setGeometry(0, y, width, high)
                self._rules.append((y, y + row.line_top, y + high))
                y += high
        return y

    def paintEvent(self, paint: QPaintEvent) -> None:
        """Draw the rules, the grid, the ticks and the marks."""
        del paint
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_ticks(painter)
        scale = self.kit.look.sizes.label / 14
        for row in self.answers:
            for mark in row.marks:
                colour = self.kit.look.colours.track(row.row.colour)
                paint_mark(painter, mark, row.y() + row.middle, colour, scale)
        painter.end()

    def _label(self, text: str, tone: Tone, kind: Type) -> Prose:
        return Prose(self.kit, (Words(text, self.kit.look.language, tone),), self, kind=kind)

    def _line(self, columns: Columns, width: int) -> NumberLine | None:
        if self._block.axis is None:
            return None
        start, wide = columns.line
        mirrored = self.kit.look.mirrored
        left = width - start - wide if mirrored else start
        return NumberLine(self._block.axis, left, left + wide, mirrored)

    def _place_head(self, columns: Columns, width: int) -> int:
        unit = self.kit.look.unit
        inner = width - 2 * MARGIN * unit
        wide = min(self._choices.natural_width(), inner)
        y = self._choices.arrange(wide)
        self.kit.place(self._choices, QRect(MARGIN * unit + inner - wide, 0, wide, y), width)
        y += unit
        high = 0
        for label, (start, room) in zip(self._head, (columns.claimant, columns.source), strict=True):
            high = max(high, label.arrange(room))
            self.kit.place(label, QRect(start, y, room, high), width)
        self._ticks_y = y + high if columns.narrow else y
        return self._ticks_y + high + unit // 2

    def _paint_ground(self, painter: QPainter) -> None:
        colours = self.kit.look.colours
        for row in self.answers:
            if row.row.marked:
                box = QRectF(row.geometry())
                painter.fillRect(box, QColor(colours.passage))
                x = box.right() - 4 if self.kit.look.mirrored else box.left()
                painter.fillRect(QRectF(x, box.top(), 4, box.height()), QColor(colours.accent))
        painter.setPen(QPen(QColor(colours.line), colours.line_width))
        for top, _, _ in self._rules:
            painter.drawLine(0, top, self.width(), top)

    def _paint_ticks(self, painter: QPainter) -> None:
        look = self.kit.look
        painter.setFont(look.small_font())
        metrics = QFontMetrics(look.small_font())
        for tick in self._ticks:
            painter.setPen(QColor(look.colours.hair))
            for _, top, bottom in self._rules:
                painter.drawLine(QPointF(tick.x, top + 1), QPointF(tick.x, bottom))
            painter.setPen(QColor(look.colours.soft))
            half = metrics.horizontalAdvance(tick.label) / 2
            box = QRectF(tick.x - half - 2, self._ticks_y, 2 * half + 4, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tick.label)
