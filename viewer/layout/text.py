"""Measure and shorten texts without knowing fonts; results are kept, as the same texts return every frame."""

import unicodedata
from collections.abc import Callable, Iterable

ELLIPSIS = "…"
ROOM_STEP = 12
"""Room is counted in steps of so many pixels, so that a shortened text seldom changes while zooming."""
KEPT = 20_000
OPENERS, CLOSER = "\u2066\u2067\u2068", "\u2069"


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
        self._fitted: dict[tuple[str, bool, int], tuple[str, float]] = {}

    def width(self, text: str, *, strong: bool = False) -> float:
        """Return the width of a text in pixels."""
        return self._widths[strong][text]

    def widths(self, texts: Iterable[str], strong: Iterable[bool]) -> list[float]:
        """Return the widths of many texts in pixels."""
        return [self._widths[bold][text] for text, bold in zip(texts, strong, strict=True)]

    def fit(self, text: str, room: float, *, strong: bool = False) -> tuple[str, float]:
        """Return the text, cut at its end where `room` is too small, and its width; "" when nothing fits."""
        width = self.width(text, strong=strong)
        if width <= room:
            return text, width
        key = (text, strong, int((room + 0.01) // ROOM_STEP))
        known = self._fitted.get(key)
        if known is None:
            if len(self._fitted) > KEPT:
                self._fitted.clear()
            known = self._fitted[key] = self._shortened(text, key[2] * ROOM_STEP, strong)
        return known

    def _shortened(self, text: str, room: float, strong: bool) -> tuple[str, float]:
        """Find the longest cut that fits, from a guess that is seldom far off."""
        length = min(int(len(text) * room / self.width(text, strong=strong)), len(text) - 1)
        while length > 0 and self.width(shortened(text, length), strong=strong) > room:
            length -= 1
        while 0 < length < len(text) - 1 and self.width(shortened(text, length + 1), strong=strong) <= room:
            length += 1
        cut = shortened(text, length)
        return (cut, self.width(cut, strong=strong)) if length > 0 else ("", 0.0)


def shortened(text: str, length: int) -> str:
    """Cut a text after about `length` characters, not inside a composed one; close what isolates are open."""
    while 0 < length < len(text) and (unicodedata.combining(text[length]) or text[length] in "\u200c\u200d"):
        length -= 1
    kept = text[:length].rstrip(" \u200c,;:،؛")
    still_open = sum(kept.count(opener) for opener in OPENERS) - kept.count(CLOSER)
    return kept + ELLIPSIS + CLOSER * still_open
