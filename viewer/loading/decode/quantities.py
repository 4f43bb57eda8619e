"""What an answer gives: numbers, dates, or words with the bounds the words allow."""

import re
from dataclasses import dataclass
from typing import TypeAlias

from viewer.loading.decode.context import Bad, Context
from viewer.loading.decode.dates import EDTF
from viewer.loading.decode.kinds import Schema, Shapes, Truth, read_text
from viewer.loading.decode.lists import Many
from viewer.loading.decode.numbers import Number
from viewer.loading.decode.shapes import Field, Shape, Values
from viewer.loading.report import place_of
from viewer.loading.yaml.nodes import MapNode, Node, TextNode
from viewer.model.claim import DateAnswer, Quantity, Value, Words

Bounds: TypeAlias = tuple[float | None, float | None]

_FIGURE = r"[0-9]+(?:\.[0-9]+)?"
_RANGE = re.compile(rf"(?P<sign>[<>]?)\s*(?P<low>{_FIGURE})(?:\s*\.\.\s*(?P<high>{_FIGURE}))?")
_FORM = rf"^\s*(?:[<>]\s*)?{_FIGURE}(?:\s*\.\.\s*{_FIGURE})?\s*$"


@dataclass(frozen=True, slots=True)
class Range:
    """A number, `low..high`, `>low` or `<high`."""

    def decode(self, node: Node, at: Context) -> Bounds | Bad:
        """Return the bounds; None where open."""
        text = read_text(node, at)
        if isinstance(text, Bad):
            return text
        match = _RANGE.fullmatch(text)
        if match is None or (match["sign"] and match["high"]):
            return at.bad(node, "bad-quantity", value=text)
        low, high = float(match["low"]), float(match["high"] or match["low"])
        if low > high and isinstance(node, TextNode):
            return at.bad_inside(node, match.start("high"), "reversed-range", value=text)
        return (low if match["sign"] != "<" else None, high if match["sign"] != ">" else None)

    def schema(self, _shapes: Shapes) -> Schema:
        """Describe the form."""
        return {"type": ["number", "string"], "pattern": _FORM, "minimum": 0}


def _finish_words(values: Values, node: MapNode, at: Context) -> bool:
    low, high = values.get("low"), values.get("high")
    if isinstance(low, float) and isinstance(high, float) and low > high:
        at.report.error(place_of(node.values["high"]), "reversed-range", value=f"{low:g}..{high:g}")
        return False
    return True


IN_WORDS = Shape(
    "words",
    Words,
    Field("low", Number(0), "Least number the words allow"),
    Field("high", Number(0), "Greatest number the words allow"),
    hook=_finish_words,
)
_FORMS = ("numbers", "dates", "words")


def _build(
    numbers: tuple[Bounds, ...] | None = None,
    dates: DateAnswer | None = None,
    words: Words | None = None,
    *,
    approximate: bool = False,
) -> Value:
    """Return the one form that is given."""
    if numbers:
        return Quantity(numbers, approximate)
    return dates or words or Words()


@dataclass(frozen=True, slots=True)
class Dates:
    """A list of dates."""

    def decode(self, node: Node, at: Context) -> DateAnswer | Bad:
        """Return the dates."""
        dates = _DATES.decode(node, at)
        return dates if isinstance(dates, Bad) else DateAnswer(dates)

    def schema(self, shapes: Shapes) -> Schema:
        """Describe the list."""
        return _DATES.schema(shapes)


_DATES = Many(EDTF, least=1)


def _finish(_values: Values, node: MapNode, at: Context) -> bool:
    """Require exactly one form, and “approximate” with numbers alone."""
    forms = [form for form in _FORMS if form in node.values]
    if len(forms) != 1:
        at.report.error(place_of(node), "one-value")
    elif "approximate" in node.values and forms != ["numbers"]:
        at.report.error(node.key_place("approximate"), "approximate-without-numbers")
    else:
        return True
    return False


VALUE = Shape(
    "value",
    _build,
    Field("numbers", Many(Range(), least=1), "Numbers or ranges: 2800, 2800..5000, >2000, <1000"),
    Field("dates", Dates(), "Dates or intervals in EDTF"),
    Field("words", IN_WORDS, "Words alone; with the bounds they allow, or {}"),
    Field("approximate", Truth(), "Whether the numbers are said to be approximate"),
    hook=_finish,
    also={
        "oneOf": [{"required": [form]} for form in _FORMS],
        "dependencies": {"approximate": ["numbers"]},
    },
)
