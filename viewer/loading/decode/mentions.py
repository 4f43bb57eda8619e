"""Mentions of other entries, and of the citations of the same entry."""

from dataclasses import dataclass

from viewer.loading.decode.context import Bad, Context
from viewer.loading.decode.kinds import ID, Schema, Shapes
from viewer.loading.decode.lists import Many
from viewer.loading.report import place_of
from viewer.loading.yaml.nodes import Node, TextNode


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of another entry, looked up when all files are read."""

    kinds: tuple[str, ...]

    def decode(self, node: Node, at: Context) -> str | Bad:
        """Return the id and note that it was mentioned."""
        text = ID.decode(node, at)
        if not isinstance(text, Bad):
            at.refer(self.kinds, text, node)
        return text

    def schema(self, shapes: Shapes) -> Schema:
        """Describe an id."""
        return ID.schema(shapes)


@dataclass(frozen=True, slots=True)
class CitedKey:
    """The key of a citation of the same entry."""

    def decode(self, node: Node, at: Context) -> str | Bad:
        """Return the key and note where it was mentioned."""
        text = ID.decode(node, at)
        if not isinstance(text, Bad) and isinstance(node, TextNode):
            at.cited_keys.append((text, place_of(node)))
        return text

    def schema(self, shapes: Shapes) -> Schema:
        """Describe a key."""
        return ID.schema(shapes)


CITED_KEYS = Many(CitedKey())
