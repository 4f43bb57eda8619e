"""Ids that must differ within one list of an entry."""

from viewer.loading.decode.context import Context
from viewer.loading.report import place_of
from viewer.loading.yaml.nodes import ListNode, MapNode, Place, TextNode


def report_twins(node: MapNode, list_key: str, id_key: str, at: Context) -> bool:
    """Report items of a list that share an id with an earlier one; tell whether there are any."""
    seen: dict[str, Place] = {}
    twins = 0
    items = node.values.get(list_key)
    for item in items.items if isinstance(items, ListNode) else []:
        name = item.values.get(id_key) if isinstance(item, MapNode) else None
        if not isinstance(name, TextNode):
            continue
        if name.text in seen:
            line, column = map(str, seen[name.text])
            at.report.error(place_of(name), "duplicate-within", value=name.text, line=line, column=column)
            twins += 1
        seen.setdefault(name.text, place_of(name))
    return twins > 0
