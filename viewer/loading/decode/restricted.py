"""What must not leave an archive, and what was left out of an edition."""

from typing import NamedTuple

from viewer.loading.decode.context import Context
from viewer.loading.decode.kinds import Pattern
from viewer.loading.decode.lists import Many
from viewer.loading.decode.shapes import Field, Shape, Values
from viewer.loading.decode.texts import TEXT
from viewer.loading.report import place_of
from viewer.loading.yaml.nodes import ListNode, MapNode, Node
from viewer.model.restricted import Withheld
from viewer.model.text import Text

PATH = Pattern(r"[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*", "bad-field-path", str)


class Restricted(NamedTuple):
    """Fields of an entry, or the whole of it, that need a reason to be packed."""

    reason: Text
    fields: tuple[str, ...] = ()


RESTRICTED = Shape(
    "restricted",
    Restricted,
    Field("reason", TEXT, "Why", required=True),
    Field("fields", Many(PATH), "Paths of fields, such as people.0.role; none for the whole entry"),
)
WITHHELD = Many(
    Shape(
        "withheld",
        Withheld,
        Field("field", PATH, "Path of the field that was left out", required=True),
        Field("reason", TEXT, "Why", required=True),
    )
)


def check_paths(values: Values, node: MapNode, at: Context) -> bool:
    """Report restricted paths that name nothing, and drop them from the values: only packing reads them."""
    restricted = values.pop("restricted", None)
    holder = node.values.get("restricted")
    if not isinstance(restricted, Restricted) or not isinstance(holder, MapNode):
        return True
    paths = holder.values.get("fields")
    nodes = paths.items if isinstance(paths, ListNode) else []
    lost = [
        (path, at_node)
        for path, at_node in zip(restricted.fields, nodes, strict=True)
        if not _has(node, path)
    ]
    for path, at_node in lost:
        at.report.error(place_of(at_node), "no-such-field", value=path)
    return not lost


def _has(node: Node, path: str) -> bool:
    """Tell whether a path of keys and list positions leads to something."""
    for step in path.split("."):
        if isinstance(node, MapNode) and step in node.values:
            node = node.values[step]
        elif isinstance(node, ListNode) and step.isdecimal() and int(step) < len(node.items):
            node = node.items[int(step)]
        else:
            return False
    return True
