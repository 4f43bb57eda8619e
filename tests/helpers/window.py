"""The whole window over an edition, as the program builds it, with what a test asks of it."""

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from viewer.app.window_building import build_window
from viewer.commands.command import Profile
from viewer.loading.catalogue import LANGUAGES, load_catalogue
from viewer.model.edition import Edition
from viewer.model.problem import Problem
from viewer.state.session import Session, whole_range
from viewer.state.store import Store
from viewer.state.view_state import Appearance, Language, Theme, ViewState
from viewer.ui.context import Context
from viewer.ui.window.main_window import MainWindow

Kind = TypeVar("Kind", bound=QWidget)


@dataclass
class Opened:
    """A window with its session."""

    window: MainWindow
    context: Context

    @property
    def session(self) -> Session:
        return self.context.session

    @property
    def state(self) -> ViewState:
        return self.session.state

    def run(self, command: str, **arguments: object) -> None:
        self.context.run(command, **arguments)
        settle()

    def resize(self, width: int, height: int) -> None:
        self.window.resize(width, height)
        settle()

    def look(self, **changes: Any) -> None:
        """Change language, theme, text size or direction."""
        appearance = replace(self.state.appearance, **changes)
        self.session.store.apply(lambda state: replace(state, appearance=appearance))
        settle()

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, keys)
        settle()

    def search(self, words: str) -> None:
        """Type into the search field and wait for the pause after the last letter."""
        field = self.window.header.search.field
        field.setFocus()
        field.clear()
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        QTest.qWait(90)

    def sheet(self, kind: type[QDialog] = QDialog) -> QDialog:
        """Give the sheet that is open."""
        settle()
        (found,) = [one for one in self.window.findChildren(kind) if one.isVisible()]
        return found


def settle() -> None:
    """Let layouts, deletions and paintings come to rest."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def make_window(
    edition: Edition,
    language: str = "en",
    theme: Theme = Theme.LIGHT,
    scale: float = 1.0,
    profile: Profile = Profile.DESKTOP,
    problems: tuple[Problem, ...] = (),
) -> Opened:
    """The window, not yet shown, with motion reduced so that nothing glides."""
    look = Appearance(language=Language(language), theme=theme, text_scale=scale, reduced_motion=True)
    catalogues = {name: load_catalogue(name) for name in LANGUAGES}
    store = Store(ViewState(whole_range(edition), appearance=look))
    built = build_window(Session(edition, catalogues, store, problems), profile)
    return Opened(built.window, built.context)


def button(inside: QWidget, name: str) -> QAbstractButton:
    """Give the visible button with a name or text."""
    for found in inside.findChildren(QAbstractButton):
        if found.isVisible() and name in (found.text(), found.accessibleName()):
            return found
    raise AssertionError(f"no button {name}")


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    settle()
