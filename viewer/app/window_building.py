"""Wire a session, its gate and its window."""

from dataclasses import dataclass

from viewer.app.performer import Performer
from viewer.commands.command import Profile
from viewer.commands.commander import Commander
from viewer.model.problem import Severity
from viewer.state.session import Session
from viewer.ui.context import Context
from viewer.ui.window.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Built:
    """A window with all that belongs to it."""

    window: MainWindow
    context: Context
    performer: Performer


def build_window(session: Session, profile: Profile = Profile.DESKTOP) -> Built:
    """Return the window of a session; a QApplication must exist."""
    performer = Performer()
    context = Context(session, Commander(session, profile, performer))
    window = MainWindow(context)
    performer.attach(window, context)
    if any(problem.severity is Severity.ERROR for problem in session.problems):
        window.tell_problems()
    return Built(window, context, performer)
