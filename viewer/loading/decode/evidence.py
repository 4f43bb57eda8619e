"""Citations, their place in a source, and whether anyone checked."""

from dataclasses import dataclass
from typing import cast

from viewer.loading.decode.choices import choice, unknown
from viewer.loading.decode.context import BAD, Bad, Context
from viewer.loading.decode.kinds import ID, SHORT_DIGEST, WORDS, Schema, Shapes, read_text
from viewer.loading.decode.lists import Many
from viewer.loading.decode.mentions import Reference
from viewer.loading.decode.numbers import Number, Whole
from viewer.loading.decode.shapes import Field, Shape, Values
from viewer.loading.decode.texts import TEXT
from viewer.loading.report import place_of
from viewer.loading.yaml.nodes import ListNode, MapNode, Node
from viewer.model.evidence import (
    Check,
    CheckState,
    Citation,
    Locator,
    LocatorKind,
    PageFragment,
    Region,
    Selector,
    Stance,
    TextPosition,
    TextQuote,
)

CHECK = Shape(
    "check",
    Check,
    Field("state", choice(CheckState), "Whether an editor compared this with the original", required=True),
    Field("note", TEXT, "What was compared, and in which copy"),
    short="state",
)
_FRACTION = Number(0, 1)
QUOTE = Shape(
    "quote",
    TextQuote,
    Field("exact", WORDS, "The words that mark the place", required=True),
    Field("prefix", WORDS, "The words just before"),
    Field("suffix", WORDS, "The words just after"),
)
POSITION = Shape(
    "position",
    TextPosition,
    Field("start", Whole(0), "First character of the normalised text", required=True),
    Field("end", Whole(1), "Character after the last", required=True),
    Field("digest", SHORT_DIGEST, "First 16 hex digits of the SHA-256 of that slice", required=True),
)
REGION = Shape(
    "region",
    Region,
    Field("page", Whole(1), "Page, counted from 1", required=True),
    Field("x", _FRACTION, "Left edge, as a fraction of the width", required=True),
    Field("y", _FRACTION, "Upper edge, as a fraction of the height", required=True),
    Field("width", _FRACTION, "Width, as a fraction", required=True),
    Field("height", _FRACTION, "Height, as a fraction", required=True),
)
PAGE = Shape("document-page", PageFragment, Field("page", Whole(1), "Page, counted from 1"), short="page")
SELECTOR_FIELDS = (
    Field("quote", QUOTE, "The place by its words"),
    Field("position", POSITION, "The place by counting characters"),
    Field("region", REGION, "The place as a rectangle of a page"),
    Field("document-page", PAGE, "The page of the document, counted from 1"),
)


def gather_selectors(values: Values) -> None:
    """Move the selectors of a citation or passage into one tuple."""
    found = [values.pop(field.name) for field in SELECTOR_FIELDS if field.name in values]
    values["selectors"] = tuple(cast(Selector, selector) for selector in found)


@dataclass(frozen=True, slots=True)
class Locators:
    """A list of steps towards a place, each a kind and its value, such as `{page: 635}`."""

    def decode(self, node: Node, at: Context) -> tuple[Locator, ...] | Bad:
        """Return the steps in order."""
        if not isinstance(node, ListNode):
            return at.bad(node, "expected-list")
        steps = [step for item in node.items for step in _steps(item, at)]
        good = tuple(step for step in steps if not isinstance(step, Bad))
        return good if len(good) == len(steps) else BAD

    def schema(self, shapes: Shapes) -> Schema:
        """Describe the steps."""
        words = WORDS.schema(shapes)
        step: Schema = {
            "type": "object",
            "properties": {kind.value: words for kind in LocatorKind},
            "additionalProperties": False,
            "minProperties": 1,
        }
        return {"type": "array", "items": step}


def _steps(node: Node, at: Context) -> list[Locator | Bad]:
    if not isinstance(node, MapNode) or not node.values:
        return [at.bad(node, "expected-locator", known=", ".join(LocatorKind))]
    return [_step(node, key, value, at) for key, value in node.values.items()]


def _step(node: MapNode, key: str, value: Node, at: Context) -> Locator | Bad:
    if key not in set(LocatorKind):
        at.report.error(node.key_place(key), "unknown-locator", **unknown(key, tuple(LocatorKind)))
        return BAD
    text = read_text(value, at)
    return text if isinstance(text, Bad) else Locator(LocatorKind(key), text)


def refer_to_passage(values: Values, node: MapNode, at: Context) -> None:
    """Note the mention of a passage of a source."""
    source, passage = values.get("source"), values.get("passage")
    if isinstance(source, str) and isinstance(passage, str):
        at.refer(("passage",), f"{source}#{passage}", node.values["passage"])


def _finish_citation(values: Values, node: MapNode, at: Context) -> bool:
    refer_to_passage(values, node, at)
    gather_selectors(values)
    values.setdefault("key", values.get("source"))
    return not any(isinstance(value, Bad) for value in values.values())


CITATION = Shape(
    "citation",
    Citation,
    Field("source", Reference(("sources",)), "Id of the source", required=True),
    Field("key", ID, "Name of the citation within its entry; the id of the source unless given"),
    Field("locators", Locators(), "Where in the source: page, section, paragraph …"),
    Field("passage", ID, "Passage of the source’s digest that carries the statement"),
    Field("stance", choice(Stance), "What the source does to the statement"),
    Field("check", CHECK, "Whether this citation was compared with the original"),
    Field("note", TEXT, "Remark on the citation"),
    *SELECTOR_FIELDS,
    short="source",
    hook=_finish_citation,
)
CITATIONS = Many(CITATION)


def resolve_cited_keys(values: Values, at: Context) -> bool:
    """Report mentions of citation keys that the entry does not have."""
    mentions, at.cited_keys = at.cited_keys, []
    citations = values.get("citations", ())
    if not isinstance(citations, tuple):
        return True
    keys = {citation.key for citation in citations}
    missing = [(key, place) for key, place in mentions if key not in keys]
    for key, place in missing:
        at.report.error(place, "unknown-citation", **unknown(key, sorted(keys)))
    return not missing


def has_distinct_keys(values: Values, node: MapNode, at: Context) -> bool:
    """Report citations whose name an earlier one has, because nothing could tell them apart."""
    citations, nodes = values.get("citations"), node.values.get("citations")
    if not isinstance(citations, tuple) or not isinstance(nodes, ListNode):
        return True
    seen: set[str] = set()
    good = True
    for citation, citation_node in zip(citations, nodes.items, strict=True):
        if citation.key in seen:
            at.report.error(place_of(citation_node), "duplicate-citation", value=citation.key)
            good = False
        seen.add(citation.key)
    return good
