"""One viewer process as the supervisor sees it: an order goes in, heartbeats come out."""

import os
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import IO

NOTICE_S = 3.0
"""How long a viewer may take to end when asked."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a worker said; empty when its line broke off."""

    worker: "Worker | None"
    said: bytes


class Worker:
    """A running process; all it says goes into the queue."""

    def __init__(self, command: Sequence[str], heard: "SimpleQueue[Word]") -> None:
        """Start the process."""
        self._heard = heard
        self._process = subprocess.Popen(  # noqa: S603 - the command is this program
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        )
        self.ready = False
        self.busy = False
        Thread(target=self._listen, args=(_pipe(self._process.stdout),), daemon=True).start()

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    def order(self, word: bytes) -> None:
        """Send an order; one that is already dead says so by its broken line."""
        with suppress(OSError):
            _pipe(self._process.stdin).write(word)

    def end(self) -> None:
        """Ask it to end, and see that it does."""
        self._hang_up()
        try:
            self._process.wait(NOTICE_S)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End it at once, also when it is stopped or hangs."""
        self._hang_up()
        self._process.kill()
        self._process.wait()

    def exit_code(self) -> int:
        """Return the code with which it ended; one whose line broke off but who lingers is killed."""
        self._hang_up()
        try:
            return self._process.wait(NOTICE_S / 3)
        except subprocess.TimeoutExpired:
            self.kill()
            return self._process.wait()

    def _hang_up(self) -> None:
        with suppress(OSError):
            _pipe(self._process.stdin).close()

    def _listen(self, pipe: IO[bytes]) -> None:
        with suppress(OSError), pipe:
            while said := os.read(pipe.fileno(), 4096):
                self._heard.put(Word(self, said))
        self._heard.put(Word(self, b""))


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("a worker has pipes")
    return pipe
