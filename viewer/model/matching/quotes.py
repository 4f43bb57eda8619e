"""Find a passage by its words (W3C TextQuoteSelector): exactly, or else what is nearest to it."""

from difflib import SequenceMatcher

from viewer.model.evidence import TextQuote
from viewer.model.matching.folding import Folded
from viewer.model.matching.forms import in_quotation_form
from viewer.model.matching.match import ABSENT, Certainty, Match, Searched
from viewer.model.matching.nearest import nearest

CONTEXT = 64
"""How many characters before and after are held against prefix and suffix."""
_LONG = 20
"""From this length, in characters, words may begin or end inside a longer one."""


def locate_quote(searched: Searched, quote: TextQuote) -> Match:
    """Find the words; where they stand several times, prefix and suffix decide."""
    exact = in_quotation_form(quote.exact).text
    if not exact:
        return ABSENT
    folded = searched.quotation
    places = _places(searched.text, folded, exact)
    if not places:
        return nearest(searched, quote.exact)
    best = max(places, key=lambda start: _fit(folded.text, start, start + len(exact), quote))
    begin, end = folded.original(best, best + len(exact))
    equal = sum(_is_as_good(folded.text, start, best, exact, quote) for start in places)
    return Match(Certainty.SAME, begin, end, places=equal)


def occurrences(searched: Searched, words: str, most: int = 2000) -> tuple[tuple[int, int], ...]:
    """Return where some words stand, large and small letters alike, in any writing; at most `most` places."""
    text, wanted = searched.quotation.text, in_quotation_form(words).text
    if len(text.lower()) == len(text):
        text, wanted = text.lower(), wanted.lower()
    found: list[tuple[int, int]] = []
    at = text.find(wanted) if wanted else -1
    while at >= 0 and len(found) < most:
        found.append(searched.quotation.original(at, at + len(wanted)))
        at = text.find(wanted, at + len(wanted))
    return tuple(found)


def _places(text: str, folded: Folded, exact: str) -> list[int]:
    """Return where the words stand, whole words only for short ones."""
    found, at = [], folded.text.find(exact)
    while at >= 0:
        if len(exact) >= _LONG or _is_whole(text, *folded.original(at, at + len(exact))):
            found.append(at)
        at = folded.text.find(exact, at + 1)
    return found


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether no word is cut at either end."""
    before = start > 0 and text[start].isalnum() and text[start - 1].isalnum()
    after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not before and not after


def _fit(text: str, start: int, end: int, quote: TextQuote) -> float:
    """Return how well what stands around fits prefix and suffix: 0 … 2."""
    prefix, suffix = in_quotation_form(quote.prefix).text, in_quotation_form(quote.suffix).text
    before = text[max(start - min(len(prefix), CONTEXT), 0) : start]
    after = text[end : end + min(len(suffix), CONTEXT)]
    return _likeness(prefix[-CONTEXT:], before) + _likeness(suffix[:CONTEXT], after)


def _is_as_good(text: str, start: int, best: int, exact: str, quote: TextQuote) -> bool:
    length = len(exact)
    return _fit(text, start, start + length, quote) >= _fit(text, best, best + length, quote)


def _likeness(wanted: str, there: str) -> float:
    return SequenceMatcher(None, wanted, there, autojunk=False).ratio() if wanted else 0.0
