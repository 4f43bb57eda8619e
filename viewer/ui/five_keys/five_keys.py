"""Hear the five keys wherever the focus is, and carry them out."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QTabBar,
    QWidget,
)

from viewer.ui.context import Context
from viewer.ui.five_keys.ring import Ring
from viewer.ui.five_keys.roles import Role, roles_of
from viewer.ui.hearing import listen

_HEARD = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_IN_LISTS = {
    Role.PREVIOUS: Qt.Key.Key_Up,
    Role.NEXT: Qt.Key.Key_Down,
    Role.ENTER: Qt.Key.Key_Return,
    Role.BACK: Qt.Key.Key_Escape,
}
"""What the keys are inside menus and lists that open over the window."""


class FiveKeys(QObject):
    """Listens to what has the focus inside one frame, so that whoever hears all input hears it first."""

    def __init__(self, frame: QWidget, context: Context, ring: Ring, keypad: Mapping[str, str]) -> None:
        """Take the frame of the visit, and the keys of the venue."""
        super().__init__(frame)
        self._frame, self._context, self._ring = frame, context, ring
        self._roles = roles_of(keypad)
        self._sending = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
            listen(self, _HEARD, self.hear_popup)
        frame.installEventFilter(self)

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Take the five keys; leave every other key, and all of them while something else is shown."""
        role = self._role(happened)
        if role is None or watched is not self._listened() or not self._frame.isVisible():
            return False
        if happened.type() is QEvent.Type.KeyPress:
            self._do(role)
        happened.accept()
        return True

    def hear_popup(self, watched: QObject, happened: QEvent) -> bool:
        """Take what menus get; they never have the focus."""
        popup = QApplication.activePopupWidget()
        return popup is not None and watched is popup and self._in_popup(popup, happened)

    def _in_popup(self, popup: QWidget, happened: QEvent) -> bool:
        """Turn the keys into those of a list, inside a menu or a list that is open over the window."""
        role = self._role(happened)
        if role is None:
            return False
        if happened.type() is QEvent.Type.KeyPress and role in _IN_LISTS:
            self._send(popup, _IN_LISTS[role])
        return True

    def _role(self, happened: QEvent) -> Role | None:
        if happened.type() not in _HEARD or not isinstance(happened, QKeyEvent) or self._sending:
            return None
        plain = not happened.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._roles.get(happened.key()) if plain else None

    def _listened(self) -> QWidget:
        """Return what hears the keys now: what has the focus, or the frame while nothing has it."""
        held = QApplication.focusWidget()
        return held if held is not None and self._is_ours(held) else self._frame

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        """Listen to what gets the focus; what had it is never asked again."""
        del old
        if now is not None and self._is_ours(now):
            now.installEventFilter(self)

    def _is_ours(self, widget: QWidget) -> bool:
        modal = QApplication.activeModalWidget()
        if modal is not None:
            return modal is widget or modal.isAncestorOf(widget)
        return self._frame.isAncestorOf(widget)

    def _do(self, role: Role) -> None:
        modal = QApplication.activeModalWidget()
        if isinstance(modal, QDialog):
            self._in_sheet(role, modal)
        elif role is Role.HELP:
            self._context.run("window.help")
        elif role is Role.BACK:
            self._ring.back()
        elif role is Role.ENTER:
            self._ring.enter()
        else:
            self._ring.step(1 if role is Role.NEXT else -1)

    def _in_sheet(self, role: Role, sheet: QDialog) -> None:
        """Walk through a sheet; a text scrolls before the focus goes on."""
        held = QApplication.focusWidget()
        if role in (Role.BACK, Role.HELP):
            sheet.reject()
        elif role is Role.ENTER and isinstance(held, QTabBar):
            held.setCurrentIndex((held.currentIndex() + 1) % max(held.count(), 1))
        elif role is Role.ENTER:
            listed = isinstance(held, QAbstractItemView)
            self._send(held or sheet, Qt.Key.Key_Return if listed else Qt.Key.Key_Space)
        elif not _scrolled(held, 1 if role is Role.NEXT else -1):
            forth = role is Role.NEXT
            self._send(sheet, Qt.Key.Key_Tab if forth else Qt.Key.Key_Backtab)

    def _send(self, widget: QWidget, key: Qt.Key) -> None:
        self._sending = True
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
        self._sending = False


def _scrolled(held: QWidget | None, by: int) -> bool:
    """Move a list by a row, or a text by a page; False where it is at its end."""
    if isinstance(held, QAbstractItemView):
        return _moved(held, by)
    if not isinstance(held, QAbstractScrollArea):
        return False
    bar = held.verticalScrollBar()
    before = bar.value()
    bar.setValue(before + by * round(bar.pageStep() * 0.8))
    return bar.value() != before


def _moved(view: QAbstractItemView, by: int) -> bool:
    row = view.currentIndex().row() + by
    index = view.model().index(row, 0)
    if index.isValid():
        view.setCurrentIndex(index)
    return index.isValid()
