"""Commands that go from one thing to the next, back and forward."""

from viewer.commands.command import Command, Menu, Outcome, Where, fixed
from viewer.commands.effects import FocusPane, Move, MoveSelection
from viewer.state.session import Session
from viewer.state.transitions.select import close_layer


def back(session: Session) -> Outcome:
    """Return to the view before."""
    session.store.back()
    return None


def forward(session: Session) -> Outcome:
    """Go forward again."""
    session.store.forward()
    return None


def can_go_back(session: Session) -> bool:
    """Tell whether there is a view to return to."""
    return session.store.history.can_go_back


def can_go_forward(session: Session) -> bool:
    """Tell whether there is a view to go forward to."""
    return session.store.history.can_go_forward


def _move(name: str, move: Move, key: str) -> Command:
    return Command(f"go.{name}", fixed(MoveSelection(move)), (key,), Menu.GO, where=Where.TIMELINE)


COMMANDS = (
    Command("go.back", back, ("Alt+Left", "Backspace"), Menu.GO, enabled=can_go_back),
    Command("go.forward", forward, ("Alt+Right",), Menu.GO, enabled=can_go_forward),
    _move("next", Move.NEXT, "Right"),
    _move("previous", Move.PREVIOUS, "Left"),
    _move("up", Move.UP, "Up"),
    _move("down", Move.DOWN, "Down"),
    _move("first", Move.FIRST, "Home"),
    _move("last", Move.LAST, "End"),
    Command("go.close", fixed(close_layer), ("Esc",), Menu.GO),
    Command("go.next-pane", fixed(FocusPane(1)), ("F6",), Menu.GO),
    Command("go.previous-pane", fixed(FocusPane(-1)), ("Shift+F6",), Menu.GO),
)
