"""Verify the open edition in the background at each start, and say in the window how it stands."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from viewer.base.progress import CancelledError
from viewer.model.verification import Verification


class WholenessCheck(QObject):
    """One check; it ends with the window."""

    found = Signal(object)
    """The `Verification`."""

    def __init__(self, path: Path, parent: QObject) -> None:
        """Begin at once."""
        super().__init__(parent)
        self._cancel = Event()
        self._pool = ThreadPoolExecutor(1, "verifying")
        work = self._pool.submit(self._verified, path)
        work.add_done_callback(self._done)

    def stop(self) -> None:
        """End the check, if it still runs."""
        self._cancel.set()
        self._pool.shutdown(wait=True)

    def _verified(self, path: Path) -> Verification:
        # Imported here, beside the window, so that its first frame need not wait for the signatures.
        from viewer.loading.signing.trust import trusted_keys
        from viewer.loading.verifying import verify

        return verify(path, trusted=trusted_keys(()), cancel=self._cancel)

    def _done(self, work: "Future[Verification]") -> None:
        if not work.cancelled() and not isinstance(work.exception(), CancelledError | OSError):
            self.found.emit(work.result())


def watch_wholeness(path: Path, parent: QObject, tell: Callable[[Verification], None]) -> WholenessCheck:
    """Begin a check and hand what it finds to `tell`, in the window's own thread."""
    check = WholenessCheck(path, parent)
    check.found.connect(tell)
    return check
