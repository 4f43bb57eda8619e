"""A label that shortens its text with an ellipsis instead of asking for more room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy


class Elided(QLabel):
    """The whole text is in its tip, and is what assistive technology reads."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def whole(self) -> str:
        """The whole text."""
        return self._whole

    def say(self, text: str) -> None:
        """Take the whole text."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for room for the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with the beginning of the text."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().sizeHint().height())

    def resizeEvent(self, resized: object) -> None:
        """Shorten to the width there is."""
        del resized
        self._fit()

    def _fit(self) -> None:
        fitted = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        if fitted != self.text():
            self.setText(fitted)
