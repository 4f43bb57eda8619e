"""Show lines of text that can be read, scrolled and copied."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from viewer.ui.context import Context
from viewer.ui.dialogs.plain_field import PlainField
from viewer.ui.dialogs.sheet import Sheet


class Lines(Sheet):
    """One long text with a headline."""

    def __init__(self, context: Context, parent: QWidget, title: str, lines: Sequence[str]) -> None:
        """Write the lines."""
        super().__init__(context, parent, title, width=760)
        self.page = PlainField(title, "\n".join(lines), editable=False)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.page, 1)
