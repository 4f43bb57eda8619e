"""Tell assistive technology what is painted: a list whose items are the marks in sight.

Items stand for places in the frame, not for events, so that a million events need no more items than the
window has marks; what an item says is asked anew each time.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from viewer.layout.frame import Extra
from viewer.ui.timeline.wording import mark_lines, mark_name

if TYPE_CHECKING:
    from viewer.ui.timeline.timeline_view import TimelineView


class MarkItem(QAccessibleInterface):
    """The mark at one position of the frame."""

    def __init__(self, view: "TimelineView", position: int) -> None:
        """Stand for the mark at `position`."""
        super().__init__()
        self._view = view
        self._position = position

    def isValid(self) -> bool:
        """Tell whether there is such a mark now."""
        return self._position < len(self._view.frame().marks)

    def object(self) -> QObject | None:  # type: ignore[override]  # Qt takes None
        """No widget stands behind a mark."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]  # Qt takes None
        """Return the window of the timeline."""
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """Return the list."""
        return QAccessible.queryAccessibleInterface(self._view)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None
        """A mark holds nothing."""
        del index
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None
        """A mark holds nothing."""
        del x, y
        return None

    def childCount(self) -> int:
        """A mark holds nothing."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """A mark holds nothing."""
        del child
        return -1

    def rect(self) -> QRect:
        """Return where the mark is on the screen."""
        if not self.isValid():
            return QRect()
        marks = self._view.frame().marks
        left, right = float(marks.g0[self._position]), float(marks.g1[self._position])
        top = self._view.mapToGlobal(QPoint(int(left), int(marks.y[self._position])))
        return QRect(top.x(), top.y(), max(int(right - left), 1), int(marks.h[self._position]))

    def role(self) -> QAccessible.Role:
        """Return that it is an item of a list."""
        return QAccessible.Role.ListItem

    def setText(self, text_kind: QAccessible.Text, text: str) -> None:
        """What is painted cannot be renamed."""

    def state(self) -> QAccessible.State:
        """Return whether it is selected and has the focus."""
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        extra = int(self._view.frame().marks.extra[self._position])
        chosen = bool(extra & Extra.SELECTED)
        state.selectable = state.focusable = True
        state.selected = chosen
        state.focused = chosen and self._view.hasFocus()
        return state

    def text(self, text_kind: QAccessible.Text) -> str:
        """Return the name in one line, or everything about the mark."""
        if not self.isValid():
            return ""
        scene = self._view.scene()
        if text_kind == QAccessible.Text.Name:
            return mark_name(self._view.session, scene, self._position)
        if text_kind == QAccessible.Text.Description:
            return "\n".join(mark_lines(self._view.session, scene, self._position))
        return ""


class MarkList(QAccessibleWidget):
    """The timeline as a list of marks."""

    def __init__(self, view: "TimelineView") -> None:
        """Stand for `view`."""
        super().__init__(view, QAccessible.Role.List, "")
        self._view = view
        self._items: list[MarkItem] = []

    def childCount(self) -> int:
        """Return the number of marks in sight."""
        return len(self._view.frame().marks)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None
        """Return the item at a position."""
        if not 0 <= index < self.childCount():
            return None
        while len(self._items) <= index:
            self._items.append(MarkItem(self._view, len(self._items)))
        return self._items[index]

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None
        """Return the item under a point of the screen."""
        spot = self._view.mapFromGlobal(QPoint(x, y))
        return self.child(self._view.mark_at(spot.x(), spot.y()))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the position of an item."""
        return next((place for place, item in enumerate(self._items) if item is child), -1)

    def text(self, text_kind: QAccessible.Text) -> str:
        """Return the name of the list."""
        if text_kind == QAccessible.Text.Name:
            return self._view.session.catalogue.say("timeline.where")
        return str(super().text(text_kind))


def make_accessible(view: "TimelineView") -> MarkList:
    """Let assistive technology find the marks of `view`; keep what is returned as long as the view lives."""
    _install()
    key = id(view)
    found = _LISTS[key] = MarkList(view)
    view.destroyed.connect(lambda: _LISTS.pop(key, None))
    return found


def tell_focus(view: "TimelineView") -> None:
    """Say which mark has the focus now; nothing when none is selected or no one listens."""
    if not QAccessible.isActive():
        return
    extra = view.frame().marks.extra
    for position in ((extra & Extra.SELECTED) != 0).nonzero()[0][:1].tolist():
        told = QAccessibleEvent(view, QAccessible.Event.Focus)
        told.setChild(int(position))
        QAccessible.updateAccessibility(told)


_LISTS: dict[int, MarkList] = {}
_INSTALLED: list[bool] = []


def _factory(_name: str, thing: QObject) -> QAccessibleInterface | None:
    return _LISTS.get(id(thing))


def _install() -> None:
    if not _INSTALLED:
        QAccessible.installFactory(_factory)
        _INSTALLED.append(True)
