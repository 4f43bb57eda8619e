"""The detail pane and the source pane: each shows the page that follows from the state."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from viewer.state.citing.subject import open_source_target, selected_target
from viewer.state.documents import shown_slot
from viewer.state.pages.blocks import Page
from viewer.state.pages.note_mark import with_note_mark
from viewer.state.pages.reader import Reader
from viewer.state.pages.selected import detail_page, opened_source_page
from viewer.state.pages.targets import Target
from viewer.state.view_state import ViewState
from viewer.ui.context import Context
from viewer.ui.documents.bar import DocumentBar
from viewer.ui.follow import follow
from viewer.ui.reading.kit import Look
from viewer.ui.reading.pane import ReadingPane

if TYPE_CHECKING:
    from viewer.ui.documents.view import DocumentView


class StatePane(ReadingPane):
    """Shows the page that `build` makes, anew whenever what `depends` names changes."""

    def __init__(
        self,
        context: Context,
        build: Callable[[Reader], Page],
        depends: Callable[[ViewState], Any],
        subject: Callable[[ViewState], Target | None],
        parent: QWidget | None = None,
    ) -> None:
        """Follow the state; `subject` names the entry whose notes are marked."""
        super().__init__(look_of(context), parent)
        self._context = context
        self._build, self._subject = build, subject
        self.activated.connect(lambda target: follow(context, target))
        context.session.store.watch(lambda state: (depends(state), state.appearance), lambda _: self.renew())
        context.session.notes.watch(self.renew)
        self.renew()

    def renew(self) -> None:
        """Show the page of now, in the look of now."""
        session = self._context.session
        reader = Reader(session.edition, session.catalogue, session.state)
        page = with_note_mark(reader, self._build(reader), self._subject(session.state), session.notes)
        self.show_page(page, look_of(self._context))


class DetailPane(StatePane):
    """Shows what is selected."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Follow the selection and all that its page tells."""
        super().__init__(
            context,
            detail_page,
            lambda s: (s.selection, s.source, s.revealed, s.filters, s.accounts, s.story),
            selected_target,
            parent,
        )
        self.setObjectName("detail")


class DigestPane(StatePane):
    """Shows what we say the open source says, at the cited passage."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Follow the open source."""
        super().__init__(
            context,
            opened_source_page,
            lambda s: (s.source, s.revealed, s.selection, s.story),
            open_source_target,
            parent,
        )


class SourcePane(QWidget):
    """Shows the open source: its digest, or one of its documents, with the choice between them above."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Follow the open source."""
        super().__init__(parent)
        self.setObjectName("source")
        self._context = context
        self.bar = DocumentBar(context)
        self.digest = DigestPane(context)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.digest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        context.session.store.watch(
            lambda state: (state.source, state.revealed, state.selection), lambda _: self.renew()
        )
        context.session.copies.watch(self.renew)
        self.digest.verticalScrollBar().valueChanged.connect(lambda _: self._name())
        self.renew()

    @cached_property
    def document(self) -> "DocumentView":
        """The view of documents, made when the first one is opened: a start need not wait for it."""
        from viewer.ui.documents.view import DocumentView

        view = DocumentView(self._context)
        self.stack.addWidget(view)
        return view

    def renew(self) -> None:
        """Bring forward what the state names; the warning of a sensitive document stands with the digest."""
        showing = shown_slot(self._context.session)
        self.stack.setCurrentWidget(self.document if showing else self.digest)
        if showing or self.stack.count() > 1:
            self.document.renew()
        self._name()

    def _name(self) -> None:
        """Keep the name of the source in sight while its headline is not."""
        in_document = self.stack.currentWidget() is not self.digest
        self.bar.name_source(named=in_document or self.digest.is_past_head())

    def focusInEvent(self, focus: QFocusEvent) -> None:
        """Hand the focus on; a focus proxy would make Tab pass over the bar."""
        (self.stack.currentWidget() or self.digest).setFocus(focus.reason())


def look_of(context: Context) -> Look:
    """Return theme, size and language of now for reading."""
    look = context.session.state.appearance
    return Look(context.colours, context.sizes, look.language.value)
