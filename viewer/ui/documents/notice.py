"""Say above a document whose file it is, what was found in it, and what can be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from viewer.ui.window.flow import FlowLayout


@dataclass(frozen=True, slots=True)
class Offer:
    """A button: its words, and what it does."""

    words: str
    press: Callable[[], None]


class DocumentNotice(QWidget):
    """Some sentences with buttons below them; nothing at all when there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start silent."""
        super().__init__(parent)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.row = QWidget()
        self._flow = FlowLayout(self.row)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 4)
        column.setSpacing(6)
        column.addWidget(self.label)
        column.addWidget(self.row)

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons offered now."""
        return self.row.findChildren(QPushButton)

    def tell(self, sentences: Sequence[str], offers: Sequence[Offer] = (), *, warning: bool = False) -> None:
        """Say something, and offer what can be done."""
        self.label.setText(" ".join(sentence for sentence in sentences if sentence))
        role = "warning" if warning else "soft"
        if self.label.property("role") != role:
            self.label.setProperty("role", role)
            self.label.style().unpolish(self.label)
            self.label.style().polish(self.label)
        while item := self._flow.takeAt(0):
            old = item.widget()
            if old:
                old.setParent(None)
                old.deleteLater()
        for offer in offers:
            self._flow.addWidget(self._button(offer))
        self.row.setVisible(bool(offers))
        self.setVisible(bool(self.label.text() or offers))

    @staticmethod
    def _button(offer: Offer) -> QPushButton:
        button = QPushButton(offer.words)

        def pressed() -> None:
            offer.press()

        button.clicked.connect(pressed)
        return button
