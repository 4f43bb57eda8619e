"""Keep the exhibition on the screen: start the viewer, listen to its heart, replace it when it stops.

A second viewer always waits beside the first with everything loaded that does not depend on the venue, so
that the screen is dark for a moment only. Qt is not imported here: its faults cannot hurt this process.
"""

import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from queue import Empty, SimpleQueue

from viewer.app.kiosk import pulse
from viewer.app.kiosk.worker import Word, Worker

LOOK_S = 0.1
"""Longest time between two looks at the clock."""
SLEPT_S = 0.5
"""A look that took longer means that the whole machine slept."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds that things may take."""

    start: float = 120.0
    """Until the attract loop is on the screen: a large collection may have to be compiled."""
    beat: float = 1.8
    """Between two beats of the heart."""
    busy: float = 10.0
    """Between a word of great effort, such as dressing every widget anew, and the next beat."""
    spare: float = 2.0
    """Until the next viewer begins to load, so that it takes no power from the first one."""
    well: float = 60.0
    """After which a viewer that fails did not fail at its start."""


class Ending(Enum):
    """Why a viewer is no longer there."""

    LEFT = "left"
    RELOAD = "reload"
    DIED = "died"
    HUNG = "hung"
    STOPPED = "stopped"


AT_ONCE = 3
"""So many failures in a row are answered at once."""


def pause_after(failures: int) -> float:
    """Return the seconds to wait after so many failures in a row."""
    return 0.0 if failures <= AT_ONCE else min(2.0 ** (failures - AT_ONCE), 60.0)


@dataclass(slots=True)
class Supervisor:
    """Runs until somebody leaves with the PIN or the system asks it to end."""

    command: Sequence[str]
    tell: Callable[..., None]
    """Told a message key with parameters at every change, for the journal of the system."""
    patience: Patience = Patience()
    _heard: "SimpleQueue[Word]" = field(default_factory=SimpleQueue)
    _spare: Worker | None = None
    _message: Worker | None = None
    _failures: int = 0
    _spared: float = 0.0
    """When a spare viewer was last looked after."""

    def run(self) -> int:
        """Return the exit code: 0 after the PIN, or after SIGTERM or an interrupt from the keyboard."""
        for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), lambda *_: self._heard.put(Word(None, b"")))
        ending = Ending.RELOAD
        try:
            while ending not in (Ending.LEFT, Ending.STOPPED):
                ending = self._run_one()
        finally:
            for worker in (self._spare, self._message):
                if worker is not None:
                    worker.end()
        self.tell("kiosk.log.ended")
        return 0

    def _run_one(self) -> Ending:
        """Show the exhibition with one viewer until it is no longer there."""
        if self._rest(pause_after(self._failures)):
            return Ending.STOPPED
        worker, self._spare = self._spare or Worker(self.command, self._heard), None
        worker.order(pulse.GO)
        began = time.monotonic()
        ending = self._watch(worker)
        if ending in (Ending.DIED, Ending.HUNG):
            well = worker.ready and time.monotonic() - began > self.patience.well
            self._failures = 1 if well else self._failures + 1
            self.tell(f"kiosk.log.{ending.value}", pid=str(worker.pid))
        return ending

    def _watch(self, worker: Worker) -> Ending:
        """Listen to a viewer; one that falls silent is killed."""
        heard = time.monotonic()
        while True:
            looked = time.monotonic()
            word = self._next_word()
            now = time.monotonic()
            if now - looked > SLEPT_S:
                heard = now  # This process slept as well: the machine did, not the viewer.
            if word is not None and word.worker is None:
                worker.end()
                return Ending.STOPPED
            if word is not None and word.worker is worker:
                if not word.said:
                    return _ending_of(worker.exit_code())
                heard = now
                self._note(worker, word.said)
            self._look_after(word, worker)
            if now - heard > self._allowed(worker):
                worker.kill()
                return Ending.HUNG
            if worker.ready and self._spare is None and now - self._spared > self.patience.spare:
                self._spared = now
                self._spare = Worker(self.command, self._heard)

    def _allowed(self, worker: Worker) -> float:
        """Return the seconds for which a viewer may be silent now."""
        if not worker.ready:
            return self.patience.start
        return self.patience.busy if worker.busy else self.patience.beat

    def _next_word(self) -> Word | None:
        try:
            return self._heard.get(timeout=LOOK_S)
        except Empty:
            return None

    def _note(self, worker: Worker, said: bytes) -> None:
        """Take note that the exhibition is on the screen, and let the next viewer get warm."""
        worker.busy = said.endswith(pulse.BUSY)
        if pulse.READY not in said or worker.ready:
            return
        worker.ready = True
        self.tell("kiosk.log.ready", pid=str(worker.pid))
        if self._message is not None:
            self._message.end()
            self._message = None
        self._spared = time.monotonic()

    def _look_after(self, word: Word | None, worker: Worker) -> None:
        """Let go of a spare viewer that ended while it waited; note one that is ready to step in."""
        if word is None or word.worker is worker:
            return
        if word.said:
            if self._spare is not None and word.worker is self._spare and pulse.WARM in word.said:
                self.tell("kiosk.log.warm", pid=str(self._spare.pid))
            return
        if self._spare is not None and word.worker is self._spare:
            self._spare.end()
            self._spare = None
        elif self._message is not None and word.worker is self._message:
            self._message.end()
            self._message = None

    def _rest(self, seconds: float) -> bool:
        """Wait with a message on the screen; tell whether the system asked to end."""
        if seconds and self._message is None:
            self._message = Worker(self.command, self._heard)
            self._message.order(pulse.MESSAGE)
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            try:
                word = self._heard.get(timeout=left)
            except Empty:
                return False
            if word.worker is None:
                return True
        return False


def _ending_of(code: int) -> Ending:
    return {pulse.LEFT: Ending.LEFT, pulse.RELOAD: Ending.RELOAD}.get(code, Ending.DIED)
