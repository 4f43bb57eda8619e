"""The one table of commands; menus, keys, palette, help sheet and lock-down all read it."""

from viewer.commands.areas import (
    accounts,
    citing,
    documents,
    find,
    go,
    look,
    notes,
    open_things,
    stories,
    time,
    window,
)
from viewer.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    *window.COMMANDS,
    *go.COMMANDS,
    *open_things.COMMANDS,
    *accounts.COMMANDS,
    *documents.COMMANDS,
    *citing.COMMANDS,
    *notes.COMMANDS,
    *time.COMMANDS,
    *look.COMMANDS,
    *find.COMMANDS,
    *stories.COMMANDS,
)
