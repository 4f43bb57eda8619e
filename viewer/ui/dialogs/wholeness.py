"""Say how the open edition stands to what its makers sealed, and name each file that differs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from viewer.state.verification_text import verification_lines
from viewer.ui.context import Context
from viewer.ui.dialogs.sheet import Sheet


class Wholeness(Sheet):
    """The lines of a verification, to be read and copied."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Write what is known by now."""
        super().__init__(context, parent, context.say("command.window.wholeness.title"))
        session = context.session
        page = QPlainTextEdit()
        page.setReadOnly(True)
        page.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        page.setAccessibleName(context.say("command.window.wholeness.title"))
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        name = session.edition.library.about.title.pick(session.language).text
        found = session.verification
        lines = verification_lines(found, name, session.catalogue) if found else ()
        page.setPlainText("\n\n".join(lines) or context.say("window.verifying"))
        self.body.addWidget(page, 1)
