"""Ask the staff for their PIN on the screen; nothing that is typed is kept longer than one try."""

import math
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from viewer.base.digits import ascii_digits
from viewer.base.messages import Catalogue

MOST = 12
KEY_WIDE, KEY_HIGH, GAP, TYPE = 108, 88, 12, 26
KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "enter")


class PinPad(QWidget):
    """Twelve large keys over a veil; digits may be typed as well, in any script."""

    cancelled = Signal()

    def __init__(self, opens: Callable[[str], bool], wait: Callable[[], float]) -> None:
        """Take what tells whether a PIN is right, and how long one must wait before the next try."""
        super().__init__()
        self._opens, self._wait = opens, wait
        self._typed = ""
        self._words: Catalogue | None = None
        self.setObjectName("veil")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title, self.dots, self.told = QLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.told.setWordWrap(True)
        self.keys = {name: self._key(name) for name in KEYS}
        self.cancel = QPushButton()
        self.cancel.clicked.connect(self.cancelled.emit)
        self._lay_out()
        self._clock = QTimer(self, interval=250)
        self._clock.timeout.connect(self._show)

    def begin(self, words: Catalogue, ground: str) -> None:
        """Ask anew, in the language of the screen and over its ground."""
        self._words, self._typed = words, ""
        self.setStyleSheet(
            f"QWidget#veil {{ background: {ground}; }} QLabel {{ font-size: {TYPE}px; }}"
            f"QPushButton {{ font-size: {TYPE}px; min-height: {KEY_HIGH - 2}px; padding: 0; }}"
        )
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if words.direction == "rtl" else Qt.LayoutDirection.LeftToRight
        )
        self.title.setText(words.say("kiosk.pin.title"))
        self.cancel.setText(words.say("kiosk.pin.cancel"))
        for name, key in self.keys.items():
            key.setText(words.digits(name) if name.isdigit() else words.say(f"kiosk.pin.{name}"))
        self._clock.start()
        self._show()
        self.setFocus()

    def hideEvent(self, hidden: object) -> None:
        """Forget what was typed."""
        del hidden
        self._typed = ""
        self._clock.stop()

    def press(self, name: str) -> None:
        """Take one key."""
        if name == "enter":
            self._try()
        elif name == "erase":
            self._typed = self._typed[:-1]
        elif len(self._typed) < MOST:
            self._typed += name
        self._show()

    def keyPressEvent(self, key: QKeyEvent) -> None:
        """Take digits, Enter, Backspace and Escape from a keyboard."""
        named = {
            Qt.Key.Key_Return: "enter",
            Qt.Key.Key_Enter: "enter",
            Qt.Key.Key_Backspace: "erase",
        }
        digit = ascii_digits(key.text())
        if key.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key.key() in named:
            self.press(named[Qt.Key(key.key())])
        elif len(digit) == 1 and digit in "0123456789":
            self.press(digit)
        key.accept()

    def _try(self) -> None:
        tried, self._typed = self._typed, ""
        if tried and not self._opens(tried):
            self._say("wrong")

    def _show(self) -> None:
        self.dots.setText(" ".join("•" * len(self._typed)) or "—")
        waiting = self._wait() > 0
        for key in self.keys.values():
            key.setEnabled(not waiting)
        if waiting:
            self._say("wait", seconds=math.ceil(self._wait()))
        elif self._typed:
            self.told.setText("")

    def _say(self, key: str, **params: object) -> None:
        if self._words is not None:
            self.told.setText(self._words.say(f"kiosk.pin.{key}", **params))

    def _key(self, name: str) -> QPushButton:
        key = QPushButton()
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.setFixedWidth(KEY_WIDE)
        key.clicked.connect(lambda: self.press(name))
        return key

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(GAP)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, key in enumerate(self.keys.values()):
            grid.addWidget(key, place // 3, place % 3)
        pad = QWidget()
        pad.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        pad.setLayout(grid)
        card = QFrame()
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for widget in (self.title, self.dots, pad, self.told, self.cancel):
            column.addWidget(widget)
        for label in (self.title, self.dots, self.told):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.told.setMinimumHeight(2 * KEY_HIGH // 3)
        card.setFixedWidth(3 * KEY_WIDE + 2 * GAP)
        whole = QVBoxLayout(self)
        whole.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
