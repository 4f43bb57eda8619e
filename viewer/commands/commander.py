"""Run commands: the only gate between what a person does and what happens."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from viewer.commands.command import Command, Profile
from viewer.commands.effects import Effect
from viewer.commands.table import COMMANDS
from viewer.state.session import Session


class CommandError(Exception):
    """A command cannot be run; `key` names the message that says why."""

    def __init__(self, key: str, command: str) -> None:
        """Name the message and the command."""
        super().__init__(f"{key}: {command}")
        self.key = key
        self.command = command


@dataclass(slots=True)
class Commander:
    """The gate: knows the profile, refuses what it does not allow."""

    session: Session
    profile: Profile
    perform: Callable[[Effect], None]
    """Carries out effects; given by the app."""
    _by_id: dict[str, Command] = field(default_factory=lambda: {row.id: row for row in COMMANDS})

    def run(self, command: str, **arguments: Any) -> None:
        """Run a command.

        Raises:
            CommandError: it does not exist in this profile, is disabled now, or lacks an argument.
        """
        row = self.find(command)
        if not row.enabled(self.session):
            raise CommandError("command-error.disabled", command)
        if any(name not in arguments for name in row.needs):
            raise CommandError("command-error.argument", command)
        outcome = row.run(self.session, **arguments)
        if outcome is None:
            return
        if callable(outcome):
            self.session.store.apply(outcome)
        else:
            self.perform(outcome)

    def find(self, command: str) -> Command:
        """Return the row of a command that exists in this profile, or raise `CommandError`."""
        row = self._by_id.get(command)
        if row is None or self.profile not in row.profiles:
            raise CommandError("command-error.unknown", command)
        return row

    def available(self) -> tuple[Command, ...]:
        """Return the commands of this profile, in the order of the table."""
        return tuple(row for row in COMMANDS if self.profile in row.profiles)
