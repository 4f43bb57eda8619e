"""The viewer below the supervisor: show the exhibition, or say why there is none, and let the heart beat."""

import faulthandler
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from viewer.app.beginning import begun
from viewer.app.kiosk.clocks import Clocks
from viewer.app.kiosk.exhibition import Exhibition
from viewer.app.kiosk.house import HouseError, open_house
from viewer.app.kiosk.placing import Placing
from viewer.app.kiosk.pulse import BEAT, BUSY, FAULT, MESSAGE, READY, RELOAD, Pulse
from viewer.app.kiosk.watching import VenueWatch
from viewer.app.qt_start import start_qt
from viewer.loading.catalogue import LANGUAGES, load_catalogue
from viewer.loading.problem_text import problem_line
from viewer.model.problem import Problem
from viewer.state.view_state import Language, Theme
from viewer.ui.kiosk.message_screen import MessageScreen
from viewer.ui.kiosk.shell import Shell
from viewer.ui.theme.colours import colours

BEAT_MS = 100
LOOK_MS = 2000


def run_exhibit(venue: Path | None, collection: Path | None, language: str, pulse: Pulse) -> int:
    """Get warm, wait for the order, and run until the end; never returns where Qt could still object."""
    faulthandler.enable()
    sys.excepthook = fail
    app = start_qt(Language(language))
    app.setQuitOnLastWindowClosed(False)
    order = pulse.await_order()
    if not order:
        return 0
    if order == MESSAGE:
        shell = message_shell("kiosk.failed")
        finish: Callable[[], None] = shell.hide
    else:
        shell, finish = _open(venue, collection, app, pulse)
    timer = QTimer(interval=BEAT_MS)
    timer.timeout.connect(lambda: _beat(pulse, app, shell))
    timer.start()
    begun()
    code = app.exec()
    finish()
    leave_at_once(code)
    return code


def _open(
    venue: Path | None, collection: Path | None, app: QApplication, pulse: Pulse
) -> tuple[Shell, Callable[[], None]]:
    try:
        house = open_house(venue, collection)
    except HouseError as error:
        shell = message_shell("kiosk.venue" if venue else "kiosk.failed", error.problems)
        _await_mending(venue, app, shell)
        return shell, shell.hide
    exhibition = Exhibition(house, venue, app.exit, Clocks(busy=lambda: pulse.tell(BUSY)))
    Placing(exhibition.place, exhibition)
    exhibition.begin()
    return exhibition.shell, exhibition.finish


def message_shell(key: str, problems: tuple[Problem, ...] = ()) -> Shell:
    """Return a full screen that says, in both languages, why there is no exhibition."""
    shell = Shell()
    screen = MessageScreen(colours(Theme.DARK))
    catalogues = [load_catalogue(name) for name in LANGUAGES]
    screen.show_message(key, catalogues, [problem_line(problem, catalogues[0]) for problem in problems])
    shell.add(screen)
    shell.turn_to(screen)
    Placing(lambda: shell.fill(QApplication.primaryScreen()), shell)
    return shell


def _await_mending(venue: Path | None, app: QApplication, shell: Shell) -> None:
    """Begin anew as soon as the venue file was mended."""
    watch = VenueWatch(venue)
    timer = QTimer(shell, interval=LOOK_MS)

    def look() -> None:
        if watch.changed(time.monotonic()) is not None:
            app.exit(RELOAD)

    timer.timeout.connect(look)
    timer.start()


def _beat(pulse: Pulse, app: QApplication, shell: Shell) -> None:
    if pulse.ending.is_set():
        app.exit(0)
    pulse.tell(READY if shell.is_seen() else BEAT)


def fail(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    """End at an error of the program: the supervisor shows a sound screen sooner than anything here could."""
    traceback.print_exception(kind, error, where)
    leave_at_once(FAULT)


def leave_at_once(code: int) -> None:
    """End the process without taking Qt apart, which could only go wrong."""
    sys.stderr.flush()
    os._exit(code)
