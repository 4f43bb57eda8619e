"""The program at work on its bundled collection, for the checks to look at."""

from functools import cached_property
from pathlib import Path

from PySide6.QtWidgets import QApplication

from viewer.app.opening import session_of
from viewer.app.qt_start import start_qt
from viewer.app.traces import Traces
from viewer.app.view_options import ViewOptions
from viewer.app.window_building import Built, build_window
from viewer.base.messages import Catalogue
from viewer.base.resources import bundled_collection
from viewer.loading.opening import Opened, open_collection
from viewer.state.session import Session
from viewer.state.view_state import Language, Layout, Theme, TimeDirection

SIZE = (1280, 800)


class CopyAtWork:
    """Opens the collection once and builds a window for each language asked for."""

    def __init__(self, catalogue: Catalogue, traces: Traces) -> None:
        """Take the words of the report, and whether anything is kept."""
        self.catalogue, self.traces = catalogue, traces

    @cached_property
    def app(self) -> QApplication:
        """Qt, started."""
        return start_qt(Language.ENGLISH)

    @cached_property
    def opened(self) -> Opened:
        """The bundled collection; nothing is written for it."""
        return open_collection(self.place)

    @property
    def place(self) -> Path:
        """Where the bundled collection lies."""
        return bundled_collection()

    def session(self, language: str, select: str = "") -> Session:
        """Return a visit in a language."""
        return session_of(self.opened, _options(language, select))

    def window(self, language: str, select: str = "") -> Built:
        """Return a window that is painted."""
        app = self.app
        built = build_window(self.session(language, select))
        built.window.resize(*SIZE)
        built.window.show()
        app.processEvents()
        return built


def _options(language: str, select: str) -> ViewOptions:
    return ViewOptions(
        collection=None,
        language=Language(language),
        theme=Theme.LIGHT,
        text_scale=1.0,
        select=select,
        range="",
        layout=Layout.TIMELINE,
        direction=TimeDirection.FOLLOW_LANGUAGE,
    )
