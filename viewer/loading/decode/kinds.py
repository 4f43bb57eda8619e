"""The kinds of simple value: words, ids, numbers, truth values and choices.

A kind decodes a node and describes itself as JSON Schema (draft 7, which editors know best). Editors see
unquoted numbers as numbers, so a schema for words lets numbers pass: here every scalar is text until its kind
reads it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, Protocol, TypeAlias, TypeVar

from viewer.loading.decode.context import BAD, Bad, Context
from viewer.loading.near import nearest
from viewer.loading.report import place_of
from viewer.loading.yaml.nodes import ListNode, Node, TextNode

Schema: TypeAlias = dict[str, object]
Shapes: TypeAlias = dict[str, Schema]
"""The named shapes of a schema, to which each shape met on the way adds itself."""
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
E = TypeVar("E", bound=Enum)

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


class Kind(Protocol[T_co]):
    """What a field holds."""

    def decode(self, node: Node, at: Context) -> T_co | Bad:
        """Return the value of a node, or BAD after reporting why there is none."""

    def schema(self, shapes: Shapes, /) -> Schema:
        """Describe the accepted values as JSON Schema."""


def read_text(node: Node, at: Context) -> str | Bad:
    """Return the text of a scalar that says something, without white space around it."""
    if not isinstance(node, TextNode):
        return at.bad(node, "expected-text")
    text = node.text.strip()
    return text or at.bad(node, "empty-text")


@dataclass(frozen=True, slots=True)
class Words:
    """A text without a language, such as a publisher's name or an address."""

    def decode(self, node: Node, at: Context) -> str | Bad:
        """Return the text."""
        return read_text(node, at)

    def schema(self, _shapes: Shapes) -> Schema:
        """Describe a text; see the module for why numbers pass."""
        return {"type": ["string", "number"], "pattern": r"\S"}


@dataclass(frozen=True, slots=True)
class Pattern(Generic[T]):
    """A text of a given form, reported with a code of its own when it has another."""

    pattern: str
    code: str
    convert: Callable[[str], T] = field(compare=False)

    def decode(self, node: Node, at: Context) -> T | Bad:
        """Return the converted text."""
        text = read_text(node, at)
        if isinstance(text, Bad):
            return text
        if not re.fullmatch(self.pattern, text):
            return at.bad(node, self.code, value=text)
        return self.convert(text)

    def schema(self, _shapes: Shapes) -> Schema:
        """Describe the form; numbers pass only where digits alone fit it."""
        types = ["string", "number"] if re.fullmatch(self.pattern, "1988") else ["string"]
        return {"type": types, "pattern": rf"^\s*(?:{self.pattern})\s*$"}


ID_PATTERN = r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
WORDS = Words()
ID = Pattern(ID_PATTERN, "bad-id", str)
LANGUAGE = Pattern(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "bad-language", str)
TOKEN = Pattern(r"[a-z][a-z0-9-]*", "bad-token", str)
SHA256 = Pattern(r"[0-9a-f]{64}", "bad-sha256", str)
SHORT_DIGEST = Pattern(r"[0-9a-f]{16}", "bad-digest", str)
_BOOLEAN = Pattern("true|false", "bad-boolean", "true".__eq__)


@dataclass(frozen=True, slots=True)
class Truth:
    """Either `true` or `false`."""

    def decode(self, node: Node, at: Context) -> bool | Bad:
        """Return the truth value."""
        return _BOOLEAN.decode(node, at)

    def schema(self, _shapes: Shapes) -> Schema:
        """Describe a truth value, however the editor reads it."""
        return {"enum": [True, False, "true", "false"]}


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of another entry, looked up when all files are read."""

    kinds: tuple[str, ...]

    def decode(self, node: Node, at: Context) -> str | Bad:
        """Return the id and note that it was mentioned."""
        text = ID.decode(node, at)
        if not isinstance(text, Bad):
            at.refer(self.kinds, text, node)
        return text

    def schema(self, shapes: Shapes) -> Schema:
        """Describe an id."""
        return ID.schema(shapes)


@dataclass(frozen=True, slots=True)
class CitedKey:
    """The key of a citation of the same entry."""

    def decode(self, node: Node, at: Context) -> str | Bad:
        """Return the key and note where it was mentioned."""
        text = ID.decode(node, at)
        if not isinstance(text, Bad) and isinstance(node, TextNode):
            at.cited_keys.append((text, place_of(node)))
        return text

    def schema(self, shapes: Shapes) -> Schema:
        """Describe a key."""
        return ID.schema(shapes)


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


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """One of a few words, each with its value."""

    words: dict[str, T] = field(hash=False)

    def decode(self, node: Node, at: Context) -> T | Bad:
        """Return the value of the word."""
        text = read_text(node, at)
        if isinstance(text, Bad):
            return text
        if text in self.words:
            return self.words[text]
        return at.bad(node, "unknown-word", **unknown(text, tuple(self.words)))

    def schema(self, _shapes: Shapes) -> Schema:
        """List the words; digits alone are a number to an editor."""
        numbers = [int(word) for word in self.words if word.isdecimal()]
        return {"enum": [*self.words, *numbers]}


def choice(members: type[E]) -> Choice[E]:
    """Return the choice between the values of an enumeration of texts."""
    return Choice({str(member.value): member for member in members})


def unknown(word: str, known: Sequence[str]) -> dict[str, str]:
    """Return the gaps of a message about an unknown word: it, the nearest known one, all known ones."""
    gaps = {"value": word, "known": ", ".join(sorted(known))}
    near = nearest(word, known)
    return {**gaps, "near": near} if near else gaps


@dataclass(frozen=True, slots=True)
class Many(Generic[T]):
    """A list of values of one kind."""

    item: Kind[T]
    least: int = 0
    lone: bool = False
    """Whether one value may stand without its list."""
    partial: bool = False
    """Whether good values are kept beside bad ones."""

    def decode(self, node: Node, at: Context) -> tuple[T, ...] | Bad:
        """Return the values; one that is bad makes the list bad, but all are looked at."""
        if isinstance(node, ListNode):
            items = node.items
        elif self.lone:
            items = [node]
        else:
            return at.bad(node, "expected-list")
        if len(items) < self.least:
            return at.bad(node, "empty-list")
        values = [self.item.decode(item, at) for item in items]
        good = tuple(value for value in values if not isinstance(value, Bad))
        return good if self.partial or len(good) == len(values) else BAD

    def schema(self, shapes: Shapes) -> Schema:
        """Describe the list."""
        item = self.item.schema(shapes)
        many: Schema = {"type": "array", "items": item}
        if self.least:
            many["minItems"] = self.least
        return {"anyOf": [many, item]} if self.lone else many


CITED_KEYS = Many(CitedKey())
