"""Tell on the terminal when the first whole frame stands on the screen, and end; for measuring."""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer, QTimerEvent
from PySide6.QtWidgets import QApplication, QWidget

WORD = "first frame"
"""What is printed; whoever started the program reads the clock then."""


class _Watcher(QObject):
    """Waits for the first painting of a widget."""

    def __init__(self, widget: QWidget, app: QApplication) -> None:
        super().__init__(widget)
        self._app = app
        self._told = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See a painting; the frame stands on the screen when the paintings that belong to it are done."""
        if event.type() == QEvent.Type.Paint and not self._told:
            self._told = True
            QTimer.singleShot(0, self, self._tell)
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        sys.stdout.write(WORD + "\n")
        sys.stdout.flush()
        self.startTimer(0)

    def timerEvent(self, timer: QTimerEvent) -> None:
        """Quit, again and again: a loop that has not begun yet cannot be left."""
        del timer
        self._app.quit()


def end_after_first_frame(window: QWidget, app: QApplication) -> None:
    """Print one line and quit when `window`, which is not shown yet, was painted for the first time."""
    _Watcher(window, app)
