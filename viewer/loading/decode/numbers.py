"""Numbers within bounds."""

import re
from dataclasses import dataclass

from viewer.loading.decode.context import Bad, Context
from viewer.loading.decode.kinds import Schema, Shapes, read_text
from viewer.loading.yaml.nodes import Node

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number within bounds."""

    low: float = float("-inf")
    high: float = float("inf")

    def decode(self, node: Node, at: Context) -> float | Bad:
        """Return the number."""
        text = read_text(node, at)
        if isinstance(text, Bad):
            return text
        if not _NUMBER.fullmatch(text):
            return at.bad(node, "not-a-number", value=text)
        value = float(text)
        if self.low <= value <= self.high:
            return value
        return _out_of_range(node, at, text, self.low, self.high)

    def schema(self, _shapes: Shapes) -> Schema:
        """Describe the bounds for a number, and its form for a text."""
        form: Schema = {"type": ["number", "string"], "pattern": rf"^\s*(?:{_NUMBER.pattern})\s*$"}
        return form | _bounds(self.low, self.high)


def _bounds(low: float, high: float) -> Schema:
    """Describe bounds that are finite."""
    bounds = {"minimum": low, "maximum": high}
    return {name: value for name, value in bounds.items() if abs(value) < float("inf")}


def _out_of_range(node: Node, at: Context, text: str, low: float, high: float) -> Bad:
    if high == float("inf"):
        return at.bad(node, "too-small", value=text, low=f"{low:g}")
    return at.bad(node, "out-of-range", value=text, low=f"{low:g}", high=f"{high:g}")


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within bounds."""

    low: int
    high: float = float("inf")

    def decode(self, node: Node, at: Context) -> int | Bad:
        """Return the number."""
        text = read_text(node, at)
        if isinstance(text, Bad):
            return text
        if not re.fullmatch("[0-9]{1,10}", text):
            return at.bad(node, "not-whole", value=text)
        if self.low <= int(text) <= self.high:
            return int(text)
        return _out_of_range(node, at, text, self.low, self.high)

    def schema(self, _shapes: Shapes) -> Schema:
        """Describe the bounds for a number, and its form for a text."""
        form: Schema = {"type": ["integer", "string"], "pattern": r"^\s*[0-9]{1,10}\s*$"}
        return form | _bounds(self.low, self.high)
