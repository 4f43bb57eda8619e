"""Draw the window, or one part of it, into a file without showing it."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from viewer.app.desktop import opening_failure
from viewer.app.opening import collection_path, opened, session_of
from viewer.app.picture_file import PictureError, fixed_size, save_picture
from viewer.app.qt_start import start_qt
from viewer.app.view_options import BadOptionError, ViewOptions
from viewer.app.window_building import build_window
from viewer.base.messages import Catalogue
from viewer.loading.opening import UnreadableError
from viewer.loading.problem_text import problem_line


def draw_picture(
    options: ViewOptions, output: Path, size: tuple[int, int], only: str | None, catalogue: Catalogue
) -> int:
    """Write the picture and return the exit code."""
    qInstallMessageHandler(_say_failures)
    start_qt(options.language)
    try:
        built = build_window(session_of(opened(options), options))
    except UnreadableError as error:
        sys.stderr.write("\n".join(problem_line(one, catalogue) for one in error.problems) + "\n")
        return 2
    except (BadOptionError, OSError) as error:
        sys.stderr.write(opening_failure(error, collection_path(options), catalogue) + "\n")
        return 2
    shown: QWidget = built.window.timeline if only else built.window
    if only:
        shown.setParent(None)
    fixed_size(shown, *size)
    shown.show()
    settle()
    # What gives way on a small window does so only once it shows.
    fixed_size(shown, *size)
    settle()
    try:
        save_picture(shown, output)
    except PictureError as error:
        sys.stderr.write(catalogue.say("cli.not_drawn", path=str(output), reason=str(error)) + "\n")
        return 2
    sys.stdout.write(catalogue.say("cli.drawn", path=str(output)) + "\n")
    return 0


def _say_failures(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Leave out what Qt remarks on windows that nobody sees."""
    del context
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        sys.stderr.write(text + "\n")


def settle() -> None:
    """Let layouts and first paintings come to rest."""
    for _ in range(4):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
