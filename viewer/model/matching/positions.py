"""Find a passage by its position and the short hash of its words (W3C TextPositionSelector)."""

from collections.abc import Iterator

from viewer.base.textform import digest_of
from viewer.model.evidence import TextPosition
from viewer.model.matching.match import ABSENT, Certainty, Match, Searched

NEAR = 64
"""Within so many characters every start is tried; farther away only starts of words."""
FAR = 20_000
"""Farthest start that is tried, in characters."""


def locate_position(searched: Searched, position: TextPosition) -> Match:
    """Find the stretch at its place, or the same stretch nearby; else say that the place differs."""
    length = position.end - position.start
    text = searched.comparable.text
    if length <= 0:
        return ABSENT
    for start in _starts(text, position.start, searched.shift, length):
        if digest_of(text[start : start + length]) == position.digest:
            return _found(searched, position, start)
    return _differing(searched, position)


def _starts(text: str, start: int, shift: int, length: int) -> Iterator[int]:
    """Give the starts to try: its own, that of the last shift, then from near to far."""
    last = len(text) - length
    if 0 <= start <= last:
        yield start
    if shift and 0 <= start + shift <= last:
        yield start + shift
    for step in range(1, FAR):
        for there in (start - step, start + step):
            if 0 <= there <= last and (step <= NEAR or there == 0 or text[there - 1] == " "):
                yield there


def _found(searched: Searched, position: TextPosition, start: int) -> Match:
    begin, end = searched.comparable.original(start, start + position.end - position.start)
    searched.shift = start - position.start
    return Match(Certainty.MOVED if searched.shift else Certainty.SAME, begin, end)


def _differing(searched: Searched, position: TextPosition) -> Match:
    """Return where the passage would stand, so that a reader sees what stands there instead."""
    folded = searched.comparable
    start = max(position.start + searched.shift, 0)
    end = min(position.end + searched.shift, len(folded.text))
    if start >= end:
        return Match(Certainty.DIFFERS, score=0.0)
    return Match(Certainty.DIFFERS, *folded.original(start, end), score=0.0)
