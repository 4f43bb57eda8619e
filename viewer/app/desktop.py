"""Run the window on a desktop until it is closed."""

import signal
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from viewer.app.beginning import begun
from viewer.app.crash import tell_crashes
from viewer.app.first_frame import after_first_frame, end_after_first_frame
from viewer.app.opening import collection_path, session_of
from viewer.app.opening_work import open_alive
from viewer.app.qt_start import start_qt
from viewer.app.remembering import recall_copies, remember_look, restore_shares
from viewer.app.traces import Traces
from viewer.app.view_options import BadOptionError, ViewOptions
from viewer.app.wholeness import watch_wholeness
from viewer.app.window_building import Built, build_window
from viewer.base.messages import Catalogue
from viewer.base.progress import CancelledError
from viewer.loading.opening import UnreadableError
from viewer.model.verification import Verification
from viewer.ui.theme.colours import colours
from viewer.ui.theme.dressing import dress

FIRST_SIZE = (1440, 900)


def run_desktop(
    options: ViewOptions, catalogue: Catalogue, traces: Traces, *, one_frame: bool = False
) -> int:
    """Show windows, one after the other when another collection is opened, until the last is closed."""
    app = start_qt(options.language)
    tell_crashes(catalogue)
    signal.signal(signal.SIGINT, lambda *_: app.quit())
    awake = QTimer(app, interval=200)
    awake.timeout.connect(lambda: None)
    awake.start()
    following: ViewOptions | None = options
    while following is not None:
        try:
            built = _window(following, traces, catalogue)
            _begin_later(built, collection_path(following))
            if one_frame:
                # Asked for last, it is told first, before anything that can wait.
                end_after_first_frame(built.window, app)
            _show(built)
        except UnreadableError as error:
            return _tell_unreadable(error, following, catalogue, app)
        except CancelledError:
            return 0
        except (BadOptionError, OSError) as error:
            sys.stderr.write(opening_failure(error, collection_path(following), catalogue) + "\n")
            return 2
        app.exec()
        remember_look(built, traces)
        following = _next(following, built)
    return 0


def opening_failure(error: Exception, path: Path, catalogue: Catalogue) -> str:
    """Say in one line why nothing was opened."""
    if isinstance(error, BadOptionError):
        return catalogue.say(error.key, value=error.value)
    if isinstance(error, FileNotFoundError):
        return catalogue.say("cli.not_found", path=str(path))
    return catalogue.say("cli.not_opened", path=str(path))


def _tell_unreadable(
    error: UnreadableError, options: ViewOptions, catalogue: Catalogue, app: QApplication
) -> int:
    """Show and print why nothing was opened, and return the exit code."""
    # Most starts open something.
    from viewer.loading.problem_text import problem_line
    from viewer.ui.dialogs.unreadable import Unreadable

    sys.stderr.write("\n".join(problem_line(one, catalogue) for one in error.problems) + "\n")
    told = Unreadable(collection_path(options).name, error.problems, catalogue)
    dress(app, colours(options.theme), options.text_scale)
    told.show()
    begun()
    app.exec()
    return 2


def _window(options: ViewOptions, traces: Traces, catalogue: Catalogue) -> Built:
    session = session_of(open_alive(options, catalogue), options)
    recall_copies(session)
    built = build_window(session)
    built.performer.traces = traces
    restore_shares(built.window.panes)
    return built


def _show(built: Built) -> None:
    room = QApplication.primaryScreen().availableGeometry()
    built.window.resize(min(FIRST_SIZE[0], room.width()), min(FIRST_SIZE[1], room.height()))
    built.window.show()


def _begin_later(built: Built, path: Path) -> None:
    """Look for garbage, and verify the edition, once the window can be read."""

    def tell(found: Verification) -> None:
        built.context.session.verification = found
        built.window.tell_wholeness()

    def go_on() -> None:
        begun()
        check = watch_wholeness(path, built.window, tell)
        built.window.closing.connect(check.stop)

    after_first_frame(built.window, go_on)


def _next(options: ViewOptions, built: Built) -> ViewOptions | None:
    if not built.performer.open_other:
        return None
    return replace(options, collection=built.performer.open_other[-1], select="", range="", query="")
