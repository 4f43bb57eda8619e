"""Describe one thing a person can do."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from viewer.commands.effects import Effect
from viewer.state.session import Session
from viewer.state.store import Transition

Outcome = Transition | Effect | None
"""A transition for the store, an effect for the app, or nothing when all is done."""


class Profile(StrEnum):
    """Who sits at the window."""

    DESKTOP = "desktop"
    KIOSK = "kiosk"


class Menu(StrEnum):
    """Menus of the window, in their order."""

    COLLECTION = "collection"
    GO = "go"
    VIEW = "view"
    FIND = "find"
    EVIDENCE = "evidence"
    HELP = "help"


class Where(StrEnum):
    """Where the keys of a command are heard."""

    WINDOW = "window"
    TIMELINE = "timeline"
    """Only while the timeline or the list has the focus, so that arrows still scroll texts."""


BOTH = frozenset(Profile)
DESKTOP = frozenset({Profile.DESKTOP})


def always(session: Session) -> bool:
    """Allow a command at any time."""
    del session
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One row of the table. Its title and help are `command.<id>.title` and `.help` in the messages."""

    id: str
    run: Callable[..., Outcome]
    """Called as run(session, **arguments)."""
    keys: tuple[str, ...] = ()
    """Qt portable key sequences; the first one is shown."""
    menu: Menu | None = None
    profiles: frozenset[Profile] = BOTH
    where: Where = Where.WINDOW
    enabled: Callable[[Session], bool] = always
    checked: Callable[[Session], bool] | None = None
    """Given for switches: whether it is on."""
    needs: tuple[str, ...] = ()
    """Names of arguments without which it cannot run; such commands stand in no menu or palette."""


def fixed(outcome: Outcome) -> Callable[..., Outcome]:
    """Make a `run` that always gives the same outcome."""

    def run(session: Session, **arguments: Any) -> Outcome:
        del session, arguments
        return outcome

    return run
