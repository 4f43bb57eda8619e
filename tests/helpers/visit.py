"""Go through everything the window can do, in the real program: `python -m tests.helpers.visit FOLDER …`.

FOLDER is where a picture is saved, as a person would; what follows goes to the program.
"""

import sys
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from viewer.app import desktop
from viewer.app.main import main
from viewer.commands.command import Command
from viewer.ui.window.main_window import MainWindow

LEFT_OUT = {"window.quit", "window.full-screen"}
"""The first ends the visit; the second is about the screen alone."""
PAUSE_MS = 15


class Visitor(QObject):
    """Does one thing after the other, each time the program is at rest."""

    def __init__(self, window: MainWindow, app: QApplication, folder: Path) -> None:
        super().__init__(window)
        self._window, self._app, self._folder = window, app, folder
        self._context = window._context
        self._numbers = count(1)
        edition = self._context.session.edition
        first = edition.event(0)
        rows = self._context.commander.available()
        self._deeds: list[tuple[str, dict[str, Any]]] = [
            ("find.query", {"text": "order"}),
            *[(row.id, {}) for row in rows if self._can_be_done(row)],
            ("open.event", {"event": first.id}),
            *[("open.source", {"source": str(one)}) for one in list(edition.library.sources)[:5]],
            *[("open.claim", {"claim": str(one)}) for one in list(edition.library.claims)[:3]],
            ("look.language", {"language": "fa"}),
            ("window.about", {}),
        ]
        self.done: list[str] = []
        self._timer = QTimer(self, interval=PAUSE_MS)
        self._timer.timeout.connect(self._next)
        self._timer.start()

    @staticmethod
    def _can_be_done(row: Command) -> bool:
        return not row.needs and row.id not in LEFT_OUT

    def _next(self) -> None:
        for widget in self._app.topLevelWidgets():
            if widget is not self._window and widget.isVisible():
                self._answer(widget)
                return
        if not self._deeds:
            self._timer.stop()
            sys.stdout.write(f"visited {len(self.done)}: {' '.join(self.done)}\n")
            self._window.close()
            return
        name, arguments = self._deeds.pop(0)
        known = {row.id for row in self._context.commander.available()}
        if name in known:
            self._context.run(name, **arguments)
            self.done.append(name)

    def _answer(self, widget: QWidget) -> None:
        """Save where a file is to be saved, and close everything else."""
        if isinstance(widget, QFileDialog) and widget.acceptMode() is QFileDialog.AcceptMode.AcceptSave:
            suffix = widget.defaultSuffix() or "txt"
            name = str(self._folder / f"saved-{next(self._numbers)}.{suffix}")
            widget.fileSelected.emit(name)
            widget.reject()
        elif isinstance(widget, QDialog):
            widget.reject()
        else:
            widget.close()


def visit(folder: Path, arguments: list[str]) -> int:
    """Run the program and visit everything in its window."""

    def begin(window: QWidget, app: QApplication) -> None:
        assert isinstance(window, MainWindow)
        Visitor(window, app, folder)

    vars(desktop)["end_after_first_frame"] = begin
    return main(["--first-frame", *arguments])


if __name__ == "__main__":
    sys.exit(visit(Path(sys.argv[1]), sys.argv[2:]))
