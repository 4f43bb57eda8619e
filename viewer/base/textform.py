"""Bring two copies of one document to the same characters, so that positions in it can be compared.

A collection may point at a stretch of a document without carrying its words: it stores the start and
the end of the stretch, counted in characters of the *comparable form*, and a short hash of it. Copies of
a document differ in spacing, quotation marks, dashes, emphasis marks and in the Arabic or Persian code
points of the same letter; the comparable form is blind to exactly these. In order: Unicode normalisation
form C; the Persian letters for Arabic yeh and kaf; every quotation mark and apostrophe becomes `"`; every
dash and hyphen becomes `-`; `*` is removed; a zero-width non-joiner counts as a space; runs of white
space become one space; the ends are trimmed. Applied twice it changes nothing more.

Letters keep their case and digits their script: this form locates, it does not search.
"""

import hashlib
import re
import unicodedata

DIGEST_LENGTH = 16
"""Hex digits kept of a SHA-256: enough to tell one stretch from another, too few to stand for it."""

_ZWNJ = "\u200c"
_QUOTES = (
    "\"'`\u00b4\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f"
    "\u2032\u2033\u2035\u2036\u2039\u203a\uff02\uff07"
)
_DASHES = (
    "-\u058a\u05be\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043"
    "\u2212\u2e3a\u2e3b\u301c\u3030\ufe58\ufe63\uff0d"
)
_LETTERS = str.maketrans(
    {
        "\u064a": "\u06cc",
        "\u0643": "\u06a9",
        _ZWNJ: " ",
        "*": None,
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_DASHES, "-"),
    }
)
_SPACES = re.compile(r"\s+")


def comparable(text: str) -> str:
    """Give the comparable form of a text."""
    composed = unicodedata.normalize("NFC", text).translate(_LETTERS)
    # Once more: a letter and its accent may have met where a `*` was removed.
    return _SPACES.sub(" ", unicodedata.normalize("NFC", composed)).strip()


def digest_of(stretch: str) -> str:
    """Give the first 16 hex digits of the SHA-256 of a stretch that is already in comparable form."""
    return hashlib.sha256(stretch.encode("utf-8")).hexdigest()[:DIGEST_LENGTH]


def stretch_at(text: str, start: int, end: int, digest: str) -> str | None:
    """Give the stretch between two positions of a comparable text, or None where its digest differs."""
    stretch = text[start:end]
    return stretch if start < end and digest_of(stretch) == digest else None
