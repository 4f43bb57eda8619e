"""Guess what a curator meant by a word that is not known."""

from collections.abc import Iterable
from functools import lru_cache

_TOO_MANY = 20_000
_TOO_LONG = 60


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like another one, or an empty text when none is like it."""
    words = tuple(known)
    if len(words) > _TOO_MANY or len(word) > _TOO_LONG:
        return ""
    return _nearest(word, words)


@lru_cache(maxsize=256)
def _nearest(word: str, words: tuple[str, ...]) -> str:
    """Return the most similar word; the same slip is often made in every entry of a file."""
    folded = {other.casefold(): other for other in words}
    if word.casefold() in folded:
        return folded[word.casefold()]
    # Sound collections have no such words.
    from difflib import get_close_matches

    matches = get_close_matches(word.casefold(), folded, n=1, cutoff=0.7)
    return folded[matches[0]] if matches else ""
