"""The scrolling pane that shows any page."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from viewer.state.pages import blocks as b
from viewer.state.pages.accounts import Accounts
from viewer.ui.reading.accounts import AccountsPiece
from viewer.ui.reading.boxes import GatePiece, QuestionPiece
from viewer.ui.reading.buttons import actions_piece
from viewer.ui.reading.evidence import CitationsPiece, PassagePiece, SourceHeadPiece
from viewer.ui.reading.fingers import Fingers
from viewer.ui.reading.kit import Kit, Look
from viewer.ui.reading.lists import EventListPiece, FactsPiece, TablePiece
from viewer.ui.reading.page_column import PageColumn
from viewer.ui.reading.stacking import Part
from viewer.ui.reading.strip import StripPiece
from viewer.ui.reading.texts import (
    EyebrowPiece,
    chip_row_piece,
    date_piece,
    heading_piece,
    notice_piece,
    paragraph_piece,
)

PIECES: dict[type, Callable[[Kit, Any, QWidget], Part]] = {
    b.Eyebrow: EyebrowPiece,
    b.Heading: heading_piece,
    b.DateLine: date_piece,
    b.Paragraph: paragraph_piece,
    b.CitationList: CitationsPiece,
    b.QuestionBox: QuestionPiece,
    b.ChipRow: chip_row_piece,
    b.Notice: notice_piece,
    b.Actions: actions_piece,
    b.WarningGate: GatePiece,
    b.SourceHead: SourceHeadPiece,
    b.PassageBlock: PassagePiece,
    b.EventList: EventListPiece,
    b.CitedBy: EventListPiece,
    b.EventStrip: StripPiece,
    b.KeyValue: FactsPiece,
    b.Table: TablePiece,
    Accounts: AccountsPiece,
}
"""Which piece draws which block."""


class Canvas(QWidget):
    """Holds the page; pages come and go on it, so that the style sheet dresses each only once."""

    ground = ""
    """Colour behind the page."""

    def paintEvent(self, paint: QPaintEvent) -> None:
        """Draw the ground."""
        if self.ground:
            painter = QPainter(self)
            painter.fillRect(paint.rect(), QColor(self.ground))
            painter.end()


class ReadingPane(QScrollArea):
    """Shows a page; every link on it gives its target."""

    activated = Signal(object)
    """A `Target` was followed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        # Asked for a viewport it has not made, the binding goes through every kind of widget, on each start.
        self.setViewport(QWidget())
        self._kit = Kit(look, self.activated.emit)
        self._page: b.Page | None = None
        self._canvas = Canvas()
        self._column = PageColumn(self._kit, b.Page("", look.language, ()), PIECES, self._canvas)
        self.setWidget(self._canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if look.sizes.reach:
            Fingers(self, look.sizes.reach)

    @property
    def page(self) -> b.Page | None:
        """The page shown."""
        return self._page

    @property
    def column(self) -> PageColumn:
        """The pieces of the page."""
        return self._column

    def set_look(self, look: Look) -> None:
        """Take another theme, size or language; the page is drawn anew."""
        if look != self._kit.look and self._page:
            self.show_page(self._page, look)
        self._take(look)

    def show_page(self, page: b.Page, look: Look | None = None) -> None:
        """Show a page from its top, or from the passage it marks; the same page stays where it was read.

        With another `look` even the same page is drawn anew.
        """
        if page == self._page and look in (None, self._kit.look):
            return
        self._take(look or self._kit.look)
        same = self._page is not None and (page.title, page.language) == (
            self._page.title,
            self._page.language,
        )
        at = self.verticalScrollBar().value() if same else 0
        focus = self._column.focus_place() if self._holds_focus() else None
        self._page = page
        old, self._column = self._column, PageColumn(self._kit, page, PIECES, self._canvas)
        old.hide()
        old.deleteLater()
        self._canvas.ground = self._ground(page)
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if self._kit.look.mirrored else Qt.LayoutDirection.LeftToRight
        )
        self.setAccessibleName(page.title)
        self._fit()
        # Widgets made later come last in the window; those of a page follow their pane.
        for before, after in pairwise([self, *self._column.links()]):
            QWidget.setTabOrder(before, after)
        self._column.show()
        self.verticalScrollBar().setValue(at)
        self.reveal_mark()
        if focus is not None and same:
            self._column.focus_at(focus)

    def _take(self, look: Look) -> None:
        if look != self._kit.look:
            self._kit = Kit(look, self.activated.emit)

    def reveal_mark(self) -> None:
        """Scroll to the marked passage or answer, if there is one."""
        marked = self._column.marked()
        if marked is None:
            return
        top = marked.mapTo(self._column, QPoint(0, 0)).y()
        bar, view = self.verticalScrollBar(), self.viewport().height()
        if not self._sees(marked, view):
            bar.setValue(max(top - min(view // 4, max(view - marked.height(), 0)), 0))

    def is_past_head(self) -> bool:
        """Tell whether the headline of a source is scrolled out of sight."""
        head = next((piece for piece in self._column.pieces if isinstance(piece, SourceHeadPiece)), None)
        return head is not None and self.verticalScrollBar().value() > head.y() + head.headline // 2

    def showEvent(self, shown: QShowEvent) -> None:
        """Begin at the marked passage."""
        super().showEvent(shown)
        self.reveal_mark()

    def resizeEvent(self, resized: QResizeEvent) -> None:
        """Arrange the page for the new width, and keep what is read, and a mark in sight, where they are."""
        marked, old = self._column.marked(), resized.oldSize().height()
        seen = marked is not None and self._sees(marked, old)
        super().resizeEvent(resized)
        bar = self.verticalScrollBar()
        read = self._column.piece_at(bar.value())
        before = read.y() if read else 0
        self._fit()
        bar.setValue(bar.value() + read.y() - before if read else 0)
        if seen:
            self.reveal_mark()

    def keyPressEvent(self, key: QKeyEvent) -> None:
        """Scroll with Home, End and Space beside the arrows and page keys."""
        bar = self.verticalScrollBar()
        back = bool(key.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match key.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + (-1 if back else 1) * bar.pageStep())
            case _:
                super().keyPressEvent(key)

    def sizeHint(self) -> QSize:
        """Ask for room enough to read."""
        unit = self._kit.look.unit
        return QSize(60 * unit, 40 * unit)

    def minimumSizeHint(self) -> QSize:
        """Stay readable when squeezed."""
        unit = self._kit.look.unit
        return QSize(24 * unit, 12 * unit)

    def _sees(self, marked: QWidget, view: int) -> bool:
        """Tell whether the whole of a mark is in a view of this height."""
        top, at = marked.mapTo(self._column, QPoint(0, 0)).y(), self.verticalScrollBar().value()
        return at <= top and top + marked.height() <= at + view

    def _holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _ground(self, page: b.Page) -> str:
        colours = self._kit.look.colours
        return colours.panel if page.panel else colours.ground

    def _fit(self) -> None:
        """Arrange for the width beside the scroll bar, whether it shows or not, so that nothing moves."""
        view = self.viewport().size()
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        height = self._column.arrange(width)
        left = view.width() - width if self._kit.look.mirrored else 0
        self._column.setGeometry(left, 0, width, height)
        self._canvas.resize(view.width(), max(height, view.height()))
