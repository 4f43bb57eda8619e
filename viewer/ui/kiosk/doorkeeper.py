"""Stand in front of every event of the program: notice input, and refuse what leads out of the exhibition."""

from collections.abc import Callable
from enum import Enum
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QMouseEvent, QSinglePointEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from viewer.ui.hearing import listen

Type = QEvent.Type


class Input(Enum):
    """Kinds of input, as far as an exhibition tells them apart."""

    PRESS = "press"
    MOVE = "move"
    RELEASE = "release"
    KEY = "key"


INPUTS = {
    Type.MouseButtonPress: Input.PRESS,
    Type.MouseButtonDblClick: Input.PRESS,
    Type.TouchBegin: Input.PRESS,
    Type.TabletPress: Input.PRESS,
    Type.MouseMove: Input.MOVE,
    Type.TouchUpdate: Input.MOVE,
    Type.TabletMove: Input.MOVE,
    Type.TabletEnterProximity: Input.MOVE,
    Type.Wheel: Input.MOVE,
    Type.NativeGesture: Input.MOVE,
    Type.MouseButtonRelease: Input.RELEASE,
    Type.TouchEnd: Input.RELEASE,
    Type.TouchCancel: Input.RELEASE,
    Type.TabletRelease: Input.RELEASE,
    Type.KeyPress: Input.KEY,
    Type.ShortcutOverride: Input.KEY,
    Type.InputMethod: Input.KEY,
}
REFUSED = frozenset(
    {
        Type.ContextMenu,
        Type.DragEnter,
        Type.DragMove,
        Type.Drop,
        Type.FileOpen,
        Type.Quit,
        Type.EnterWhatsThisMode,
        Type.WhatsThis,
        Type.WhatsThisClicked,
    }
)
"""Menus of Qt, things dragged in, files sent by the desktop, and the system's wish that the program end."""
Hearer = Callable[[Input, QEvent, "QPoint | None"], bool]


class Doorkeeper(QObject):
    """Listens to the whole program; `hear` is told of input and may keep it from everyone else."""

    def __init__(self, owner: QObject, hear: Hearer) -> None:
        """Begin at once."""
        super().__init__(owner)
        self._hear = hear
        self._pointer: QPoint | None = None
        listen(self, (*INPUTS, *REFUSED), self.judge)

    def judge(self, watched: QObject, happened: QEvent) -> bool:
        """Return True for what nobody else is to see."""
        kind = INPUTS.get(happened.type())
        if kind is not None:
            return self._heard(watched, happened, kind)
        happened.ignore()
        return True

    def _heard(self, watched: QObject, happened: QEvent, kind: Input) -> bool:
        if not isinstance(watched, QWidget):
            return False  # The same input comes again for the widget it belongs to.
        spot = _spot(happened)
        if happened.type() is Type.MouseMove:
            moved, self._pointer = self._pointer != spot, spot
            if not moved:
                return False  # Windows that open under a resting pointer make it seem to move.
        return self._hear(kind, happened, spot)


def _spot(happened: QEvent) -> QPoint | None:
    """Return where on the screens something happened, if it has a place."""
    if isinstance(happened, QTouchEvent):
        points = happened.points()
        return points[0].globalPosition().toPoint() if points else None
    if isinstance(happened, QMouseEvent | QSinglePointEvent):
        return cast("QMouseEvent", happened).globalPosition().toPoint()
    return None
