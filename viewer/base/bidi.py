"""Keep text of one direction from turning the order of text around it (Unicode Standard Annex 9)."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Every character with the property Bidi_Control."""

Direction = Literal["ltr", "rtl"]
_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_ONLY_RTL = re.compile(r"[\u0590-\u05ff\u0600-\u065f\u066a-\u06ef\u06fa-\u07bf\u200c\s«»،؛؟.!():…-]*")
_ANY_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def isolate(text: str) -> str:
    """Return text set apart from its surroundings, in the direction of its first strong letter."""
    return f"{FSI}{text}{PDI}"


def ltr(text: str) -> str:
    """Return text set apart and read left to right: dates, page numbers, ids, addresses, file names."""
    return f"{LRI}{text}{PDI}"


def rtl(text: str) -> str:
    """Return text set apart and read right to left."""
    return f"{RLI}{text}{PDI}"


def first_strong(text: str) -> Direction | None:
    """Return the direction of the first strong letter (rules P2 and P3), or None when there is none."""
    for character in text:
        direction = _STRONG.get(unicodedata.bidirectional(character))
        if direction:
            return direction
    return None


def isolate_within(text: str, around: Direction) -> str:
    """Return text isolated only where it could disturb, or be disturbed by, text running `around`.

    Inside left-to-right text that is any text with a right-to-left letter; inside right-to-left text it is
    all but plain right-to-left words, because bare digits and signs turn around there.
    """
    if not text or text[0] in (LRI, RLI, FSI):
        return text
    harmless = _ONLY_RTL.fullmatch(text) if around == "rtl" else not _ANY_RTL.search(text)
    return text if harmless else isolate(text)


@lru_cache(maxsize=4096)
def runs_one_way(text: str) -> bool:
    """Tell whether all of a text runs in one direction, so that its beginning stands at one end of it."""
    if text.isascii():
        return True
    plain = not _ANY_RTL.search(text) or bool(_ONLY_RTL.fullmatch(text))
    return plain and not any(sign in text for sign in CONTROLS)


def strip_controls(text: str) -> str:
    """Return text without bidi controls, for places that show no such text, such as a search index."""
    return text.translate(_DROP)


_DROP = dict.fromkeys(map(ord, CONTROLS))
