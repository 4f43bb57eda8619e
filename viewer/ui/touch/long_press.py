"""Show what a mouse would learn by hovering when a finger rests on a thing."""

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QHelpEvent, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from viewer.ui.hearing import listen

REST_MS = 550
STILL = 12
"""Logical pixels that a resting finger may tremble."""
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_MOVES = (QEvent.Type.MouseMove, QEvent.Type.TouchUpdate)
_ENDS = (QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)


class LongPress(QObject):
    """Listens to one window; a press that rests shows the tip and does nothing else."""

    def __init__(self, window: QWidget) -> None:
        """Listen as long as the window lives."""
        super().__init__(window)
        self._window = window
        self._widget: QWidget | None = None
        self._at = QPointF()
        self._told = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.tell)
        listen(self, (*_PRESSES, *_MOVES, *_ENDS), self.hear)

    def hear(self, watched: QObject, happened: QEvent) -> bool:
        """Follow presses; take away the release of one that told something."""
        kind = happened.type()
        if kind in _PRESSES and isinstance(watched, QWidget) and self._is_inside(watched):
            self._begin(watched, _point(happened))
        elif kind in _MOVES and self._rest.isActive():
            if (_point(happened) - self._at).manhattanLength() > STILL:
                self._rest.stop()
        elif kind in _ENDS:
            return self._end(watched)
        return False

    def tell(self) -> None:
        """Show the tip of what the finger rests on, and let go of it."""
        widget = self._widget
        if widget is None:
            return
        spot = widget.mapFromGlobal(self._at.toPoint())
        self._told = True
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, spot, self._at.toPoint()))
        if isinstance(widget, QAbstractButton):
            widget.setDown(False)

    def _begin(self, widget: QWidget, at: QPointF) -> None:
        if not self._rest.isActive() or at != self._at:
            self._widget, self._at, self._told = widget, at, False
            self._rest.start()

    def _end(self, watched: QObject) -> bool:
        self._rest.stop()
        told, self._told = self._told and watched is self._widget, False
        if told and isinstance(watched, QWidget):
            QApplication.sendEvent(watched, QEvent(QEvent.Type.TouchCancel))
        return told

    def _is_inside(self, widget: QWidget) -> bool:
        return widget is self._window or self._window.isAncestorOf(widget)


def _point(happened: QEvent) -> QPointF:
    if isinstance(happened, QMouseEvent):
        return happened.globalPosition()
    if isinstance(happened, QTouchEvent) and happened.points():
        return happened.points()[0].globalPosition()
    return QPointF()
