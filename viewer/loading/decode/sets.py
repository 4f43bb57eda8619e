"""Lists whose order says nothing."""

from dataclasses import dataclass

from viewer.loading.decode.context import Bad, Context
from viewer.loading.decode.kinds import LANGUAGE, Many, Schema, Shapes
from viewer.loading.yaml.nodes import Node


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
