"""The whole window over a small collection."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.reading import sample_edition
from tests.helpers.window import Opened, make_window, settle
from viewer.app.notes_keeping import use_notes_file
from viewer.ui.theme.fonts import load_fonts

OpenWindow = Callable[..., Opened]


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[OpenWindow]:
    """Open a window; with `notes` given, that file is chosen."""
    load_fonts()

    def opened(notes: Path | None = None, **given: Any) -> Opened:
        made = make_window(sample_edition(), **given)
        qtbot.addWidget(made.window)
        made.window.resize(1000, 700)
        made.window.show()
        made.window.activateWindow()
        qtbot.waitUntil(made.window.isActiveWindow)
        if notes:
            assert use_notes_file(notes, made.window, made.context)
        made.run("open.event", event="E1")
        return made

    yield opened
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    app.setStyleSheet("")
    settle()
