"""Do work on documents beside the window, and bring back what came of it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from viewer.loading.documents.fault import DocumentError

Then = Callable[[Any], None]
Fail = Callable[[DocumentError], None]


class _Bridge(QObject):
    """Leads from other threads into that of the window; it outlives every window."""

    came = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.came.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def _call(self, deliver: Callable[[], None]) -> None:
        deliver()


@cache
def _bridge() -> _Bridge:
    return _Bridge()


@cache
def _workers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(2, thread_name_prefix="documents")


class Lane:
    """Runs jobs for one document at a time; what belongs to an earlier document is dropped."""

    def __init__(self, owner: QObject) -> None:
        """Bring results only as long as `owner` is there; to be made in the thread of the window."""
        self._owner = owner
        self._turn = 0
        _bridge()

    def turn(self) -> None:
        """Drop all that was asked for so far."""
        self._turn += 1

    def run(self, job: Callable[[], object], then: Then, fail: Fail) -> None:
        """Run `job` in another thread; `then` or `fail` is called in this one unless the turn is over."""
        turn = self._turn

        def work() -> object:
            return job() if turn == self._turn else None

        def bring(done: Future[object]) -> None:
            # While the program ends there is nothing left to bring it to.
            with suppress(RuntimeError):
                _bridge().came.emit(lambda: self._take(turn, done, then, fail))

        _workers().submit(work).add_done_callback(bring)

    def _take(self, turn: int, done: Future[object], then: Then, fail: Fail) -> None:
        if turn != self._turn or not isValid(self._owner):
            return
        try:
            result = done.result()
        except DocumentError as error:
            fail(error)
            return
        then(result)
