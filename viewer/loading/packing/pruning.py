"""Take nodes out of entries, so that what is left can still be read.

What cannot stand without a lost part goes with it: a citation without its source, a date without its EDTF. A
text that must be there is replaced by a stand-in. One pass prunes one entry; mentions of entries that vanish
are taken out as well.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from viewer.loading.decode.kinds import Kind
from viewer.loading.decode.lists import Many
from viewer.loading.decode.mentions import Reference
from viewer.loading.decode.shapes import Field, Shape
from viewer.loading.decode.texts import Texts
from viewer.loading.yaml.nodes import ListNode, MapNode, Node, TextNode

AnyKind: TypeAlias = "Kind[object] | None"
Mention: TypeAlias = tuple[str, str]
"""A section and an id; for a passage `passage` and `source#passage`."""
StandIn: TypeAlias = Callable[[Node, bool], Node]
"""Gives what stands in place of a text, from the reason, and whether that is recorded elsewhere."""

_ALL_OR_NOTHING = frozenset({"value", "name"})
_PAIRS = {"latitude": "longitude", "longitude": "latitude"}
_CITING = ("cites", "title-cites")


@dataclass(frozen=True, slots=True)
class Lost:
    """A part that was taken out: its path within the entry, and the reason as written."""

    path: str
    reason: Node


@dataclass(slots=True)
class Pruner:
    """Takes out doomed nodes and mentions; keeps what it took from the entry it is given."""

    doomed: Mapping[int, Lost]
    """By the identity of the node."""
    gone: Mapping[Mention, Node]
    """Entries that vanish, with the reason."""
    stand_in: StandIn
    lost: list[Lost] = field(default_factory=list)
    _recorded: bool = True

    def entry(self, node: Node, shape: Shape[object]) -> Node | None:
        """Return what is left of an entry, or None; `lost` then holds what was taken."""
        self.lost = []
        self._recorded = "withheld" in shape.fields
        left = self._prune(node, shape, "")
        if isinstance(left, MapNode) and isinstance(node, MapNode) and "citations" in shape.fields:
            left = without_keys(left, set(_keys(node)) - set(_keys(left)))
        return left

    def _prune(self, node: Node, kind: AnyKind, path: str) -> Node | None:
        if id(node) in self.doomed:
            self.lost.append(self.doomed[id(node)])
            return None
        if isinstance(kind, Many) and not isinstance(node, ListNode):
            kind = kind.item
        match kind, node:
            case Shape(), _:
                return self._shaped(node, kind, path)
            case Reference(), TextNode():
                return self._mention([(section, node.text.strip()) for section in kind.kinds], node, path)
            case _, ListNode():
                return self._list(node, kind, path)
            case _, MapNode():
                return self._map(node, kind, path)
        return node

    def _mention(self, mentions: list[Mention], node: Node, path: str) -> Node | None:
        reason = next((self.gone[one] for one in mentions if one in self.gone), None)
        if reason is None:
            return node
        self.lost.append(Lost(path, reason))
        return None

    def _list(self, node: ListNode, kind: AnyKind, path: str) -> Node | None:
        item = kind.item if isinstance(kind, Many) else None
        pruned = (self._prune(one, item, _below(path, str(n))) for n, one in enumerate(node.items))
        items = [one for one in pruned if one is not None]
        return ListNode(items, node.line, node.column) if items or not node.items else None

    def _map(self, node: MapNode, kind: AnyKind, path: str) -> Node | None:
        """Prune a map without known keys; a text goes in all languages, for each says the same."""
        values = {key: self._prune(value, None, _below(path, key)) for key, value in node.values.items()}
        left = {key: value for key, value in values.items() if value is not None}
        if len(left) < len(values) and (isinstance(kind, Texts) or not left):
            return None
        return MapNode(left, node.line, node.column, node.keys)

    def _shaped(self, node: Node, shape: Shape[object], path: str) -> Node | None:
        if short := shape.short_field(node):
            return self._prune(node, short.kind, path)
        if not isinstance(node, MapNode):
            return node
        left: dict[str, Node] = {}
        for key, value in node.values.items():
            if key == "restricted":
                continue
            pruned = self._field(value, shape.fields.get(key), _below(path, key))
            if pruned is not None:
                left[key] = pruned
            elif _is_needed(shape, key):
                return None
        self._drop_halves(left, node)
        self._drop_passage(left, shape, path)
        return MapNode(left, node.line, node.column, node.keys)

    def _field(self, value: Node, at: Field | None, path: str) -> Node | None:
        """Prune one field; a text that must be there gets its stand-in."""
        pruned = self._prune(value, at.kind if at else None, path)
        if pruned is None and at and at.required and isinstance(at.kind, Texts):
            return self.stand_in(self.lost[-1].reason, self._recorded)
        return pruned

    def _drop_halves(self, left: dict[str, Node], node: MapNode) -> None:
        """Drop one coordinate when the other was taken out."""
        for key, other in _PAIRS.items():
            if other in node.values and other not in left:
                left.pop(key, None)

    def _drop_passage(self, left: dict[str, Node], shape: Shape[object], path: str) -> None:
        """Drop the mention of a passage that was taken out of its source, or whose source was."""
        source, passage = left.get("source"), left.get("passage")
        if "passage" not in shape.fields or not isinstance(passage, TextNode):
            return
        name = f"{source.text.strip()}#{passage.text.strip()}" if isinstance(source, TextNode) else ""
        if not name or self._mention([("passage", name)], passage, _below(path, "passage")) is None:
            del left["passage"]


def _below(path: str, step: str) -> str:
    return f"{path}.{step}" if path else step


def _is_needed(shape: Shape[object], key: str) -> bool:
    """Tell whether the map says nothing, or the wrong thing, without a field."""
    at = shape.fields.get(key)
    return shape.name in _ALL_OR_NOTHING or (at is not None and at.required)


def _keys(entry: MapNode) -> Iterator[str]:
    """Give the keys of the citations of an entry."""
    citations = entry.values.get("citations")
    for one in citations.items if isinstance(citations, ListNode) else ():
        named = (one.values.get("key") or one.values.get("source")) if isinstance(one, MapNode) else one
        if isinstance(named, TextNode):
            yield named.text.strip()


def without_keys(node: MapNode, keys: set[str]) -> MapNode:
    """Return a map in which nothing cites `keys` any more."""
    return _uncited(node, keys) if keys else node


def _uncited(node: MapNode, keys: set[str]) -> MapNode:
    values: dict[str, Node] = {}
    for key, value in node.values.items():
        if key in _CITING and isinstance(value, ListNode):
            values[key] = ListNode([one for one in value.items if not _is_one_of(one, keys)])
        else:
            values[key] = _uncited_below(value, keys)
    return MapNode(values, node.line, node.column, node.keys)


def _uncited_below(node: Node, keys: set[str]) -> Node:
    if isinstance(node, MapNode):
        return _uncited(node, keys)
    if isinstance(node, ListNode):
        return ListNode([_uncited_below(one, keys) for one in node.items], node.line, node.column)
    return node


def _is_one_of(node: Node, keys: set[str]) -> bool:
    return isinstance(node, TextNode) and node.text.strip() in keys
