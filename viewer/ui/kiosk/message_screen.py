"""Say on a full screen why there is no exhibition, for whoever can mend it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from viewer.base.messages import Catalogue
from viewer.ui.theme.colours import Colours

MEASURE = 900


class MessageScreen(QWidget):
    """A headline and a sentence in each language, and lines such as `venue.yaml:3:5: …` below them."""

    def __init__(self, colours: Colours) -> None:
        """Start empty."""
        super().__init__()
        self.setObjectName("message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(
            f"QWidget#message {{ background: {colours.ground}; }} QLabel {{ color: {colours.ink}; }}"
        )
        self._column = QVBoxLayout()
        self._column.setSpacing(18)
        inside = QWidget()
        inside.setLayout(self._column)
        inside.setMaximumWidth(MEASURE)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addWidget(inside, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    def show_message(self, key: str, catalogues: Sequence[Catalogue], lines: Sequence[str] = ()) -> None:
        """Say `<key>.title` and `<key>.text` of the messages in each language, then the lines."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for words in catalogues:
            for part in ("title", "text"):
                self._add(words.say(f"{key}.{part}"), words.direction, headline=part == "title")
        for line in lines:
            self._add(line, "ltr", headline=False)

    def texts(self) -> list[str]:
        """Return what is said."""
        return [label.text() for label in self.findChildren(QLabel)]

    def _add(self, text: str, direction: str, *, headline: bool) -> None:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setMinimumWidth(min(MEASURE, 640))
        if headline:
            label.setProperty("role", "title")
        right = direction == "rtl"
        label.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        label.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(label)
