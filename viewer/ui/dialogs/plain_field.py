"""A field of plain text whose paragraphs begin where the language does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit


class PlainField(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next control."""

    def __init__(self, name: str, text: str = "", *, editable: bool = True) -> None:
        """Show `text`; `name` is what assistive technology says of the field."""
        super().__init__(text)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        if not editable:
            self.setReadOnly(True)
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self._lead()

    def setPlainText(self, text: str) -> None:
        """Show another text."""
        super().setPlainText(text)
        self._lead()

    def _lead(self) -> None:
        """Let each paragraph run as its first letter does; an empty one runs as the window does."""
        option = self.document().defaultTextOption()
        option.setTextDirection(self.layoutDirection())
        option.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self.document().setDefaultTextOption(option)
