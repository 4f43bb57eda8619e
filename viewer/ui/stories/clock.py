"""Count the seconds of a step while a story plays, and go on when they are over."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

TICK_MS = 200


class StepClock(QObject):
    """Runs only while it is told to; stands still while something is open over the window."""

    ticked = Signal(float)
    """Share of the step that is over, 0.0 … 1.0."""

    def __init__(self, over: Callable[[], None], parent: QObject) -> None:
        """Take what is done when the time of a step is over."""
        super().__init__(parent)
        self._over = over
        self._seconds = 1.0
        self._spent = 0.0
        self._since = QElapsedTimer()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def running(self) -> bool:
        """True while time passes."""
        return self._timer.isActive()

    def begin(self, seconds: float) -> None:
        """Start a step anew."""
        self._seconds, self._spent = max(seconds, 0.1), 0.0
        self.ticked.emit(0.0)

    def run(self, *, on: bool) -> None:
        """Let time pass, or hold it."""
        if on and not self.running:
            self._since.start()
            self._timer.start()
        elif not on:
            self._timer.stop()

    def tick(self) -> None:
        """Count the time since the last tick."""
        passed = self._since.restart() / 1000
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            return
        self._spent += passed
        self.ticked.emit(min(self._spent / self._seconds, 1.0))
        if self._spent >= self._seconds:
            self._spent = 0.0
            self._over()
