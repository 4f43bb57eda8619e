"""Let a reader mark words of a paragraph with the mouse and copy them."""

import re
from dataclasses import dataclass

from viewer.base.bidi import strip_controls

_JOINERS = re.compile("[\u2060\u200b]")
_WORD = re.compile(r"[\w\u200c]+")


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked, from where the mouse went down to where it is; positions count characters."""

    anchor: int = 0
    at: int = 0

    @property
    def start(self) -> int:
        """Where the marked words begin in the text."""
        return min(self.anchor, self.at)

    @property
    def end(self) -> int:
        """Where they end."""
        return max(self.anchor, self.at)

    def __bool__(self) -> bool:
        return self.anchor != self.at

    def words(self, text: str) -> str:
        """Return what is marked of a text, without the signs that only steer its layout."""
        plain = strip_controls(_JOINERS.sub("", text[self.start : self.end]))
        return plain.replace("\u2028", "\n").replace("\u00a0", " ")


def word_at(text: str, position: int) -> Marked:
    """Return the word about a position, marked."""
    for word in _WORD.finditer(text):
        if word.start() <= position <= word.end():
            return Marked(word.start(), word.end())
    return Marked(position, position)
