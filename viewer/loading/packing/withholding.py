"""Leave restricted fields out of a collection and record what was left out, and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from viewer.loading.decode.context import Entry
from viewer.loading.decode.sections import SECTIONS
from viewer.loading.gathering import Gathered
from viewer.loading.packing.emitting import yaml_bytes
from viewer.loading.packing.pruning import Lost, Mention, Pruner, StandIn
from viewer.loading.yaml.nodes import ListNode, MapNode, Node, TextNode
from viewer.loading.yaml.plain import Plain, plain_from_node


@dataclass(frozen=True, slots=True)
class Kept:
    """What is left of a collection."""

    contents: Mapping[str, bytes]
    """New contents of the files in which anything was taken out, by name."""
    empty: frozenset[str]
    """Files of which nothing is left."""
    fields: int
    """How many fields were left out of entries that stay."""
    entries: int
    """How many entries were left out whole."""


def withhold(gathered: Gathered, stand_in: StandIn) -> Kept:
    """Return the files without restricted fields; mentions of what is gone go too.

    A field `withheld` records each part left out, where the format has that field.
    """
    doomed = dict(_doomed(gathered))
    gone: dict[Mention, Node] = {}
    while True:
        pruner = Pruner(doomed, gone, stand_in)
        left, lost = _pruned(gathered, pruner)
        found = _gone(gathered, left, lost)
        if found.keys() == gone.keys():
            break
        gone = found
    return _kept(gathered, left, lost)


def _doomed(gathered: Gathered) -> Iterator[tuple[int, Lost]]:
    """Give each restricted node with its path as written."""
    for entry in gathered.entries:
        for place, holder in _holders(entry.node):
            restricted = holder.values["restricted"]
            if isinstance(restricted, MapNode):
                yield from _restricted(holder, restricted, place)


def _holders(node: Node, place: str = "") -> Iterator[tuple[str, MapNode]]:
    """Give each map with the key `restricted`, and its path within the entry."""
    below: Iterable[tuple[object, Node]] = ()
    if isinstance(node, MapNode):
        if "restricted" in node.values:
            yield place, node
        below = node.values.items()
    elif isinstance(node, ListNode):
        below = enumerate(node.items)
    for step, one in below:
        yield from _holders(one, f"{place}.{step}".lstrip("."))


def _restricted(holder: MapNode, restricted: MapNode, place: str) -> Iterator[tuple[int, Lost]]:
    reason = restricted.values["reason"]
    fields = restricted.values.get("fields")
    if fields is None:
        yield id(holder), Lost(place, reason)
        return
    for one in fields.items if isinstance(fields, ListNode) else [fields]:
        if isinstance(one, TextNode):
            path = one.text.strip()
            yield id(_at(holder, path)), Lost(f"{place}.{path}".lstrip("."), reason)


def _at(node: Node, path: str) -> Node:
    """Return the node at a path that was checked to be there."""
    for step in path.split("."):
        if isinstance(node, MapNode):
            node = node.values[step]
        elif isinstance(node, ListNode):
            node = node.items[int(step)]
    return node


def _pruned(gathered: Gathered, pruner: Pruner) -> tuple[list[Node | None], list[list[Lost]]]:
    left, lost = [], []
    for entry in gathered.entries:
        known = (entry.section, entry.id) in pruner.gone
        left.append(None if known else pruner.entry(entry.node, SECTIONS[entry.section]))
        lost.append([Lost("", pruner.gone[entry.section, entry.id])] if known else pruner.lost)
    return left, lost


def _gone(gathered: Gathered, left: list[Node | None], lost: list[list[Lost]]) -> dict[Mention, Node]:
    """Return which entries and passages are no more, with the reason."""
    gone: dict[Mention, Node] = {}
    for entry, node, parts in zip(gathered.entries, left, lost, strict=True):
        if node is None:
            gone[entry.section, entry.id] = parts[-1].reason
        if entry.section == "sources" and parts:
            for passage in _passages(entry.node) - _passages(node):
                gone["passage", f"{entry.id}#{passage}"] = parts[-1].reason
    return gone


def _passages(source: Node | None) -> set[str]:
    digest = source.values.get("digest") if isinstance(source, MapNode) else None
    passages = digest.items if isinstance(digest, ListNode) else []
    ids = (one.values.get("id") for one in passages if isinstance(one, MapNode))
    return {one.text.strip() for one in ids if isinstance(one, TextNode)}


def _kept(gathered: Gathered, left: list[Node | None], lost: list[list[Lost]]) -> Kept:
    plain = [
        None if node is None else _recorded(entry, plain_from_node(node), parts)
        for entry, node, parts in zip(gathered.entries, left, lost, strict=True)
    ]
    touched = {
        entry.file
        for entry, now in zip(gathered.entries, plain, strict=True)
        if now != plain_from_node(entry.node)
    }
    roots = {name: _root(gathered, plain, name) for name in sorted(touched)}
    return Kept(
        contents={name: yaml_bytes(root) for name, root in roots.items() if root},
        empty=frozenset(name for name, root in roots.items() if not root),
        fields=sum(len(parts) for node, parts in zip(left, lost, strict=True) if node is not None),
        entries=sum(node is None for node in left),
    )


def _recorded(entry: Entry, plain: Plain, lost: list[Lost]) -> Plain:
    """Return an entry with a record of each part that was taken out."""
    if not lost or "withheld" not in SECTIONS[entry.section].fields or not isinstance(plain, dict):
        return plain
    before = plain.get("withheld", [])
    records: list[Any] = list(before) if isinstance(before, list) else []
    records += [{"field": one.path, "reason": plain_from_node(one.reason)} for one in lost]
    return {**plain, "withheld": records}


def _root(gathered: Gathered, plain: "list[Plain | None]", name: str) -> dict[str, Plain]:
    """Return the whole content of a file."""
    head = gathered.head
    root: dict[str, Any] = {}
    if head and head.report.file == name:
        root.update((key, plain_from_node(value)) for key, value in head.node.values.items())
    for entry, one in zip(gathered.entries, plain, strict=True):
        if entry.file == name and one is not None:
            root.setdefault(entry.section, []).append(one)
    return root
