"""The keyboard on the screen: it writes into one field and takes its room from the panes alone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from viewer.ui.context import Context
from viewer.ui.keyboard.key import Key
from viewer.ui.keyboard.layouts import LAYOUTS, ZWNJ, following
from viewer.ui.theme.signs import sign_icon

WIDEST = 1180
"""Width of the keys at 100 % text; on wide screens they stand in the middle."""
LETTER = 1.25
"""Size of a letter on a key, in sizes of labels."""


class Keyboard(QFrame):
    """Appears when its field is touched, and goes when the field is left or all is written."""

    done = Signal()

    def __init__(self, context: Context, field: QLineEdit) -> None:
        """Take the field and start hidden."""
        super().__init__()
        self.setObjectName("keyboard")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._context, self._field = context, field
        self._language = context.session.language
        self._shifted = False
        self._column = QVBoxLayout(self)
        self._column.setSpacing(6)
        field.installEventFilter(self)
        context.on_appearance(self.renew)
        self.hide()

    @property
    def language(self) -> str:
        """Language whose letters it shows."""
        return self._language

    @property
    def keys(self) -> list[Key]:
        """All keys in reading order."""
        return [key for key in self.findChildren(Key) if key.parent() is not None]

    def open(self) -> None:
        """Show the letters of the language of the interface."""
        if self.isHidden():
            self._language, self._shifted = self._context.session.language, False
            self.show()
            self.renew()

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Open at a touch on the field, close when the field is left."""
        if watched is self._field:
            if happened.type() is QEvent.Type.MouseButtonPress:
                self.open()
            elif happened.type() is QEvent.Type.FocusOut:
                QTimer.singleShot(0, self, self._close_when_left)
        return super().eventFilter(watched, happened)

    def resizeEvent(self, resized: QResizeEvent) -> None:
        """Keep the keys together on wide screens."""
        super().resizeEvent(resized)
        widest = round(WIDEST * self._context.session.state.appearance.text_scale)
        side = max((self.width() - widest) // 2, 8)
        self._column.setContentsMargins(side, 8, side, 8)

    def renew(self) -> None:
        """Lay out the keys of now; a hidden keyboard has none."""
        self.setAccessibleName(self._context.say("keyboard.name"))
        self._clear()
        if self.isHidden():
            return
        layout = LAYOUTS[self._language]
        rows = layout.shifted if self._shifted else layout.rows
        *upper, last = rows
        for row in upper:
            self._add([self._letter(letter) for letter in row])
        shift = [self._command("shift", self._shift, 2)] if layout.shifted else []
        erase = self._command("erase", self._erase, 2)
        self._add([*shift, *(self._letter(letter) for letter in last), erase])
        other = following(self._language).language
        self._add(
            [
                self._command(f"to.{other}", self._turn, 2),
                *(self._letter(letter, 2 if letter == ZWNJ else 1) for letter in layout.extra),
                self._command("space", partial(self._write, " "), 5),
                self._command("done", self._finish, 2),
            ]
        )

    def _add(self, keys: list[Key]) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for key in keys:
            key.set_height(self._context.sizes.label * LETTER)
            row.addWidget(key, key.share)
        self._column.addLayout(row)

    def _clear(self) -> None:
        while item := self._column.takeAt(0):
            row = item.layout()
            while row is not None and (part := row.takeAt(0)) is not None:
                key = part.widget()
                if key is not None:
                    key.setParent(None)
                    key.deleteLater()

    def _letter(self, letter: str, share: int = 1) -> Key:
        if letter == ZWNJ:
            return self._command("zwnj", partial(self._write, ZWNJ), share)
        key = Key(partial(self._write, letter), share)
        key.show_sign(letter, self._context.sizes.label * LETTER)
        return key

    def _command(self, name: str, press: Callable[[], None], share: int) -> Key:
        key = Key(press, share)
        say, size = self._context.say, self._context.sizes.label
        if name in ("erase", "shift"):
            side = round(size * 1.3)
            key.show_sign("", size, say(f"keyboard.{name}"))
            key.setIcon(sign_icon(name, self._context.colours.ink, side))
            key.setIconSize(QSize(side, side))
            key.setCheckable(name == "shift")
            key.setChecked(name == "shift" and self._shifted)
        else:
            key.show_sign(say(f"keyboard.{name}"), size)
        return key

    def _write(self, text: str) -> None:
        self._field.insert(text)
        self._tell()
        if self._shifted:
            self._shift()

    def _erase(self) -> None:
        self._field.backspace()
        self._tell()

    def _tell(self) -> None:
        """Say what Qt says when a person types."""
        self._field.textEdited.emit(self._field.text())

    def _shift(self) -> None:
        self._shifted = not self._shifted
        self.renew()

    def _turn(self) -> None:
        self._language, self._shifted = following(self._language).language, False
        self.renew()

    def close_it(self) -> None:
        """Go, and leave what was written."""
        self.hide()
        self.renew()

    def _finish(self) -> None:
        self.close_it()
        self.done.emit()

    def _close_when_left(self) -> None:
        held = QApplication.focusWidget()
        if held is not self._field and not self._holds(held) and QApplication.activePopupWidget() is None:
            self.close_it()

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self.isAncestorOf(widget)
