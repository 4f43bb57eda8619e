"""Which key of a keypad does what."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Qt


class Role(StrEnum):
    """What the five keys do."""

    PREVIOUS = "previous"
    NEXT = "next"
    ENTER = "enter"
    BACK = "back"
    HELP = "help"


USUAL = {Role.PREVIOUS: "Left", Role.NEXT: "Right", Role.ENTER: "Return", Role.BACK: "Esc", Role.HELP: "F1"}
_FULL_NAMES = {"Esc": "Escape", "PgUp": "PageUp", "PgDown": "PageDown", "Ins": "Insert", "Del": "Delete"}
_TWINS = {Qt.Key.Key_Return: Qt.Key.Key_Enter, Qt.Key.Key_Enter: Qt.Key.Key_Return}
"""Keys that mean the same and send different codes."""


def roles_of(keypad: Mapping[str, str]) -> dict[int, Role]:
    """Return the role of each key; `keypad` names the key of each role where it is not the usual one."""
    found: dict[int, Role] = {}
    for role in Role:
        name = keypad.get(role.value) or USUAL[role]
        key = Qt.Key[f"Key_{_FULL_NAMES.get(name, name)}"]
        found[key] = role
        if key in _TWINS:
            found.setdefault(_TWINS[key], role)
    return found
