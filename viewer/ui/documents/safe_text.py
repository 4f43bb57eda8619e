"""Show a text or Markdown document that nobody vouches for: nothing is loaded, no link opens by itself."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from viewer.base.bidi import first_strong
from viewer.ui.documents.marks import Role, TextMark
from viewer.ui.reading.kit import Look

MEASURE = 36
"""Longest line in em."""
LINE_PITCH = 150
"""Per cent of the height of the letters."""
BAR = 4
_PLANE = "\uffff"
_RING = (Role.CURRENT, Role.DIFFERS)


class SafeText(QTextBrowser):
    """A reading view for untrusted text; stretches of it are marked with a soft ground and a bar."""

    linked = Signal(str)
    """A link of the document was followed; nothing has been opened."""

    def __init__(self, look: Look, say_picture: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Start empty; `say_picture` gives the words for a picture that is not loaded, from its caption."""
        super().__init__(parent)
        self._look, self._say_picture = look, say_picture
        self._marks: tuple[TextMark, ...] = ()
        self._wide: list[int] = []
        self._spare = (0, 0)
        """Room left empty at the left and at the right of the column, in logical pixels."""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(lambda url: self.linked.emit(url.toString()))
        self.set_look(look)

    @property
    def marks(self) -> tuple[TextMark, ...]:
        """What is marked."""
        return self._marks

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give an empty picture for everything a document asks for: it loads nothing."""
        del kind, name
        return QImage()

    def set_look(self, look: Look) -> None:
        """Take another theme or size."""
        self._look = look
        size = round(look.sizes.reading)
        self.setStyleSheet(
            f"QTextBrowser {{ background: {look.colours.panel}; color: {look.colours.ink}; border: none;"
            f' font-family: "Noto Serif", "Noto Naskh Arabic"; font-size: {size}px; }}'
        )
        self._set_margins()
        self.show_marks(self._marks)

    def show_plain(self, text: str) -> None:
        """Show a plain text."""
        self.setPlainText(text)
        self._dress()

    def show_markdown(self, text: str) -> None:
        """Show Markdown; HTML in it stays as it is written, and words stand in the place of pictures."""
        features = QTextDocument.MarkdownFeature
        self.document().setMarkdown(text, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        for place, caption in reversed(_pictures(self.document())):
            cursor = QTextCursor(self.document())
            cursor.setPosition(place)
            cursor.deleteChar()
            cursor.insertText(self._say_picture(caption), QTextCharFormat())
        self._dress()

    @property
    def shown_text(self) -> str:
        """The text as it is shown, character by character as `TextMark` counts them."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_marks(self, marks: Sequence[TextMark]) -> None:
        """Mark some stretches, the later above the earlier."""
        self._marks = tuple(marks)
        self.setExtraSelections([self._selection(mark) for mark in marks])
        self.viewport().update()

    def reveal(self, start: int) -> None:
        """Scroll so that a character stands in the upper third, unless it is in view already."""
        cursor = self._cursor(start, start)
        self.setTextCursor(cursor)
        box, height = self.cursorRect(cursor), self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + box.top() - height // 4)

    def box_of(self, mark: TextMark) -> QRectF:
        """Return where a marked stretch stands in the viewport, from the top of its first line on."""
        first = self.cursorRect(self._cursor(mark.start, mark.start))
        last = self.cursorRect(self._cursor(mark.end, mark.end))
        return QRectF(0, first.top(), self.viewport().width(), last.bottom() - first.top())

    def paintEvent(self, paint: QPaintEvent) -> None:
        """Draw the text, then the bar at the start edge of the cited passage."""
        super().paintEvent(paint)
        painter = QPainter(self.viewport())
        for mark in self._marks:
            if mark.role in _RING:
                box = self.box_of(mark)
                colours = self._look.colours
                colour = colours.accent if mark.role is Role.CURRENT else colours.warning
                left, right = self._spare
                x = self.viewport().width() - right - BAR if self._is_mirrored(mark) else left
                painter.fillRect(QRectF(x, box.top(), BAR, box.height()), QColor(colour))
        painter.end()

    def resizeEvent(self, resized: QResizeEvent) -> None:
        """Keep the measure of the lines."""
        super().resizeEvent(resized)
        self._set_margins()

    def _dress(self) -> None:
        text = self.shown_text
        self._wide = (
            [at for at, letter in enumerate(text) if letter > _PLANE]
            if max(text, default="") > _PLANE
            else []
        )
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        pitch = QTextBlockFormat()
        pitch.setLineHeight(LINE_PITCH, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        pitch.setBottomMargin(self._look.unit / 2)
        whole.mergeBlockFormat(pitch)
        self._set_margins()
        self.show_marks(())
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_margins(self) -> None:
        """Leave what is wider than the measure empty at the end edge."""
        unit = self._look.unit
        measure = round(MEASURE * self._look.sizes.reading)
        spare = max(self.viewport().width() - measure - 4 * unit, 0)
        self._spare = (spare, 0) if self._look.mirrored else (0, spare)
        root = self.document().rootFrame()
        made = root.frameFormat()
        made.setMargin(2 * unit)
        made.setLeftMargin(2 * unit + self._spare[0])
        made.setRightMargin(2 * unit + self._spare[1])
        root.setFrameFormat(made)

    def _selection(self, mark: TextMark) -> QTextEdit.ExtraSelection:
        chosen = QTextEdit.ExtraSelection()
        chosen.cursor = self._cursor(mark.start, mark.end)
        chosen.format = self._format(mark.role)
        return chosen

    def _format(self, role: Role) -> QTextCharFormat:
        colours, made = self._look.colours, QTextCharFormat()
        ground = QColor(colours.passage)
        match role:
            case Role.CURRENT:
                made.setBackground(ground)
            case Role.OTHER:
                ground.setAlphaF(0.45)
                made.setBackground(ground)
            case Role.DIFFERS:
                made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
                made.setUnderlineColor(QColor(colours.warning))
            case Role.HIT | Role.HIT_NOW:
                now = role is Role.HIT_NOW
                made.setBackground(QColor(colours.accent if now else colours.line))
                made.setForeground(QColor(colours.panel if now else colours.ink))
        return made

    def _cursor(self, start: int, end: int) -> QTextCursor:
        """Return a cursor over characters; Qt counts those beyond the first plane twice."""
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(start + bisect_left(self._wide, start), last))
        cursor.setPosition(min(end + bisect_left(self._wide, end), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _is_mirrored(self, mark: TextMark) -> bool:
        block = self.document().findBlock(mark.start + bisect_left(self._wide, mark.start))
        return first_strong(block.text()) == "rtl"


def _pictures(document: QTextDocument) -> list[tuple[int, str]]:
    """Return where pictures stand in a document, with their captions; Qt leaves out those without any."""
    found = []
    for fragment in _fragments(document):
        made = fragment.charFormat()
        if made.isImageFormat():
            caption, at = str(made.property(QTextFormat.Property.ImageAltText)), fragment.position()
            found += [(at + n, caption) for n in range(fragment.length())]
    return found


def _fragments(document: QTextDocument) -> Iterator[QTextFragment]:
    block = document.begin()
    while block.isValid():
        inside = block.begin()
        while not inside.atEnd():
            yield inside.fragment()
            inside += 1
        block = block.next()
