"""Fold a text into the form in which it is compared, and keep the way back to where each character stood."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

_KEPT = "0-9A-Za-z.,;:!?()\\[\\]/&%+=ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
"""Characters that every form keeps, unless something after them joins them."""
_PIECE = re.compile(
    rf"(?P<kept>[{_KEPT}]+(?=[{_KEPT} \n]|\Z))"
    r"|(?P<gap>[\s\u200c*]*[\s\u200c][\s\u200c*]*)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_STARS = re.compile(r"\*+")
_FIRST_JOINING = "\u0300"
"""No character below it joins the one before."""


@dataclass(slots=True)
class Folded:
    """A folded text; positions in it lead back to the text it was made of."""

    text: str = ""
    at: list[int] = field(default_factory=list)
    """Where each piece begins in the folded text."""
    spans: list[tuple[int, int]] = field(default_factory=list)
    """Where each piece stands in the original."""
    even: list[bool] = field(default_factory=list)
    """Whether the characters of a piece stand for those of the original one for one."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the original text for a stretch of the folded one; start < end."""
        first, last = bisect_right(self.at, start) - 1, bisect_right(self.at, end - 1) - 1
        (begin, _), (other, stop) = self.spans[first], self.spans[last]
        if self.even[first]:
            begin += start - self.at[first]
        if self.even[last]:
            stop = other + end - self.at[last]
        return begin, stop

    def folded(self, position: int) -> int:
        """Return the position in the folded text at or just before a position of the original."""
        piece = bisect_right(self.spans, (position, len(self.text) << 3)) - 1
        if piece < 0:
            return 0
        inside = position - self.spans[piece][0]
        return self.at[piece] + min(inside, self._length(piece))

    def _length(self, piece: int) -> int:
        end = self.at[piece + 1] if piece + 1 < len(self.at) else len(self.text)
        return end - self.at[piece]


def fold(text: str, change: Callable[[str], str], gap: str) -> Folded:
    """Fold a text piece by piece.

    `change` folds one character together with the marks that join it. White space, and what counts as such,
    becomes `gap` between two pieces and nothing at the ends.
    """
    making = _Making(gap)
    at = 0
    while match := _PIECE.match(text, at):
        at = match.end()
        if match.lastgroup == "kept":
            making.put(match.group(), match.start(), at, even=True)
        elif match.lastgroup == "gap":
            making.part(match.start(), at)
        else:
            at = _joined_end(text, match.start())
            making.put(change(text[match.start() : at]), match.start(), at, even=False)
    return making.done()


class _Making:
    """A folded text while it grows."""

    def __init__(self, gap: str) -> None:
        self._gap = gap
        self._waiting: tuple[int, int] | None = None
        self._parts: list[str] = []
        self._length = 0
        self._folded = Folded()

    def put(self, piece: str, start: int, end: int, *, even: bool) -> None:
        """Add a piece, after the gap that waited for it."""
        if not piece:
            return
        if self._waiting and self._gap and self._parts:
            self._add(self._gap, self._waiting, even=False)
        self._waiting = None
        self._add(piece, (start, end), even=even)

    def part(self, start: int, end: int) -> None:
        """Note a gap; it stands only between two pieces."""
        self._waiting = (self._waiting[0], end) if self._waiting else (start, end)

    def done(self) -> Folded:
        """Return the whole."""
        self._folded.text = "".join(self._parts)
        return self._folded

    def _add(self, piece: str, span: tuple[int, int], *, even: bool) -> None:
        self._folded.at.append(self._length)
        self._folded.spans.append(span)
        self._folded.even.append(even)
        self._parts.append(piece)
        self._length += len(piece)


def _joined_end(text: str, start: int) -> int:
    """Return where the character at `start` ends, with all that joins it; `*` in between is no obstacle."""
    end = start + 1
    while end < len(text):
        stars = _STARS.match(text, end)
        nearest = stars.end() if stars else end
        if nearest >= len(text) or not _joins(text[start:end], text[nearest]):
            return end
        end = nearest + 1
    return end


def _joins(before: str, mark: str) -> bool:
    if mark < _FIRST_JOINING:
        return False
    if unicodedata.combining(mark):
        return True
    before = before.replace("*", "")
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", mark)
    return unicodedata.normalize("NFC", before + mark) != apart
