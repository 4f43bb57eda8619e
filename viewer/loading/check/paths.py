"""Find where a part of an entry stands in its file."""

from viewer.loading.decode.context import Entry
from viewer.loading.report import place_of
from viewer.loading.yaml.nodes import BrokenNode, ListNode, MapNode, Node, Place


def node_at(entry: Entry, *path: str | int) -> Node:
    """Return the node at a path of keys and positions, or the last one on the way that exists."""
    node = entry.node
    for step in path:
        if isinstance(node, MapNode) and isinstance(step, str) and step in node.values:
            node = node.values[step]
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node


def place_at(entry: Entry, *path: str | int) -> Place:
    """Return where a part of an entry stands; the entry’s own place for the entry itself."""
    node = node_at(entry, *path)
    return entry.place if node is entry.node or isinstance(node, BrokenNode) else place_of(node)
