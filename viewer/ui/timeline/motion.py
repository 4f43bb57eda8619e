"""Move the picture by itself: gliding to a range, or running on after a fling. Anything else stops it."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from viewer.state.view_state import Range
from viewer.ui.timeline.hands.glide import Glide
from viewer.ui.timeline.hands.kinetic import Run

TICK_MS = 12


class Motion(QObject):
    """One movement at a time."""

    def __init__(
        self, show: Callable[[float, float], None], pan: Callable[[float], None], parent: QObject
    ) -> None:
        """Take what shows a range, and what pans by pixels."""
        super().__init__(parent)
        self._show, self._pan = show, pan
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._clock = QElapsedTimer()
        self._glide: Glide | None = None
        self._run: Run | None = None

    @property
    def moving(self) -> bool:
        """True while something moves."""
        return self._timer.isActive()

    def glide(self, origin: Range, target: Range) -> None:
        """Glide from one range to another."""
        self._start(Glide(origin, target), None)

    def run_on(self, velocity: float) -> None:
        """Run on at a speed in pixels per millisecond, slowing down."""
        self._start(None, Run(velocity))

    def halt(self) -> None:
        """Stop where it is."""
        self._timer.stop()
        self._glide = self._run = None

    def _start(self, glide: Glide | None, run: Run | None) -> None:
        self._glide, self._run = glide, run
        self._clock.start()
        self._timer.start()

    def _tick(self) -> None:
        if self._glide:
            self._glide_on(self._glide, float(self._clock.elapsed()))
        elif self._run:
            self._pan(self._run.step(float(self._clock.restart())))
            if self._run.over:
                self.halt()

    def _glide_on(self, glide: Glide, elapsed: float) -> None:
        if glide.over(elapsed):
            self.halt()
        self._show(*glide.at(elapsed))
