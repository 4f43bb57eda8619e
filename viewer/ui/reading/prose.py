"""Draw a line or paragraph of runs: wrapped, in its own direction, with its links on it."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from viewer.state.pages.runs import RIGHT_TO_LEFT, Run
from viewer.ui.reading.compose import Composed, Frame, Type, compose, font_of
from viewer.ui.reading.kit import Kit
from viewer.ui.reading.marking import Marked, word_at
from viewer.ui.reading.spot import Spot

MEASURE = 66
"""Characters of average width in the longest line of reading text; real lines hold up to 74."""
_SAMPLES = {
    False: "It was read out and set down, and what each of them said of it stands beside the others.",
    True: "خوانده شد و نوشته شد، و آنچه هر یک از آنان دربارهٔ آن گفت در کنار گفتهٔ دیگران آمده است.",
}
"""Text of average width, left to right and right to left."""
_OVERHANG = 0.05
"""Share of an em by which a joined letter may reach beyond its line."""
_PITCH = {
    Type.READING: 1.5,
    Type.LABEL: 1.45,
    Type.SMALL: 1.45,
    Type.EYEBROW: 1.45,
    Type.HEADLINE: 1.25,
}
"""Height of a line in em of its font; a line with taller letters takes more."""


_LISTED = (Type.LABEL, Type.SMALL)
"""Types whose links stand in lists, where each line has room for a finger."""


class Prose(QLabel):
    """A paragraph; its height follows from its width.

    It is a label only for assistive technology, which reads labels as text; all drawing is its own.
    """

    def __init__(
        self,
        kit: Kit,
        runs: Sequence[Run],
        parent: QWidget,
        *,
        language: str | None = None,
        kind: Type = Type.LABEL,
    ) -> None:
        """Compose the text once; it is laid out anew for each width."""
        super().__init__(parent)
        self.kit = kit
        self.language = language or kit.look.language
        self._kind = kind
        self._made: Composed = compose(kit.look, runs, self.language, kind)
        self._font = font_of(kit.look, kind, self.language)
        self._layout = QTextLayout(self._made.text, self._font)
        self._layout.setFormats(self._made.formats)
        self._layout.setCacheEnabled(True)
        self._layout.setTextOption(self._option())
        self._width = self._natural = -1
        self._lines: list[QTextLine] = []
        self._spots = [self._spot(number) for number in range(len(self._made.links))]
        self._marked = Marked()
        self.setAccessibleName(self._made.spoken)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    @property
    def right_to_left(self) -> bool:
        """True when this paragraph runs from right to left."""
        return self.language in RIGHT_TO_LEFT

    @property
    def spoken(self) -> str:
        """What the paragraph says, for people who listen."""
        return self._made.spoken

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Its links in reading order."""
        return tuple(self._spots)

    def arrange(self, width: int) -> int:
        """Break lines for a width and lay the links over their words."""
        if width != self._width:
            self._width = width
            self._break(width)
            for spot, link in zip(self._spots, self._made.links, strict=True):
                spot.lay_over(list(self._boxes(link.start, link.end, framed=link.framed)))
        return self._height

    def natural_width(self) -> int:
        """Return the width of the text on one line."""
        if self._natural < 0:
            self._break(1 << 20)
            self._width = -1
            self._natural = math.ceil(max((line.naturalTextWidth() for line in self._lines), default=0)) + 1
            if self.right_to_left:
                self._natural += math.ceil(_OVERHANG * self._font.pixelSize())
        return self._natural

    def line_edges(self) -> tuple[tuple[float, float], ...]:
        """Return left and right of the text on each line, in logical pixels from the widget's left."""
        boxes = [line.naturalTextRect() for line in self._lines]
        return tuple((box.left(), box.right()) for box in boxes)

    def line_texts(self) -> tuple[str, ...]:
        """Return what stands on each line."""
        text = self._made.text
        return tuple(text[line.textStart() : line.textStart() + line.textLength()] for line in self._lines)

    def paintEvent(self, paint: QPaintEvent) -> None:
        """Draw the frames and the text."""
        del paint
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for frame in self._made.frames:
            for box in self._boxes(frame.start, frame.end, framed=True):
                self._draw_frame(painter, frame, box)
        painter.setPen(QColor(self.kit.look.colours.ink))
        self._layout.draw(painter, QPointF(0, 0), self._selections())
        painter.end()

    def mousePressEvent(self, mouse: QMouseEvent) -> None:
        """Begin to mark words."""
        if mouse.button() is Qt.MouseButton.LeftButton and not self.kit.look.sizes.reach:
            at = self._position(mouse.position())
            self._mark(Marked(at, at))
        else:
            mouse.ignore()

    def mouseReleaseEvent(self, mouse: QMouseEvent) -> None:
        """Leave the release to the page, as its press was."""
        mouse.ignore()

    def mouseMoveEvent(self, mouse: QMouseEvent) -> None:
        """Mark words up to the mouse."""
        if mouse.buttons() & Qt.MouseButton.LeftButton:
            self._mark(Marked(self._marked.anchor, self._position(mouse.position())))

    def mouseDoubleClickEvent(self, mouse: QMouseEvent) -> None:
        """Mark a word."""
        self._mark(word_at(self._made.text, self._position(mouse.position())))

    def focusOutEvent(self, focus: QFocusEvent) -> None:
        """Let the mark go when the reader turns elsewhere in this window."""
        super().focusOutEvent(focus)
        if focus.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._mark(Marked())

    def event(self, happened: QEvent) -> bool:
        """Keep the key that copies while words are marked; otherwise it copies a citation."""
        if isinstance(happened, QKeyEvent) and happened.type() is QEvent.Type.ShortcutOverride:
            happened.setAccepted(bool(self._marked) and happened.matches(QKeySequence.StandardKey.Copy))
            return happened.isAccepted()
        return super().event(happened)

    def keyPressEvent(self, key: QKeyEvent) -> None:
        """Copy what is marked; leave every other key to the pane."""
        if key.matches(QKeySequence.StandardKey.Copy) and self._marked:
            QApplication.clipboard().setText(self._marked.words(self._made.text))
        else:
            key.ignore()

    def _mark(self, marked: Marked) -> None:
        if marked != self._marked:
            self._marked = marked
            self.update()

    def _position(self, point: QPointF) -> int:
        """Return the place in the text nearest to a point."""
        below = [line for line in self._lines if line.y() + line.height() > point.y()]
        if not self._lines:
            return 0
        line = below[0] if below else self._lines[-1]
        return int(line.xToCursor(point.x()))

    def _selections(self) -> list[QTextLayout.FormatRange]:
        if not self._marked:
            return []
        piece = QTextLayout.FormatRange()
        piece.start, piece.length = self._marked.start, self._marked.end - self._marked.start
        style = QTextCharFormat()
        style.setBackground(QColor(self.kit.look.colours.accent))
        style.setForeground(QColor(self.kit.look.colours.panel))
        piece.format = style
        return [piece]

    def _option(self) -> QTextOption:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        rtl = self.right_to_left
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        right = rtl if self._kind is Type.READING else self.kit.look.mirrored
        option.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        return option

    def _spot(self, number: int) -> Spot:
        link = self._made.links[number]
        spot = Spot(link.label, lambda: self.kit.follow(link.target), self.kit.look.colours.accent, self)
        spot.underlined = not link.framed
        spot.high = self.kit.look.sizes.reach if self._kind in _LISTED else 0.0
        return spot

    def _measure(self, width: int) -> int:
        if self._kind is not Type.READING:
            return width
        return min(width, _longest_line(self._font, self.right_to_left))

    def _break(self, width: int) -> None:
        """Set the lines at an even pitch; the column stands at the start edge of the pane."""
        measure = self._measure(width)
        left = width - measure if self.kit.look.mirrored else 0
        overhang = math.ceil(_OVERHANG * self._font.pixelSize()) if self.right_to_left else 0
        pitch = round(self._font.pixelSize() * _PITCH[self._kind])
        if self._made.frames:
            pitch = max(pitch, round(self._frame_height) + 4)
        if self._spots and self._kind in _LISTED:
            pitch = max(pitch, round(self.kit.look.sizes.reach))
        self._layout.beginLayout()
        self._lines, y = [], 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(measure - overhang)
            step = max(pitch, line.height())
            line.setPosition(QPointF(left, y + (step - line.height()) / 2))
            self._lines.append(line)
            y += step
        self._layout.endLayout()
        self._height = round(y)

    @property
    def _frame_height(self) -> float:
        return self.kit.look.sizes.small * 1.55

    def _boxes(self, start: int, end: int, *, framed: bool) -> Iterator[QRectF]:
        """Give the box of a stretch of text on each line it stands on; a frame has air at its sides."""
        size, air = (self.kit.look.sizes.small, 2) if framed else (self._font.pixelSize(), 0)
        height = self._frame_height if framed else size * 1.45
        for line in self._lines:
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            ends = _x(line, first, QTextLine.Edge.Leading), _x(line, last - 1, QTextLine.Edge.Trailing)
            left, right = min(ends), max(ends)
            middle = line.y() + line.ascent() - size * 0.36
            yield QRectF(left - air, middle - height / 2, right - left + 2 * air, height)

    def _draw_frame(self, painter: QPainter, frame: Frame, box: QRectF) -> None:
        colour = QColor(frame.colour)
        painter.setBrush(colour if frame.filled else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, self.kit.look.colours.line_width))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


@lru_cache(maxsize=16)
def _longest_line(font: QFont, right_to_left: bool) -> int:
    """Return the measure of a font in logical pixels."""
    sample = _SAMPLES[right_to_left]
    return round(QFontMetricsF(font).horizontalAdvance(sample) / len(sample) * MEASURE)


def _x(line: QTextLine, position: int, edge: QTextLine.Edge) -> float:
    """Return the x of an edge of a character."""
    x, _ = cast("tuple[float, int]", line.cursorToX(position, edge))
    return x
