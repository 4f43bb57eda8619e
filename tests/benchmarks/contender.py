"""Build the timeline that is measured, as the program itself builds it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from viewer.app.qt_start import start_qt
from viewer.commands.command import Profile
from viewer.commands.commander import Commander
from viewer.commands.effects import Effect
from viewer.loading.catalogue import LANGUAGES, load_catalogue
from viewer.loading.opening import open_collection
from viewer.state.session import Session
from viewer.state.store import Store
from viewer.state.view_state import Language, Range, ViewState
from viewer.ui.timeline.timeline_view import TimelineView


def open_timeline(folder: Path, size: tuple[int, int], visible: Sequence[int]) -> TimelineView:
    """Return the timeline of a collection, shown at a size and a range in milliseconds since 1970."""
    start_qt(Language.ENGLISH)
    opened = open_collection(folder)
    store = Store(ViewState(Range(*visible)))
    catalogues = {language: load_catalogue(language) for language in LANGUAGES}
    session = Session(opened.edition, catalogues, store, opened.problems)
    view = TimelineView(session, Commander(session, Profile.DESKTOP, _perform))
    view.setFixedSize(*size)
    view.show()
    while not view.window().windowHandle().isExposed():
        QApplication.processEvents()
    return view


class PaintCounter(QObject):
    """Counts how often a widget was painted, so that no frame is timed that was not drawn."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view)
        self.painted = 0
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Count paintings and let everything pass."""
        del watched
        self.painted += happened.type() == QEvent.Type.Paint
        return False


def _perform(effect: Effect) -> None:
    """Do nothing outside: windows are set, not asked for."""
    raise AssertionError(effect)
