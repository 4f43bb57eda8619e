"""Keep windows on their screens while screens come, go and change their size."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen


def sorted_screens() -> list[QScreen]:
    """Return the screens as one counts them: from left to right, then from top to bottom."""
    return sorted(QGuiApplication.screens(), key=lambda one: (one.geometry().x(), one.geometry().y()))


def chosen_screens(count: int, wanted: Mapping[str, int]) -> tuple[int, int | None]:
    """Return the positions of the screens for the timeline and for the source, out of `count`.

    A screen that is not there gives its part back: the timeline goes to the first, the source stays with it.
    """
    timeline = wanted.get("timeline", 1) - 1
    timeline = timeline if timeline < count else 0
    source = wanted.get("source", 0) - 1
    return timeline, source if 0 <= source < count and source != timeline else None


class Placing(QObject):
    """Calls `place` at once and after every change of the screens."""

    def __init__(self, place: Callable[[], None], parent: QObject) -> None:
        """Follow the screens."""
        super().__init__(parent)
        self._place = place
        self._followed: set[QScreen] = set()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(lambda _screen: self.changed())
            app.screenRemoved.connect(self._gone)
            app.primaryScreenChanged.connect(lambda _screen: self.changed())
        self.changed()

    def changed(self) -> None:
        """Follow new screens, and place the windows anew."""
        for screen in QGuiApplication.screens():
            if screen not in self._followed:
                self._followed.add(screen)
                screen.geometryChanged.connect(lambda _rect: self._place())
        self._place()

    def _gone(self, screen: QScreen) -> None:
        self._followed.discard(screen)
        self._place()
