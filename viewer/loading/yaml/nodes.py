"""The nodes of a YAML file: text, lists and maps that know where they stand, counting from 1."""

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias


class Place(NamedTuple):
    """A line and a column, both from 1; 0 means unknown."""

    line: int
    column: int


@dataclass(slots=True)
class TextNode:
    """A scalar, whatever it looks like; nothing here turns it into a number, a date or a truth value."""

    text: str
    line: int = 0
    column: int = 0
    style: str = ""
    """How it is written: empty for plain, otherwise one of `'`, `"`, `|`, `>`."""


@dataclass(slots=True)
class ListNode:
    """A list."""

    items: list["Node"]
    line: int = 0
    column: int = 0


@dataclass(slots=True)
class MapNode:
    """A map whose keys are text, in the order of the file."""

    values: dict[str, "Node"]
    line: int = 0
    column: int = 0
    keys: dict[str, Place] = field(default_factory=dict)
    """Where each key stands."""

    def key_place(self, key: str) -> Place:
        """Return where a key stands, or where the map stands when it has no such key."""
        return self.keys.get(key) or Place(self.line, self.column)


@dataclass(slots=True)
class BrokenNode:
    """Stands where something was refused and reported, so that nobody complains about it again."""

    line: int = 0
    column: int = 0


Node: TypeAlias = TextNode | ListNode | MapNode | BrokenNode
