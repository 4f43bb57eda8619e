"""What a decoder knows beside the node: the file, the first language, and what was seen so far."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from viewer.loading.report import FileReport, place_of
from viewer.loading.yaml.nodes import BrokenNode, Node, Place, TextNode


class Bad(Enum):
    """Stands for a value that could not be decoded; why is in the report."""

    BAD = "bad"


BAD: Final = Bad.BAD


@dataclass(slots=True, eq=False)
class Entry:
    """One entry of a collection while it is read: its node, and its value unless it has errors."""

    section: str
    id: str
    file: str
    node: Node
    place: Place
    value: object = BAD


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of an id, to be looked up when all files are read."""

    kinds: tuple[str, ...]
    """The sections that may hold the id."""
    id: str
    entry: Entry | None
    report: FileReport
    place: Place


@dataclass(slots=True)
class Context:
    """State of decoding one file."""

    report: FileReport
    language: str = "en"
    """The language of plain strings: the first of the collection."""
    references: list[Reference] = field(default_factory=list)
    entry: Entry | None = None
    cited_keys: list[tuple[str, Place]] = field(default_factory=list)
    """Mentions of citation keys in the current entry, until its citations are known."""
    languages: dict[str, int] = field(default_factory=dict)
    """How many texts were given in each language."""
    texts: int = 0
    """How many texts there were."""

    def bad(self, node: Node, code: str, /, **params: str) -> Bad:
        """Report an error at a node, unless it was already refused, and stand for its value."""
        if not isinstance(node, BrokenNode):
            self.report.error(place_of(node), code, **params)
        return BAD

    def bad_inside(self, node: TextNode, offset: int, code: str, /, **params: str) -> Bad:
        """Report an error at a character of a scalar that stands on one line."""
        place = place_of(node)
        if node.style in ("", "'", '"') and "\n" not in node.text:
            place = Place(place.line, place.column + offset + len(node.style))
        self.report.error(place, code, **params)
        return BAD

    def refer(self, kinds: tuple[str, ...], id_: str, node: Node) -> None:
        """Note a mention of an id."""
        self.references.append(Reference(kinds, id_, self.entry, self.report, place_of(node)))
