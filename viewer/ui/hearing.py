"""Hear events of all widgets through one filter on the application, whoever listens for what."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QCoreApplication, QEvent, QObject

Listener = Callable[[QObject, QEvent], bool]
"""Is given who gets an event, and the event; returns True for what nobody else is to see."""


class Hearing(QObject):
    """The filter. Every event of the program passes here, so it only looks up who wants its kind."""

    def __init__(self, app: QCoreApplication) -> None:
        """Begin at once, and as long as the application lives."""
        super().__init__(app)
        self._listeners: dict[QEvent.Type, list[Listener]] = {}
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Ask who listens, the last that came first, until one keeps the event."""
        listeners = self._listeners.get(happened.type())
        if not listeners:
            return False
        return any(listener(watched, happened) for listener in tuple(listeners))

    def add(self, kinds: Collection[QEvent.Type], listener: Listener) -> Callable[[], None]:
        """Let one listen for some kinds of events; return a way to stop."""
        for kind in kinds:
            self._listeners.setdefault(kind, []).insert(0, listener)

        def stop() -> None:
            for kind in kinds:
                if listener in self._listeners[kind]:
                    self._listeners[kind].remove(listener)

        return stop


def listen(owner: QObject, kinds: Collection[QEvent.Type], listener: Listener) -> None:
    """Let one listen to the whole program as long as `owner` lives."""
    app = QCoreApplication.instance()
    if app is not None:
        hearing = next(iter(app.findChildren(Hearing)), None) or Hearing(app)
        owner.destroyed.connect(hearing.add(kinds, listener))
