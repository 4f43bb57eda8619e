"""The detail pane and the source pane: each shows the page that follows from the state."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from viewer.state.consent import is_passed
from viewer.state.documents import open_source_of, shown_slot
from viewer.state.pages.blocks import Page
from viewer.state.pages.reader import Reader
from viewer.state.pages.selected import detail_page, opened_source_page
from viewer.state.view_state import ViewState
from viewer.ui.context import Context
from viewer.ui.documents.bar import DocumentBar
from viewer.ui.documents.view import DocumentView
from viewer.ui.follow import follow
from viewer.ui.reading.kit import Look
from viewer.ui.reading.pane import ReadingPane


class StatePane(ReadingPane):
    """Shows the page that `build` makes, anew whenever what `depends` names changes."""

    def __init__(
        self,
        context: Context,
        build: Callable[[Reader], Page],
        depends: Callable[[ViewState], Any],
        parent: QWidget | None = None,
    ) -> None:
        """Follow the state."""
        super().__init__(look_of(context), parent)
        self._context = context
        self._build = build
        self.activated.connect(lambda target: follow(context, target))
        context.session.store.watch(lambda state: (depends(state), state.appearance), lambda _: self.renew())
        self.renew()

    def renew(self) -> None:
        """Show the page of now, in the look of now."""
        session = self._context.session
        self.set_look(look_of(self._context))
        self.show_page(self._build(Reader(session.edition, session.catalogue, session.state)))


class DetailPane(StatePane):
    """Shows what is selected."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Follow the selection and all that its page tells."""
        super().__init__(
            context,
            detail_page,
            lambda s: (s.selection, s.source, s.revealed, s.filters, s.accounts, s.story),
            parent,
        )
        self.setObjectName("detail")


class DigestPane(StatePane):
    """Shows what we say the open source says, at the cited passage."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Follow the open source."""
        super().__init__(
            context, opened_source_page, lambda s: (s.source, s.revealed, s.selection, s.story), parent
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
        self.document = DocumentView(context)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.digest)
        self.stack.addWidget(self.document)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        context.session.store.watch(
            lambda state: (state.source, state.revealed, state.selection), lambda _: self.renew()
        )
        context.session.copies.watch(self.renew)
        self.renew()

    def renew(self) -> None:
        """Bring forward what the state names; the warning of a sensitive document stands with the digest."""
        open_now = shown_slot(self._context.session) is not None and self._is_passed()
        shown: QWidget = self.document if open_now else self.digest
        self.stack.setCurrentWidget(shown)
        self.setFocusProxy(shown)
        if open_now:
            self.document.renew()

    def _is_passed(self) -> bool:
        session = self._context.session
        source = open_source_of(session)
        return source is None or is_passed(session.state, session.edition, source.id, source.warnings)


def look_of(context: Context) -> Look:
    """Return theme, size and language of now for reading."""
    look = context.session.state.appearance
    return Look(context.colours, context.sizes, look.language.value)
