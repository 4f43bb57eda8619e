"""Turn nodes into plain JSON values and back, for the compiled edition and for writers."""

from typing import TypeAlias

from viewer.loading.yaml.nodes import BrokenNode, ListNode, MapNode, Node, TextNode

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


def plain_from_node(node: Node) -> Plain:
    """Return text, lists and dicts with the content of a node; positions are lost."""
    match node:
        case TextNode():
            return node.text
        case ListNode():
            return [plain_from_node(item) for item in node.items]
        case MapNode():
            return {key: plain_from_node(value) for key, value in node.values.items()}
        case BrokenNode():
            return ""


def node_from_plain(value: object) -> Node:
    """Return nodes without positions for a JSON value; numbers, truth values and null become text."""
    if isinstance(value, str):
        return TextNode(value)
    if isinstance(value, dict):
        return MapNode({str(key): node_from_plain(item) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return ListNode([node_from_plain(item) for item in value])
    if isinstance(value, bool):
        return TextNode("true" if value else "false")
    return TextNode("" if value is None else str(value))
