"""Wait for the first whole frame on the screen: what it does not need begins after it."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, QTimerEvent
from PySide6.QtWidgets import QApplication, QWidget

WORD = "first frame"
"""What is printed; whoever started the program reads the clock then."""


class _Watcher(QObject):
    """Waits for the first painting of a widget."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See a painting; the frame stands on the screen when the paintings that belong to it are done."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._then)
        return super().eventFilter(watched, event)


class _Ender(QObject):
    """Says that the frame stands, and quits."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app

    def tell(self) -> None:
        """Print one line, and begin to quit."""
        sys.stdout.write(WORD + "\n")
        sys.stdout.flush()
        self.startTimer(0)

    def timerEvent(self, timer: QTimerEvent) -> None:
        """Quit, again and again: a loop that has not begun yet cannot be left."""
        del timer
        self._app.quit()


def after_first_frame(window: QWidget, then: Callable[[], None]) -> None:
    """Call `then` once when `window`, which is not shown yet, was painted for the first time."""
    _Watcher(window, then)


def end_after_first_frame(window: QWidget, app: QApplication) -> None:
    """Print one line and quit when `window`, which is not shown yet, was painted for the first time."""
    after_first_frame(window, _Ender(app).tell)
