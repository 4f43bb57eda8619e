"""Kinds of values that only a venue file has: opening hours, keys, paths and the hashed PIN."""

import re
from dataclasses import dataclass
from pathlib import Path

from viewer.loading.decode.choices import Choice
from viewer.loading.decode.context import Bad, Context
from viewer.loading.decode.kinds import Pattern, Schema, Shapes, read_text
from viewer.loading.yaml.nodes import Node
from viewer.model.venue import DAY_MINUTES, ExitPin, Opening

_CLOCK = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])\s*[-–]\s*([01][0-9]|2[0-4]):([0-5][0-9])")
_NAMED_KEYS = (
    "Left",
    "Right",
    "Up",
    "Down",
    "Return",
    "Enter",
    "Esc",
    "Space",
    "Tab",
    "Backtab",
    "Backspace",
    "Home",
    "End",
    "PgUp",
    "PgDown",
    "Ins",
    "Del",
    "Menu",
    "Help",
    "Back",
    "Forward",
    "Select",
)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
KEYS = (*_NAMED_KEYS, *(f"F{n}" for n in range(1, 25)), *_LETTERS)
PIN_PATTERN = r"scrypt:[0-9]{2}:[0-9a-f]{32}:[0-9a-f]{64}"


@dataclass(frozen=True, slots=True)
class OpenHours:
    """`closed`, or when the screen is lit, such as `10:00-18:00`."""

    def decode(self, node: Node, at: Context) -> Opening | Bad | None:
        """Return the hours; None is closed."""
        text = read_text(node, at)
        if isinstance(text, Bad):
            return text
        if text == "closed":
            return None
        match = _CLOCK.fullmatch(text)
        minutes = [int(match[n]) * 60 + int(match[n + 1]) for n in (1, 3)] if match else []
        if not minutes or max(minutes) > DAY_MINUTES or minutes[0] == minutes[1]:
            return at.bad(node, "bad-hours", value=text)
        return Opening(*minutes)

    def schema(self, _shapes: Shapes) -> Schema:
        """Describe both forms."""
        return {"type": "string", "pattern": rf"^\s*(?:closed|{_CLOCK.pattern})\s*$"}


@dataclass(frozen=True, slots=True)
class FilePath:
    """A path, from the folder of the venue file unless it is absolute."""

    noted: tuple[str, ...] = ()
    """Under what its place is noted, for problems that show when it is opened."""

    def decode(self, node: Node, at: Context) -> Path | Bad:
        """Return the path as written."""
        text = read_text(node, at)
        if isinstance(text, Bad):
            return text
        if self.noted:
            at.refer(self.noted, text, node)
        return Path(text)

    def schema(self, _shapes: Shapes) -> Schema:
        """Describe a text."""
        return {"type": "string", "pattern": r"\S"}


def _pin(text: str) -> ExitPin:
    _, cost, salt, digest = text.split(":")
    return ExitPin(int(cost), bytes.fromhex(salt), bytes.fromhex(digest))


EXIT_PIN = Pattern(PIN_PATTERN, "bad-pin", _pin)
KEY = Choice({key: key for key in KEYS})
