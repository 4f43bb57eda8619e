"""Maps with known keys, declared as tables: one line adds a field to the decoder and to the JSON Schema."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeAlias

from viewer.loading.decode.choices import unknown
from viewer.loading.decode.context import BAD, Bad, Context
from viewer.loading.decode.kinds import Kind, Schema, Shapes, T
from viewer.loading.decode.texts import is_language_map
from viewer.loading.report import place_of
from viewer.loading.yaml.nodes import MapNode, Node, Place, TextNode

Values: TypeAlias = dict[str, object]
"""Decoded fields by attribute; a bad one is BAD."""
Hook: TypeAlias = Callable[[Values, MapNode, Context], bool]
"""Looks at all fields of a map together; may change the values; returns whether they are good."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a map."""

    key: str
    kind: Kind[object]
    about: str
    """What it holds, shown by editors that know the schema."""
    required: bool = False
    attribute: str = ""
    """Parameter of the builder; the key with underscores unless given."""

    @property
    def name(self) -> str:
        """Return the parameter of the builder."""
        return self.attribute or self.key.replace("-", "_")


class Shape(Generic[T]):
    """A map with known keys that becomes one value."""

    def __init__(
        self,
        name: str,
        build: Callable[..., T],
        *fields: Field,
        short: str = "",
        short_text: bool = False,
        hook: Hook | None = None,
        partial: bool = False,
        also: Schema | None = None,
    ) -> None:
        """Keep the table.

        A bare scalar (or, with `short_text`, a bare text) stands for the key `short`. With `partial` the
        value is built from the good fields alone, and the builder must have defaults for all. `also` tells
        editors of a rule that the hook checks.
        """
        self.name = name
        self.fields = {field.key: field for field in fields}
        self._build = build
        self._required = tuple(field.key for field in fields if field.required)
        self._short = short
        self._short_text = short_text
        self._hook = hook
        self._partial = partial
        self._also = also or {}

    def short_field(self, node: Node) -> Field | None:
        """Return the field for which a node stands alone, or None where the node is the whole map."""
        return None if self._expanded(node) is node else self.fields[self._short]

    def decode(self, node: Node, at: Context) -> T | Bad:
        """Return the built value; every field is looked at, even after a bad one."""
        whole = self._expanded(node)
        if not isinstance(whole, MapNode):
            return at.bad(node, "expected-map", known=", ".join(self.fields))
        values: Values = {}
        good = self._read_fields(whole, values, at)
        good = self._has_required(whole, at) and good
        if self._hook:
            good = self._hook(values, whole, at) and good
        if self._partial:
            values = {name: value for name, value in values.items() if value is not BAD}
        return self._build(**values) if good or self._partial else BAD

    def schema(self, shapes: Shapes) -> Schema:
        """Describe the map under its name, and return a pointer to it."""
        if self.name not in shapes:
            shapes[self.name] = {}
            shapes[self.name] = self._described(shapes)
        return {"$ref": f"#/definitions/{self.name}"}

    def properties(self, shapes: Shapes) -> Schema:
        """Describe each key."""
        return {key: _described(field, shapes) for key, field in self.fields.items()}

    def _expanded(self, node: Node) -> Node:
        """Return the map that a short form stands for, or the node itself."""
        short = isinstance(node, TextNode) or (self._short_text and is_language_map(node))
        return MapNode({self._short: node}, node.line, node.column) if self._short and short else node

    def _read_fields(self, node: MapNode, values: Values, at: Context) -> bool:
        good = True
        for key, value in node.values.items():
            field = self.fields.get(key)
            if field is None:
                at.report.error(node.key_place(key), "unknown-key", **_unknown_key(key, self.fields))
                good = False
            elif _is_blank(value):
                at.report.error(node.key_place(key), "no-value", key=key)
                good, values[field.name] = False, BAD
            else:
                values[field.name] = decoded = field.kind.decode(value, at)
                good = good and not isinstance(decoded, Bad)
        return good

    def _has_required(self, node: MapNode, at: Context) -> bool:
        missing = [key for key in self._required if key not in node.values]
        for key in missing:
            at.report.error(_place_of_entry(node), "missing-key", key=key)
        return not missing

    def _described(self, shapes: Shapes) -> Schema:
        whole: Schema = {
            "type": "object",
            "properties": self.properties(shapes),
            "additionalProperties": False,
        }
        if self._required:
            whole["required"] = list(self._required)
        whole |= self._also
        if not self._short:
            return whole
        return {"anyOf": [self.fields[self._short].kind.schema(shapes), whole]}


def _described(field: Field, shapes: Shapes) -> Schema:
    """Describe a field; draft 7 ignores what stands beside a pointer, hence `allOf`."""
    schema = field.kind.schema(shapes)
    if "$ref" in schema:
        return {"description": field.about, "allOf": [schema]}
    return {"description": field.about, **schema}


def _unknown_key(key: str, fields: dict[str, Field]) -> dict[str, str]:
    gaps = unknown(key, tuple(fields))
    return {"key": gaps.pop("value"), **gaps}


def _is_blank(node: Node) -> bool:
    return isinstance(node, TextNode) and not node.text and not node.style


def _place_of_entry(node: MapNode) -> Place:
    """Return the first key of a map, where an editor looks for what is missing."""
    return next(iter(node.keys.values()), place_of(node))
