"""Question boxes and the gates in front of sensitive texts: the only framed grounds of a page."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from viewer.state.pages.blocks import AnswerBrief, QuestionBox, WarningGate
from viewer.state.pages.runs import LinkRun, Run, Tone, Words
from viewer.ui.reading.buttons import ButtonRow
from viewer.ui.reading.compose import Type
from viewer.ui.reading.kit import Kit
from viewer.ui.reading.piece import Piece
from viewer.ui.reading.prose import Prose
from viewer.ui.reading.stacking import Part, stack

COLUMN = 20
"""Least width of an answer inside a question box, in steps of the grid."""


class QuestionPiece(Piece):
    """A question with its first answers side by side."""

    def __init__(self, kit: Kit, block: QuestionBox, parent: QWidget) -> None:
        """Make the head, a column for each answer, and the foot."""
        super().__init__(kit, parent)
        language = kit.look.language
        question = LinkRun(block.question.text, block.question.language, block.target, Tone.STRONG)
        self._question = Prose(kit, (Words("≠\u2002", language), question), self)
        summary = (Words(block.summary, language, Tone.SOFT),)
        self._summary = Prose(kit, summary, self, kind=Type.SMALL)
        self._answers = [self._answer(answer) for answer in block.answers]
        more = (LinkRun(block.more, language, block.target),)
        self._more = Prose(kit, more, self, kind=Type.SMALL) if block.more else None

    def arrange(self, width: int) -> int:
        """Place the answers in as many columns as have room."""
        unit = self.kit.look.unit
        inner = width - 4 * unit
        y = self._head(width, inner, unit + unit // 2)
        if self._answers:
            y = self._columns(width, inner, y + unit // 2)
        if self._more:
            y = stack(self.kit, (self._more,), QRect(2 * unit, y, inner, 0), width)
        return y + unit + unit // 2

    def paintEvent(self, paint: QPaintEvent) -> None:
        """Draw the soft ground."""
        del paint
        colours = self.kit.look.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line), colours.line_width))
        ground = QColor(colours.band)
        ground.setAlphaF(0.5)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()

    def _head(self, width: int, inner: int, y: int) -> int:
        unit = self.kit.look.unit
        side = self._summary.natural_width()
        if self._question.natural_width() + side + 2 * unit > inner:
            return stack(self.kit, (self._question, self._summary), QRect(2 * unit, y, inner, 0), width)
        room = inner - side - unit
        high = max(self._question.arrange(room), self._summary.arrange(side))
        self.kit.place(self._question, QRect(2 * unit, y, room, high), width)
        self.kit.place(self._summary, QRect(2 * unit + inner - side, y, side, high), width)
        return y + high

    def _columns(self, width: int, inner: int, y: int) -> int:
        unit = self.kit.look.unit
        count = max(1, min(len(self._answers), inner // (COLUMN * unit)))
        room = (inner - (count - 1) * 2 * unit) // count
        for first in range(0, len(self._answers), count):
            row = self._answers[first : first + count]
            high = max(answer.arrange(room) for answer in row)
            for number, answer in enumerate(row):
                x = 2 * unit + number * (room + 2 * unit)
                self.kit.place(answer, QRect(x, y, room, high), width)
            y += high + unit
        return y - unit // 2

    def _answer(self, answer: AnswerBrief) -> Prose:
        text = LinkRun(answer.text.text, answer.text.language, answer.target, Tone.STRONG)
        claimant = Words(f"\u2028{answer.claimant.text}", answer.claimant.language, Tone.SOFT)
        return Prose(self.kit, (text, claimant), self, kind=Type.SMALL)


class GatePiece(Piece):
    """Names what a text holds, and lets the reader choose; both ways are equally easy."""

    def __init__(self, kit: Kit, block: WarningGate, parent: QWidget) -> None:
        """Make the words and the two buttons."""
        super().__init__(kit, parent)
        language = kit.look.language
        kinds: list[Run] = [Words(block.text, language)]
        for badge in block.kinds:
            kinds += [Words("\u2002", language), badge]
        title = Prose(kit, (Words(block.title, language, Tone.STRONG),), self)
        buttons = ButtonRow(kit, ((block.read_on, block.skip),), self, even=True)
        links = (LinkRun(action.label, language, action.target) for action in block.always)
        always = [Prose(kit, (link,), self, kind=Type.SMALL) for link in links]
        self._pieces: tuple[Part, ...] = (title, Prose(kit, kinds, self), buttons, *always)

    def arrange(self, width: int) -> int:
        """Place all behind the bar at the start edge."""
        unit = self.kit.look.unit
        box = QRect(2 * unit, unit, width - 3 * unit, 0)
        return stack(self.kit, self._pieces, box, width, unit) + unit

    def paintEvent(self, paint: QPaintEvent) -> None:
        """Draw the bar at the start edge."""
        del paint
        look = self.kit.look
        painter = QPainter(self)
        x = self.width() - 3 if look.mirrored else 0
        painter.fillRect(x, 0, 3, self.height(), QColor(look.colours.warning))
        painter.end()
