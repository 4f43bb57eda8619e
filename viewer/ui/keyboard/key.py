"""One key of the keyboard on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from viewer.ui.theme.typography import TOUCH, interface_font

_MARKS = range(0x064B, 0x0671)
"""Persian vowel signs, which stand on something."""
PITCH = 2.2
"""Height of a key in sizes of its letter."""


class Key(QPushButton):
    """A key that never takes the focus from the field in which it writes."""

    def __init__(self, press: Callable[[], None], share: int = 1) -> None:
        """Take what it does and its width in ordinary keys."""
        super().__init__()
        self._press = press
        self.share = share
        self._high = round(TOUCH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoDefault(False)
        self.setAutoRepeat(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._pressed)

    def show_sign(self, text: str, size: float, name: str = "") -> None:
        """Show a letter, or the words of a key that writes none."""
        self.setText(f"ـ{text}" if len(text) == 1 and ord(text) in _MARKS else text)
        self.setFont(interface_font(size))
        self.setStyleSheet(f"font-size: {round(size)}px; padding: 0;")
        self.setAccessibleName(name or text)

    def set_height(self, size: float) -> None:
        """Be as high as the largest letter of the keyboard needs, so that all rows are alike."""
        self._high = round(max(TOUCH, size * PITCH))
        self.setMaximumHeight(self._high)

    def _pressed(self) -> None:
        self._press()

    def sizeHint(self) -> QSize:
        """Be large enough for a finger and for the letter."""
        wide = max(round(TOUCH), self.fontMetrics().horizontalAdvance(self.text()) + 12)
        return QSize(wide, self._high)

    def minimumSizeHint(self) -> QSize:
        """Stay large enough for a finger."""
        return QSize(round(TOUCH), round(TOUCH))
