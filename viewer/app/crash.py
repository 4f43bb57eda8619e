"""Tell a person that the program failed, in words that help and without a word of what was read in it."""

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from viewer import __version__
from viewer.base.messages import Catalogue

_MOST_PLACES = 12


class _Teller(QObject):
    """Brings a failure from any thread to the one that may show it."""

    failed = Signal(str)

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._shown: QMessageBox | None = None
        self.failed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def _show(self, report: str) -> None:
        """Show the first failure; those that follow from it add nothing."""
        if self._shown is not None or QApplication.instance() is None:
            return
        say = self._catalogue.say
        box = QMessageBox(QMessageBox.Icon.Warning, say("trace.crash.title"), say("trace.crash.text"))
        box.setInformativeText(say("trace.crash.advice"))
        box.setDetailedText(report)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._closed)
        self._shown = box
        box.open()

    def _closed(self) -> None:
        self._shown = None


def crash_report(error: BaseException) -> str:
    """Return kind and places of a failure; neither its message nor any file of the person is in it."""
    # Needed in no other case.
    import platform

    frames = traceback.extract_tb(error.__traceback__)[-_MOST_PLACES:]
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    places = [f"  {_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([f"Sanad {__version__}, {system}", type(error).__name__, *places])


def tell_crashes(catalogue: Catalogue) -> None:
    """Show failures from now on in a window, and one line on the terminal; write nothing."""
    teller = _Teller(catalogue)

    def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        del trace
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        report = crash_report(error)
        sys.stderr.write(report + "\n")
        teller.failed.emit(report)

    def told_in_thread(failure: threading.ExceptHookArgs) -> None:
        if failure.exc_value is not None:
            told(failure.exc_type, failure.exc_value, failure.exc_traceback)

    sys.excepthook = told
    threading.excepthook = told_in_thread


def _module(file: str) -> str:
    """Return the path of a file within the program or its libraries, never where it is installed."""
    path = "/" + file.replace("\\", "/")
    if "/viewer/" in path:
        return "viewer/" + path.rsplit("/viewer/", 1)[1]
    return path.rsplit("/site-packages/", 1)[-1] if "/site-packages/" in path else path.rsplit("/", 1)[-1]
