"""Put the window together: head, filters, timeline or list, detail, source."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from viewer.commands.effects import Move
from viewer.model.verification import Standing
from viewer.state.selection import ClaimSelected, Nothing, OpenSource, Selection
from viewer.state.view_state import Layout
from viewer.ui.context import Context
from viewer.ui.reading_panes import DetailPane, SourcePane
from viewer.ui.stories.bar import StoryBar
from viewer.ui.theme.dressing import dress
from viewer.ui.timeline.timeline_view import TimelineView
from viewer.ui.window.filter_bar import FilterBar
from viewer.ui.window.header import Header
from viewer.ui.window.notice import NoticeBar
from viewer.ui.window.panes import Panes
from viewer.ui.window.shortcuts import Shortcuts

if TYPE_CHECKING:
    from viewer.ui.listing.view import EventList


class MainWindow(QMainWindow):
    """The window of one session."""

    closing = Signal()

    def __init__(self, context: Context) -> None:
        """Build every pane and follow the state."""
        super().__init__()
        self._context = context
        self._last_selection = context.session.state.selection
        self._dress()
        self.header = Header(context)
        self.filters = FilterBar(context)
        self.timeline = TimelineView(context.session, context.commander)
        self.detail = DetailPane(context)
        self.source = SourcePane(context)
        self.notice = NoticeBar()
        self.time = QStackedWidget()
        self.time.addWidget(self.timeline)
        self.panes = Panes(self.time, self.detail, self.source)
        self.story = StoryBar(context, self.timeline, self.panes)
        self.shortcuts = Shortcuts(context, self, self.timeline)
        self.header.menu.setMenu(self._menu())
        self._lay_out()
        self._follow_state()
        self.retell()
        self.panes.set_reading(reading=isinstance(context.session.state.selection, ClaimSelected))
        self.panes.set_sourced(sourced=context.session.state.source is not None)
        self.time_pane().setFocus()

    def retell(self) -> None:
        """Follow language, theme, size and reach."""
        look, say = self._context.session.state.appearance, self._context.say
        self._dress()
        direction = (
            Qt.LayoutDirection.RightToLeft if look.language.right_to_left else Qt.LayoutDirection.LeftToRight
        )
        QApplication.setLayoutDirection(direction)
        self.setLayoutDirection(direction)
        title = self._context.session.edition.library.about.title.pick(look.language).text
        self.setWindowTitle(f"{title} — {say('window.app')}")
        self.panes.retell(
            (say("window.timeline"), say("window.detail"), say("window.source")), look.text_scale
        )
        self._order(low=look.low_reach)

    @cached_property
    def listing(self) -> "EventList":
        """The events as a list, made when it is first looked at: a start need not wait for it."""
        from viewer.ui.listing.view import EventList

        listing = EventList(self._context)
        self.time.addWidget(listing)
        self.setTabOrder(self.timeline, listing)
        self.shortcuts.hear_in(listing)
        return listing

    def time_pane(self) -> "TimelineView | EventList":
        """Return the pane that shows the events now."""
        return self.listing if self._context.session.state.layout is Layout.LIST else self.timeline

    def move_selection(self, move: Move) -> None:
        """Select the neighbour in the pane that shows the events."""
        self.time_pane().move_selection(move)

    def focus_pane(self, by: int) -> None:
        """Move the keyboard to the next pane, round and round."""
        panes: tuple[QWidget, ...] = (self.header.search.field, self.time_pane(), self.detail, self.source)
        held = QApplication.focusWidget()
        inside = [n for n, pane in enumerate(panes) if held and (pane is held or pane.isAncestorOf(held))]
        target = panes[((inside[0] if inside else 0) + by) % len(panes)]
        self.panes.bring(self.time if target is self.time_pane() else target)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def tell(self, text: str) -> None:
        """Show a short notice."""
        self.notice.tell(text, self._context.say("window.dismiss"))

    def tell_wholeness(self) -> None:
        """Say how the edition stands; a changed one names its files at once."""
        self.header.tell_wholeness()
        found = self._context.session.verification
        if found is not None and found.standing is Standing.CHANGED:
            say, files = self._context.say, dict.fromkeys(fault.file for fault in found.faults)
            text = say("window.changed_edition", files=self._context.session.catalogue.listing(files))
            title = say("command.window.wholeness.title")
            action = (title, lambda: self._context.run("window.wholeness"))
            self.notice.tell(text, say("window.dismiss"), action)

    def tell_problems(self) -> None:
        """Say that the collection has problems, with the way to their list."""
        say = self._context.say
        action = (say("window.see_problems"), lambda: self._context.run("window.problems"))
        self.notice.tell(say("window.problems_found"), say("window.dismiss"), action)

    def showEvent(self, shown: QShowEvent) -> None:
        """Begin with the keyboard in the pane that shows the events."""
        super().showEvent(shown)
        self.time_pane().setFocus()

    def closeEvent(self, close: QCloseEvent) -> None:
        """Tell the app, so that background work ends first."""
        self.closing.emit()
        super().closeEvent(close)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self.shortcuts.fill(menu))
        return menu

    def _dress(self) -> None:
        look = self._context.session.state.appearance
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, self._context.colours, look.text_scale, touch=self._context.kiosk)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("window")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setCentralWidget(inside)
        self._order(low=False)
        self.setMinimumSize(400, 300)

    def _order(self, *, low: bool) -> None:
        head = (self.header, self.filters)
        body = (self.panes, self.story, self.notice)
        order = (*body, *reversed(head)) if low else (*head, *body)
        for widget in order:
            self._column.removeWidget(widget)
        for widget in order:
            self._column.addWidget(widget, 1 if widget is self.panes else 0)

    def _follow_state(self) -> None:
        store = self._context.session.store
        store.watch(lambda state: state.layout, lambda _: self._change_layout())
        store.watch(lambda state: state.source, self._source_opened)
        store.watch(lambda state: state.selection, self._selected)
        self._context.on_appearance(self.retell)
        self._show_layout()

    def _change_layout(self) -> None:
        self._show_layout()
        self.panes.bring(self.time)

    def _show_layout(self) -> None:
        shown = self.time.currentWidget()
        held = shown is not None and shown.hasFocus()
        self.time.setCurrentWidget(self.time_pane())
        if held:
            self.time_pane().setFocus()

    def _selected(self, selection: Selection) -> None:
        self._last_selection = selection
        self.panes.set_reading(reading=isinstance(selection, ClaimSelected))
        if selection != Nothing():
            self.panes.bring(self.detail)

    def _source_opened(self, source: OpenSource | None) -> None:
        """Bring the source to the front when it was asked for, not when it came with a selection."""
        self.panes.set_sourced(sourced=source is not None)
        if source and self._context.session.state.selection == self._last_selection:
            self.panes.bring(self.source)
