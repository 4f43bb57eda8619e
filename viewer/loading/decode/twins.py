"""Ids that must differ within one entry."""

from collections.abc import Iterable, Iterator

from viewer.loading.decode.context import Context
from viewer.loading.report import place_of
from viewer.loading.yaml.nodes import ListNode, MapNode, Node, Place, TextNode


def ids_in(node: Node, key: str) -> Iterator[TextNode]:
    """Give the id of each item of a list that a map holds under a key."""
    for item in items_of(node, key):
        name = item.values.get("id") if isinstance(item, MapNode) else None
        if isinstance(name, TextNode):
            yield name


def items_of(node: Node, key: str) -> list[Node]:
    """Return the items of a list that a map holds under a key; none when there is no such list."""
    items = node.values.get(key) if isinstance(node, MapNode) else None
    return items.items if isinstance(items, ListNode) else []


def report_twins(names: Iterable[TextNode], at: Context) -> bool:
    """Report ids that an earlier one equals; tell whether there are any."""
    seen: dict[str, Place] = {}
    twins = 0
    for name in names:
        first = seen.setdefault(name.text, place_of(name))
        if first != place_of(name):
            line, column = map(str, first)
            at.report.error(place_of(name), "duplicate-within", value=name.text, line=line, column=column)
            twins += 1
    return twins > 0
