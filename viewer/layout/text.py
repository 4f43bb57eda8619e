"""Measure and shorten texts without knowing fonts; results are kept, as the same texts return every frame."""

import unicodedata
from collections.abc import Callable, Iterable
from typing import NamedTuple

from viewer.base.bidi import runs_one_way

ELLIPSIS = "…"
ROOM_STEP = 12
"""Room is counted in steps of so many pixels, so that a shortened text seldom changes while zooming."""
KEPT = 6000
ENDING = frozenset(
    "\u0621\u0622\u0623\u0624\u0625\u0627\u0629\u062f\u0630\u0631\u0632\u0648\u0671\u0688\u0691\u0698"
)
"""Letters of the Arabic script that are not joined to the one after them."""
OPENERS, CLOSER = "\u2066\u2067\u2068", "\u2069"


class Fitted(NamedTuple):
    """A text as it fits."""

    text: str
    width: float
    clean: bool = False
    """What is left of it looks just as it does in the whole text, and stands at its beginning."""


NOTHING = Fitted("", 0.0)


class _Widths(dict[str, float]):
    """Widths of texts, measured when first asked for."""

    def __init__(self, measure: Callable[[str], float]) -> None:
        super().__init__()
        self._measure = measure

    def __missing__(self, text: str) -> float:
        if len(self) > KEPT:
            self.clear()
        width = self[text] = self._measure(text)
        return width


class Fitter:
    """Widths and shortened forms of texts in one font; make a new one when the font changes."""

    def __init__(self, measure: Callable[[str, bool], float]) -> None:
        """Take what gives the width in pixels of a text, strong or not."""
        self._widths = (_Widths(lambda text: measure(text, False)), _Widths(lambda text: measure(text, True)))
        self._fitted: dict[tuple[str, bool, int], Fitted] = {}

    def width(self, text: str, *, strong: bool = False) -> float:
        """Return the width of a text in pixels."""
        return self._widths[strong][text]

    def widths(self, texts: Iterable[str], strong: Iterable[bool]) -> list[float]:
        """Return the widths of many texts in pixels."""
        return [self._widths[bold][text] for text, bold in zip(texts, strong, strict=True)]

    def fit(self, text: str, room: float, *, strong: bool = False) -> Fitted:
        """Return the text, cut at its end where `room` is too small; "" when nothing fits."""
        width = self.width(text, strong=strong)
        if width <= room:
            return Fitted(text, width)
        key = (text, strong, int((room + 0.01) // ROOM_STEP))
        known = self._fitted.get(key)
        if known is None:
            if len(self._fitted) > KEPT:
                self._fitted.clear()
            known = self._fitted[key] = self._shortened(text, key[2] * ROOM_STEP, strong)
        return known

    def _shortened(self, text: str, room: float, strong: bool) -> Fitted:
        """Find the longest cut that fits, from a guess that is seldom far off."""
        dots, last = self.width(ELLIPSIS, strong=strong), len(text) - 1
        length = min(max(int(len(text) * (room - dots) / self.width(text, strong=strong)), 0), last)
        cut, width = self._cut(text, length, strong)
        while width > room and length > 0:
            length -= 1
            cut, width = self._cut(text, length, strong)
        while length < last:
            longer, wider = self._cut(text, length + 1, strong)
            if wider > room:
                break
            length, cut, width = length + 1, longer, wider
        if length <= 0 or width > room:
            return NOTHING
        return Fitted(cut, width, runs_one_way(text) and not _splits(text, cut))

    def _cut(self, text: str, length: int, strong: bool) -> tuple[str, float]:
        cut = shortened(text, length)
        return cut, self.width(cut, strong=strong)


def shortened(text: str, length: int) -> str:
    """Cut a text after about `length` characters; close what isolates are open.

    Composed letters stay whole, and so do joined ones, unless not even the first of them would stay.
    """
    while 0 < length < len(text) and (unicodedata.combining(text[length]) or text[length] in "\u200c\u200d"):
        length -= 1
    apart = length
    while 0 < apart < len(text) and _joined(text[apart - 1], text[apart]):
        apart -= 1
    kept = text[: apart or length].rstrip(" \u200c,;:،؛")
    if kept.isascii():
        return kept + ELLIPSIS
    still_open = sum(map(kept.count, OPENERS)) - kept.count(CLOSER)
    return kept + ELLIPSIS + CLOSER * still_open


def _splits(text: str, cut: str) -> bool:
    """Tell whether a text was cut between letters that are joined in it."""
    length = len(cut) - len(ELLIPSIS)
    return _joined(text[length - 1], text[length])


def _joined(one: str, other: str) -> bool:
    """Tell whether two neighbouring letters are of a script that joins letters, and are joined."""
    if one.isascii() or other.isascii() or one in ENDING:
        return False
    return unicodedata.bidirectional(one) == unicodedata.bidirectional(other) == "AL"
