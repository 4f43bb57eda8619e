"""Open a collection beside the window's own thread, so that the window lives while it takes long."""

from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from threading import Event

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal

from viewer.app.beginning import begun
from viewer.app.opening import collection_path, opened
from viewer.app.view_options import ViewOptions
from viewer.base.messages import Catalogue
from viewer.loading.opening import Opened

PATIENCE = 0.3
"""Seconds after which a person is told that opening takes a while."""


class _Bridge(QObject):
    """Carries news from the working thread to the window's."""

    told = Signal(str, int, int)
    done = Signal()


def open_alive(options: ViewOptions, catalogue: Catalogue) -> Opened:
    """Return the opened collection; raises what opening raises, and CancelledError when it was stopped."""
    bridge, cancel = _Bridge(), Event()
    with ThreadPoolExecutor(1, "opening") as pool:
        work = pool.submit(opened, options, bridge.told.emit, cancel)
        wait([work], PATIENCE)
        if not work.done():
            _wait(work, bridge, cancel, collection_path(options), catalogue)
        return work.result()


def _wait(work: "Future[Opened]", bridge: _Bridge, cancel: Event, path: Path, catalogue: Catalogue) -> None:
    # Opening seldom takes so long.
    from viewer.ui.window.waiting import Waiting

    begun()
    loop = QEventLoop()
    waiting = Waiting(path.name, catalogue)
    waiting.stopped.connect(cancel.set)
    bridge.told.connect(waiting.tell)
    # Queued: work that ends before the loop begins must still end it.
    bridge.done.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    waiting.show()
    work.add_done_callback(lambda _: bridge.done.emit())
    loop.exec()
    waiting.stopped.disconnect()
    waiting.close()
