"""Choices between a few words, and guesses at what an unknown word was meant to be."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from viewer.loading.decode.context import Bad, Context
from viewer.loading.decode.kinds import Schema, Shapes, T, read_text
from viewer.loading.near import nearest
from viewer.loading.yaml.nodes import Node

E = TypeVar("E", bound=Enum)


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
