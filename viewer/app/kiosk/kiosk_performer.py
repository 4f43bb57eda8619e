"""Carry out the few effects that an exhibition allows; behind the gate of commands, a second lock."""

from viewer.app.performer import Performer
from viewer.commands.effects import (
    Dialog,
    Effect,
    FocusPane,
    FocusSearch,
    MoveSelection,
    OpenDialog,
    ShowRange,
    Tell,
)

ALLOWED = (MoveSelection, ShowRange, FocusSearch, FocusPane, Tell)
SHEETS = frozenset({Dialog.HELP, Dialog.GO_TO, Dialog.FILTERS})


class KioskPerformer(Performer):
    """No clipboard, no file, no other collection, no end."""

    def __call__(self, effect: Effect) -> None:
        """Carry out an effect that stays inside; everything else does nothing."""
        if isinstance(effect, ALLOWED) or (isinstance(effect, OpenDialog) and effect.dialog in SHEETS):
            super().__call__(effect)
