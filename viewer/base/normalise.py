"""Bring text into the one form in which search compares it, whatever keyboard or scholar wrote it."""

import re
import unicodedata

from viewer.base.bidi import CONTROLS

_LETTERS = {
    **dict.fromkeys(map(ord, "يىېئﻱﻯ"), "ی"),
    **dict.fromkeys(map(ord, "كڪ"), "ک"),
    **dict.fromkeys(map(ord, "ةۀۂەھ"), "ه"),
    **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
    ord("ؤ"): "و",
    ord("ء"): None,
}
_BLANKS = dict.fromkeys(map(ord, "\u200c\u200b\u00a0\u202f\u2009"), " ")
_DROPPED = dict.fromkeys(map(ord, "\u0640\u00ad\u200d\u2060\ufeff" + CONTROLS))
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʿʾ`´"))
_DIGITS = dict(zip(map(ord, "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩"), "01234567890123456789", strict=True))
_BEFORE = {**_LETTERS, **_BLANKS, **_DROPPED, **_APOSTROPHES, **_DIGITS}
_MARKS = re.compile(
    r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+"
)
_SPACES = re.compile(r"\s+")


def normalise(text: str) -> str:
    """Return text as search compares it.

    Compatibility forms and case are folded; Arabic letters become the Persian ones; hamza, vowel signs and
    Latin diacritics go; a ZWNJ counts as a space; digits become 0-9; apostrophes and bidi marks vanish; runs
    of white space become one space. Other punctuation stays. Idempotent.
    """
    if text.isascii():
        return _SPACES.sub(" ", text.casefold().translate(_APOSTROPHES)).strip()
    folded = unicodedata.normalize("NFKD", text.translate(_BEFORE)).casefold()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", folded))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", bare).translate(_BEFORE)).strip()
