"""The whole window over a collection, as a visitor or a reader at a desk has it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from viewer.app.qt_start import start_qt
from viewer.app.window_building import Built, build_window
from viewer.commands.command import Profile
from viewer.loading.catalogue import LANGUAGES, load_catalogue
from viewer.loading.collection_files import read_collection
from viewer.model.memory_edition import MemoryEdition
from viewer.model.venue import Venue
from viewer.state.session import Session, whole_range
from viewer.state.store import Store
from viewer.state.view_state import Appearance, Language, ViewState
from viewer.ui.context import Context
from viewer.ui.kiosk.visit_frame import VisitFrame
from viewer.ui.window.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Visit:
    """A window with its session and its gate."""

    built: Built
    session: Session

    @property
    def window(self) -> MainWindow:
        return self.built.window

    @property
    def context(self) -> Context:
        return self.built.context

    def run(self, command: str, **arguments: Any) -> None:
        self.context.commander.run(command, **arguments)
        settle()


def visit(
    folder: Path,
    language: str = "en",
    profile: Profile = Profile.DESKTOP,
    size: tuple[int, int] = (1280, 900),
    **look: Any,
) -> Visit:
    """Open a collection in a window of a size."""
    start_qt(Language(language))
    read = read_collection(folder)
    assert read.collection, read.problems
    edition = MemoryEdition(read.collection, read.key)
    catalogues = {name: load_catalogue(name) for name in LANGUAGES}
    given = {"reduced_motion": True, **look}
    state = ViewState(whole_range(edition), appearance=Appearance(language=Language(language), **given))
    session = Session(edition, catalogues, Store(state), place=folder)
    built = build_window(session, profile)
    built.window.resize(*size)
    built.window.show()
    settle()
    return Visit(built, session)


def close(visited: Visit) -> None:
    """Close the window, and leave nothing of it for the next test."""
    visited.window.close()
    visited.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    app.setStyleSheet("")


def settle() -> None:
    """Let layouts come to rest."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def spoken(widget: QWidget) -> Iterator[str]:
    """Give all that assistive technology can learn of a widget and everything inside it."""
    yield from _spoken(QAccessible.queryAccessibleInterface(widget))


def _spoken(thing: QAccessibleInterface) -> Iterator[str]:
    kinds = QAccessible.Text
    for kind in (kinds.Name, kinds.Description, kinds.Value, kinds.Help):
        yield thing.text(kind)
    for number in range(thing.childCount()):
        child = thing.child(number)
        if child.isValid():
            yield from _spoken(child)


def exhibit(visited: Visit, venue: Venue | None = None) -> VisitFrame:
    """Put the window of a visit into the frame that an exhibition has, and show it."""
    size = visited.window.size()
    frame = VisitFrame(visited.window, visited.context, venue or Venue())
    frame.resize(size)
    frame.show()
    settle()
    return frame
