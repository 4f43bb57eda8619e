"""Do work on documents beside the window, and bring back what came of it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Signal

from viewer.loading.documents.fault import DocumentError

Then = Callable[[Any], None]
Fail = Callable[[DocumentError], None]


@cache
def _workers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(2, thread_name_prefix="documents")


class Lane(QObject):
    """Runs jobs for one document at a time; what belongs to an earlier document is dropped."""

    _came = Signal(object)

    def __init__(self, parent: QObject) -> None:
        """Start with nothing to do."""
        super().__init__(parent)
        self._turn = 0
        self._came.connect(self._take)

    def turn(self) -> None:
        """Drop all that was asked for so far."""
        self._turn += 1

    def run(self, job: Callable[[], object], then: Then, fail: Fail) -> None:
        """Run `job` in another thread; `then` or `fail` is called in this one unless the turn is over."""
        turn = self._turn

        def work() -> object:
            return job() if turn == self._turn else None

        future: Future[object] = _workers().submit(work)
        future.add_done_callback(lambda done: self._bring(turn, done, then, fail))

    def _bring(self, turn: int, done: Future[object], then: Then, fail: Fail) -> None:
        """Hand over from the other thread; a window that was closed meanwhile takes nothing."""
        with suppress(RuntimeError):
            self._came.emit((turn, done, then, fail))

    def _take(self, came: tuple[int, Future[object], Then, Fail]) -> None:
        turn, done, then, fail = came
        if turn != self._turn:
            return
        try:
            result = done.result()
        except DocumentError as error:
            fail(error)
            return
        then(result)
