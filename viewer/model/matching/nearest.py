"""Find what is nearest to words that a document does not hold exactly.

First the windows of the document that share the most words with the quotation, in whatever order; then, in
the best of them, what share of the characters agrees in order.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from viewer.model.matching.forms import in_quotation_form
from viewer.model.matching.match import ABSENT, Certainty, Match, Searched

ENOUGH = 0.75
"""Below this score nothing counts as found."""
LONGEST = 4000
"""Characters of a quotation that are compared; what is longer is no quotation."""
_CANDIDATES = 4
_MARGIN = 3
"""Words around a window that may belong to the passage."""
_FEWEST = 0.3
"""Share of the words that a window must hold to be looked at closely."""
_STEM = 4
"""So many letters of a word stand for it, so that an ending or a slip at its end does not hide it."""
_STRETCH = 3
"""Shorter common stretches are chance."""
_ANCHORS = 3
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f\u064b-\u065f\u0670]*)+")


def nearest(searched: Searched, exact: str) -> Match:
    """Return the stretch that is nearest to some words, or ABSENT when none is near enough."""
    if searched.words is None:
        searched.words = _words(searched.text)
    words = searched.words
    wanted = [stem for _, _, stem in _words(exact)]
    quotation = in_quotation_form(exact).text[:LONGEST]
    best = ABSENT
    for first in _likely([stem for _, _, stem in words], wanted):
        start = words[max(first - _MARGIN, 0)][0]
        end = words[min(first + len(wanted) + _MARGIN, len(words)) - 1][1]
        best = max(best, _compared(searched.text, start, end, quotation), key=lambda one: one.score)
    return best if best.score >= ENOUGH else ABSENT


def _words(text: str) -> list[tuple[int, int, str]]:
    """Return start, end and stem of each word."""
    stems: dict[str, str] = {}
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        if word not in stems:
            stems[word] = in_quotation_form(word).text.casefold()[:_STEM]
        found.append((match.start(), match.end(), stems[word]))
    return found


def _likely(stems: Sequence[str], wanted: Sequence[str]) -> Iterator[int]:
    """Give where the windows begin that share the most words, no two of them over half the same."""
    shared = _shared(stems, wanted)
    enough = max(1, len(wanted) * _FEWEST)
    taken: list[int] = []
    for start in sorted(range(len(shared)), key=lambda at: (-shared[at], at)):
        if shared[start] < enough or len(taken) == _CANDIDATES:
            return
        if all(abs(start - other) > len(wanted) // 2 for other in taken):
            taken.append(start)
            yield start


def _shared(stems: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """Return for each window as long as the quotation how many of its words it holds."""
    length = min(len(wanted), len(stems))
    if not length:
        return []
    need = Counter(wanted)
    have = Counter(stems[:length])
    shared = sum((need & have).values())
    counts = [shared]
    for leaving, coming in zip(stems, stems[length:], strict=False):
        shared -= have[leaving] <= need[leaving]
        have[leaving] -= 1
        have[coming] += 1
        shared += have[coming] <= need[coming]
        counts.append(shared)
    return counts


def _compared(text: str, start: int, end: int, quotation: str) -> Match:
    """Return the part of a window that agrees with the quotation, and how far."""
    folded = in_quotation_form(text[start:end])
    score, begin, stop = max(
        ((_ratio(quotation, folded.text[a:b]), a, b) for a, b in _extents(quotation, folded.text)),
        default=(0.0, 0, 0),
    )
    if not score:
        return ABSENT
    found, found_end = folded.original(begin, stop)
    return Match(Certainty.ALIKE, start + found, start + found_end, min(score, 0.999))


def _extents(quotation: str, window: str) -> set[tuple[int, int]]:
    """Return where the quotation may begin and end, were one of the outer common stretches its anchor."""
    matcher = SequenceMatcher(None, quotation, window, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= _STRETCH]
    starts = {max(block.b - block.a, 0) for block in blocks[:_ANCHORS]}
    ends = {min(block.b - block.a + len(quotation), len(window)) for block in blocks[-_ANCHORS:]}
    return {(start, end) for start in starts for end in ends if start < end}


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
