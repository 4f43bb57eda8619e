"""Say what this is, which content is open, and where anything is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from viewer import __version__
from viewer.ui.context import Context
from viewer.ui.dialogs.sheet import Sheet


class About(Sheet):
    """Texts that can be selected and copied."""

    def __init__(self, context: Context, parent: QWidget, kept: str) -> None:
        """Write the sheet; `kept` says what the program keeps, and where."""
        super().__init__(context, parent, context.say("command.window.about.title"))
        say, digits = context.say, context.session.catalogue.digits
        lines = (
            say("dialog.about_version", version=digits(__version__)),
            say("dialog.about_what"),
            kept,
            say("dialog.about_key", digest=context.session.edition.key),
            say("dialog.about_licences"),
        )
        for line in lines:
            self.body.addWidget(self._label(line))
        self.fit_to_text()

    @staticmethod
    def _label(text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return label
