"""Find events by the beginnings of words in milliseconds, whether there are a hundred or a million.

The words stand sorted, and the events of each word follow those of the word before. The events of all words
with one beginning are therefore one slice, however many words that are.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

from viewer.model.records import Records

Events = NDArray[np.int32]
_PAST_EVERY_LETTER = b"\xff"
_FEW = 64
"""Below one event in so many, sorting what was found beats marking it on a map of all events."""
_ROW_BITS = 32
_ROW_MASK = (1 << _ROW_BITS) - 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word that must occur: as a beginning of a word, or as a whole word."""

    word: str
    whole: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class WordIndex:
    """All words of a collection in the order of their UTF-8 bytes, with the events that hold them."""

    words: Records
    offsets: NDArray[np.int64]
    """Word w is held by `events[offsets[w]:offsets[w + 1]]`, rising."""
    events: Events
    total: int
    """Number of events in the collection."""

    def find(self, wanted: Sequence[Wanted]) -> Events:
        """Return the events, rising, that hold every one of the words; none when no word is asked for."""
        slices = sorted((self._holding(one) for one in wanted), key=len)
        if not slices or not len(slices[0]):
            return np.empty(0, np.int32)
        if len(slices[0]) * _FEW < self.total:
            return self._among_few(slices)
        mask = self._mask(slices[0])
        for further in slices[1:]:
            mask &= self._mask(further)
        return np.flatnonzero(mask).astype(np.int32)

    def knows(self, wanted: Wanted) -> bool:
        """Tell whether any event holds the word."""
        return len(self._holding(wanted)) > 0

    def spelt(self, beginning: str, most: int) -> list[str]:
        """Return the words with that beginning; none when there are more than `most`."""
        low, high = self._range(Wanted(beginning))
        return [self.words[at].decode() for at in range(low, high)] if high - low <= most else []

    def _holding(self, wanted: Wanted) -> Events:
        """Return the events of all words that match; an event may occur several times."""
        low, high = self._range(wanted)
        return self.events[self.offsets[low] : self.offsets[high]]

    def _range(self, wanted: Wanted) -> tuple[int, int]:
        key = wanted.word.encode()
        low = self.words.first_at_least(key)
        past = key + b"\0" if wanted.whole else key + _PAST_EVERY_LETTER
        return low, self.words.first_at_least(past)

    def _mask(self, events: Events) -> NDArray[np.bool_]:
        mask = np.zeros(self.total, np.bool_)
        mask[events] = True
        return mask

    def _among_few(self, slices: list[Events]) -> Events:
        found = np.unique(slices[0])
        for further in slices[1:]:
            found = found[self._mask(further)[found]]
        return found


class WordIndexBuilder:
    """Gather the words of events, many rows at a time; each row is an event, in any order."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._keys: list[NDArray[np.int64]] = []

    def add(self, rows: Iterable[int], words: Iterable[Sequence[str]]) -> None:
        """Say which words each of the rows holds."""
        held = list(words)
        counts = np.fromiter(map(len, held), np.int64, len(held))
        flat = (word for one in held for word in one)
        numbers = np.fromiter(map(self._numbers.__getitem__, flat), np.int64, int(counts.sum()))
        spread = np.repeat(np.fromiter(rows, np.int64, len(held)), counts)
        self._keys.append(_each_once((numbers << _ROW_BITS) | spread))

    def finish(self, positions: NDArray[np.integer]) -> WordIndex:
        """Make the index; row r becomes the event with index `positions[r]`. Ends the life of the builder."""
        spelt = sorted(self._numbers)
        rank = np.empty(len(spelt), np.int64)
        rank[np.fromiter(map(self._numbers.__getitem__, spelt), np.int64, len(spelt))] = np.arange(len(spelt))
        keys = self._joined_keys()
        for at in range(0, len(keys), 1 << 20):
            part = keys[at : at + (1 << 20)]
            part[:] = (rank[part >> _ROW_BITS] << _ROW_BITS) | positions[part & _ROW_MASK]
        keys.sort()
        offsets = np.searchsorted(keys, np.arange(len(spelt) + 1, dtype=np.int64) << _ROW_BITS)
        events = (keys & _ROW_MASK).astype(np.int32)
        return WordIndex(Records.of(word.encode() for word in spelt), offsets, events, len(positions))

    def _joined_keys(self) -> NDArray[np.int64]:
        """Join the gathered keys and let go of the pieces on the way, so that they are not held twice."""
        joined = np.empty(sum(map(len, self._keys)), np.int64)
        at = len(joined)
        while self._keys:
            piece = self._keys.pop()
            joined[at - len(piece) : at] = piece
            at -= len(piece)
        return joined


def _each_once(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the keys sorted, each once; for so many, quicker than by hashing."""
    keys.sort()
    return keys[np.flatnonzero(np.diff(keys, prepend=-1))]
