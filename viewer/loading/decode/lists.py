"""Lists of values of one kind."""

from dataclasses import dataclass
from typing import Generic

from viewer.loading.decode.context import BAD, Bad, Context
from viewer.loading.decode.kinds import LANGUAGE, Kind, Schema, Shapes, T
from viewer.loading.yaml.nodes import ListNode, Node


@dataclass(frozen=True, slots=True)
class Many(Generic[T]):
    """A list of values of one kind."""

    item: Kind[T]
    least: int = 0
    lone: bool = False
    """Whether one value may stand without its list."""
    partial: bool = False
    """Whether good values are kept beside bad ones."""

    def decode(self, node: Node, at: Context) -> tuple[T, ...] | Bad:
        """Return the values; one that is bad makes the list bad, but all are looked at."""
        if isinstance(node, ListNode):
            items = node.items
        elif self.lone:
            items = [node]
        else:
            return at.bad(node, "expected-list")
        if len(items) < self.least:
            return at.bad(node, "empty-list")
        values = [self.item.decode(item, at) for item in items]
        good = tuple(value for value in values if not isinstance(value, Bad))
        return good if self.partial or len(good) == len(values) else BAD

    def schema(self, shapes: Shapes) -> Schema:
        """Describe the list."""
        item = self.item.schema(shapes)
        many: Schema = {"type": "array", "items": item}
        if self.least:
            many["minItems"] = self.least
        return {"anyOf": [many, item]} if self.lone else many


@dataclass(frozen=True, slots=True)
class Languages:
    """A set of languages."""

    def decode(self, node: Node, at: Context) -> frozenset[str] | Bad:
        """Return the languages."""
        values = _LANGUAGES.decode(node, at)
        return values if isinstance(values, Bad) else frozenset(values)

    def schema(self, shapes: Shapes) -> Schema:
        """Describe the list."""
        return _LANGUAGES.schema(shapes)


_LANGUAGES = Many(LANGUAGE)
LANGUAGES = Languages()
