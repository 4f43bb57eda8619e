"""What a kind of value is, and the simplest: words, ids, tokens, hashes and truth values.

A kind decodes a node and describes itself as JSON Schema (draft 7, which editors know best). Editors see
unquoted numbers as numbers, so a schema for words lets numbers pass: here every scalar is text until its kind
reads it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeAlias, TypeVar

from viewer.loading.decode.context import Bad, Context
from viewer.loading.yaml.nodes import Node, TextNode

Schema: TypeAlias = dict[str, object]
Shapes: TypeAlias = dict[str, Schema]
"""The named shapes of a schema, to which each shape met on the way adds itself."""
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


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
