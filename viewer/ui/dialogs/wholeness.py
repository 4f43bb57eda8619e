"""Say how the open edition stands to what its makers sealed, and name each file that differs."""

from PySide6.QtWidgets import QWidget

from viewer.state.verification_text import verification_lines
from viewer.ui.context import Context
from viewer.ui.dialogs.lines import Lines


class Wholeness(Lines):
    """The lines of a verification."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Write what is known by now."""
        session, found = context.session, context.session.verification
        name = session.edition.library.about.title.pick(session.language).text
        lines = list(verification_lines(found, name, session.catalogue)) if found else []
        title = context.say("command.window.wholeness.title")
        super().__init__(context, parent, title, lines or [context.say("window.verifying")])
