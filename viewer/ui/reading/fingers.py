"""Let fingers read: a swipe scrolls, and a press beside a small link finds it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from viewer.ui.touch.swiping import let_swipe

STILL = 12
"""Logical pixels that a finger may move and still press."""


class Fingers(QObject):
    """Listens to presses that no link took."""

    def __init__(self, area: QScrollArea, reach: float) -> None:
        """Take the pane; links are found within a square with sides of `reach` logical pixels."""
        super().__init__(area)
        self._area, self._reach = area, reach
        self._pressed: QPointF | None = None
        let_swipe(area)
        page = area.widget()
        if page is not None:
            page.installEventFilter(self)

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Take a press on the page between its links."""
        if not isinstance(happened, QMouseEvent) or happened.button() is not Qt.MouseButton.LeftButton:
            return super().eventFilter(watched, happened)
        if happened.type() is QEvent.Type.MouseButtonPress:
            self._pressed = happened.globalPosition()
            happened.accept()
            return True
        if happened.type() is QEvent.Type.MouseButtonRelease:
            self._release(happened.globalPosition())
            return True
        return super().eventFilter(watched, happened)

    def _release(self, point: QPointF) -> None:
        start, self._pressed = self._pressed, None
        if start is None or (point - start).manhattanLength() > STILL:
            return
        found = self.link_near(point.toPoint())
        if found:
            found.click()

    def link_near(self, point: QPoint) -> QAbstractButton | None:
        """Return the link whose middle is nearest to a point of the screen, among those within reach."""
        near = [
            (away, n) for n, link in enumerate(self._links()) if (away := self._away(link, point)) is not None
        ]
        return self._links()[min(near)[1]] if near else None

    def _links(self) -> list[QAbstractButton]:
        page = self._area.widget()
        links = page.findChildren(QAbstractButton) if page else []
        return [link for link in links if link.isVisible() and link.isEnabled()]

    def _away(self, link: QWidget, point: QPoint) -> int | None:
        """Return how far a point is from the box of a link; None when it is out of reach."""
        box = link.rect().translated(link.mapToGlobal(QPoint(0, 0)))
        wide = max(round(self._reach - box.width()) // 2, 0)
        high = max(round(self._reach - box.height()) // 2, 0)
        if not box.adjusted(-wide, -high, wide, high).contains(point):
            return None
        dx = max(box.left() - point.x(), point.x() - box.right(), 0)
        dy = max(box.top() - point.y(), point.y() - box.bottom(), 0)
        return dx + dy
