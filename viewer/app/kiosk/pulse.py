"""The line between the supervisor and the viewer: two pipes, one byte for each heartbeat.

The viewer writes to what was its standard output and reads its standard input; everything else it prints goes
to the standard error. When the input ends, the supervisor wants the viewer to end, or is gone itself.
"""

import os
import sys
from contextlib import suppress
from threading import Event, Thread

BEAT, BUSY, WARM, READY = b".", b"b", b"w", b"r"
"""All is well; silent for a while; everything is loaded; all is well and the window is seen."""
GO, MESSAGE = b"g", b"m"
"""Orders: show the exhibition; show only that it could not be started."""
LEFT, RELOAD, FAULT = 42, 43, 70
"""Exit codes: staff left with the PIN, begin anew with a changed venue file, an error of the program."""


class Pulse:
    """The viewer's end of the line."""

    def __init__(self) -> None:
        """Take both pipes; from now on nothing printed reaches the supervisor."""
        self._out = os.dup(1)
        os.dup2(2, 1)
        if sys.platform != "win32":
            os.set_blocking(self._out, False)
        self.ending = Event()
        """Set when the supervisor wants the viewer to end, or is gone."""

    def await_order(self) -> bytes:
        """Say that all is prepared, wait for the order and return it; empty when there comes none."""
        self.tell(WARM)
        order = os.read(0, 1)
        if order:
            Thread(target=self._listen, daemon=True).start()
        return order

    def tell(self, word: bytes) -> None:
        """Send a beat or another word; nothing happens where nobody listens."""
        try:
            os.write(self._out, word)
        except BlockingIOError:
            return
        except OSError:
            self.ending.set()

    def _listen(self) -> None:
        with suppress(OSError):
            while os.read(0, 64):
                pass
        self.ending.set()
