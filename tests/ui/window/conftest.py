"""The whole window over the bundled collection."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.window import Opened, make_window, settle
from viewer.layout.kept_plan import prepare
from viewer.loading.opening import open_collection
from viewer.model.edition import Edition
from viewer.ui.theme.fonts import load_fonts
from viewer.ui.theme.typography import interface_font, sizes

OpenWindow = Callable[..., Opened]


@pytest.fixture(scope="session")
def edition(bundled_collection: Path, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The bundled collection, compiled as on any reader's machine."""
    opened = open_collection(bundled_collection, cache=tmp_path_factory.mktemp("cache"))
    prepare(opened.edition)
    return opened.edition


@pytest.fixture
def open_window(qtbot: QtBot, edition: Edition) -> Iterator[OpenWindow]:
    """Open windows of a size; afterwards the application is as it was."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts()
    app.setStyle("Fusion")
    app.setFont(interface_font(sizes(1.0).label))

    def opened(size: tuple[int, int] = (1280, 720), **given: Any) -> Opened:
        made = make_window(given.pop("edition", edition), **given)
        qtbot.addWidget(made.window)
        made.window.resize(*size)
        made.window.show()
        made.window.activateWindow()
        qtbot.waitUntil(made.window.isActiveWindow)
        settle()
        return made

    yield opened
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    app.setStyleSheet("")
