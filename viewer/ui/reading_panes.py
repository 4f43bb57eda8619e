"""The detail pane and the source pane: each shows the page that follows from the state."""

from PySide6.QtWidgets import QWidget

from viewer.state.pages.reader import Reader
from viewer.state.pages.selected import detail_page, opened_source_page
from viewer.state.pages.targets import Target
from viewer.ui.context import Context
from viewer.ui.follow import follow
from viewer.ui.reading.pane import ReadingPane


def reader(context: Context) -> Reader:
    """Return what the builders of pages are given, as things stand now."""
    session = context.session
    return Reader(session.edition, session.catalogue, session.state)


class DetailPane(ReadingPane):
    """Shows what is selected."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Follow the selection, the reveals and the appearance."""
        super().__init__(parent)
        self._context = context
        self.setObjectName("detail")
        self.activated.connect(self._go)
        context.session.store.watch(
            lambda s: (s.selection, s.source, s.revealed, s.appearance, s.filters), lambda _: self._renew()
        )
        self._renew()

    def _renew(self) -> None:
        self.setAccessibleName(self._context.say("window.detail"))
        look = self._context.session.state.appearance
        self.show_page(detail_page(reader(self._context)), self._context.colours, look)

    def _go(self, target: Target) -> None:
        follow(self._context, target)


class SourcePane(ReadingPane):
    """Shows the open source at the cited passage."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Follow the open source and the appearance."""
        super().__init__(parent)
        self._context = context
        self.setObjectName("source")
        self.activated.connect(self._go)
        context.session.store.watch(lambda s: (s.source, s.revealed, s.appearance), lambda _: self._renew())
        self._renew()

    def _renew(self) -> None:
        self.setAccessibleName(self._context.say("window.source"))
        look = self._context.session.state.appearance
        self.show_page(opened_source_page(reader(self._context)), self._context.colours, look)

    def _go(self, target: Target) -> None:
        follow(self._context, target)
