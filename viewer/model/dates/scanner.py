"""Read a date text character by character, and refuse what cannot stand with its column."""

import re

from viewer.model.dates.fuzzy import Qualifier
from viewer.model.dates.problems import EdtfError

QUALIFIERS = {"~": Qualifier.APPROXIMATE, "?": Qualifier.UNCERTAIN, "%": Qualifier.BOTH}
_UNKNOWN_DIGITS = re.compile(r"(?:[xuU]+|\*)(?![A-Za-z])")
_OLD_WORD = re.compile("open|unknown", re.IGNORECASE)


class Scanner:
    """A cursor over `text[begin:end]`; columns are counted within the whole text."""

    def __init__(self, text: str, begin: int, end: int) -> None:
        self.text = text
        self.position = begin
        self.end = end

    def peek(self) -> str:
        """Give the next character, or an empty string at the end."""
        return self.text[self.position] if self.position < self.end else ""

    def take(self, character: str) -> bool:
        """Step over a character if it is next."""
        if self.peek() != character:
            return False
        self.position += 1
        return True

    def run(self, allowed: str) -> str:
        """Step over and give the longest run of allowed characters."""
        begin = self.position
        while self.position < self.end and self.text[self.position] in allowed:
            self.position += 1
        return self.text[begin : self.position]

    def qualifier(self) -> Qualifier:
        """Step over a `?`, `~` or `%`, and give its meaning; refuse a second one."""
        found = self.run("?~%")
        if len(found) > 1:
            raise EdtfError("qualifier-twice", self.position - len(found) + 1)
        return QUALIFIERS[found] if found else Qualifier.NONE

    def expect_end(self) -> None:
        """Refuse whatever is left."""
        if self.position < self.end:
            raise self.stray()

    def stray(self) -> EdtfError:
        """Say why the next character cannot stand there."""
        found, at = self.peek(), self.position
        old = _OLD_WORD.match(self.text, at, self.end)
        if old:
            return EdtfError(f"word-{old[0].lower()}", at, found=old[0])
        if found.isspace():
            return EdtfError("space", at)
        if found.isdigit() and not found.isascii():
            return EdtfError("digits", at, found=found)
        return self._stray_letter(found, at)

    def _stray_letter(self, found: str, at: int) -> EdtfError:
        if _UNKNOWN_DIGITS.match(self.text, at, self.end):
            return EdtfError("unspecified", at, found=found)
        if found in {"t", "z", "y", "e", "s"}:
            return EdtfError("capital", at, found=found, meant=found.upper())
        if self.text.startswith("..", at):
            return EdtfError("set-outside", at)
        return EdtfError("character", at, found=found)
