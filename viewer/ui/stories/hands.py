"""Notice when the reader turns to the panes while a story plays."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

TURNS = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.KeyPress}
)


class Hands(QObject):
    """Listens to presses, wheels, touches and keys on one widget and all inside it."""

    def __init__(self, panes: QWidget, noticed: Callable[[], None], parent: QObject) -> None:
        """Take the panes, and what is done when someone turns to them."""
        super().__init__(parent)
        self._panes, self._noticed = panes, noticed
        self._listening = False

    def listen(self, *, on: bool) -> None:
        """Begin to listen, or stop."""
        app = QApplication.instance()
        if app is None or on == self._listening:
            return
        self._listening = on
        if on:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Notice, and let everything pass."""
        if happened.type() in TURNS and isinstance(watched, QWidget) and self._holds(watched):
            self._noticed()
        return False

    def _holds(self, widget: QWidget) -> bool:
        return widget is self._panes or self._panes.isAncestorOf(widget)
