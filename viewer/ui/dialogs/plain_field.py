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

    def show_text(self, text: str) -> None:
        """Show another text."""
        self.setPlainText(text)
        self._lead()

    def _lead(self) -> None:
        """Let each paragraph run as its first letter does, and begin at the side the window begins."""
        option = self.document().defaultTextOption()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        # A plain document takes left and right as they are, whichever way it runs.
        option.setAlignment(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
        self.document().setDefaultTextOption(option)
