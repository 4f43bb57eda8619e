"""Gather good lines in the order of the file, and give them in the order of an edition."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from viewer.loading.importing.dates import NO_DATES, DateBlock
from viewer.loading.importing.fields import Fields
from viewer.loading.importing.known import Known
from viewer.model.column_building import links_from_pairs
from viewer.model.columns import EventColumns, Flag, Links
from viewer.model.columns import Parts as Possibilities
from viewer.model.edition import LINK_KINDS
from viewer.model.records import Records
from viewer.model.search_words import words_of
from viewer.model.word_index import WordIndex, WordIndexBuilder

_IMPORTANCE = 3
"""Of an event that states none."""


class Draft:
    """All that an edition holds of its events, but for their entries.

    Add all blocks, then `settle`, then ask for the parts.
    """

    def __init__(self, known: Known) -> None:
        self.known = known
        self._ids: list[bytes] = []
        self._dates: list[DateBlock] = [NO_DATES]
        self._categories: list[int] = []
        self._importance = bytearray()
        self._linked: dict[str, list[tuple[str, int]]] = {kind: [] for kind in LINK_KINDS}
        self._titles: dict[str, list[bytes]] = {language: [] for language in known.languages}
        self._words = WordIndexBuilder()
        self.order: NDArray[np.int64] = np.empty(0, np.int64)
        """After settling: the number of the line, among the good ones, of each event by index."""
        self._position = self.order

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, block: Sequence[Fields], dates: DateBlock) -> None:
        """Take the lines of a block with their dates."""
        first = len(self)
        self._ids += [fields.id.encode() for fields in block]
        rows, ids = self.known.category_rows, self.known.ids["categories"]
        self._categories += [rows[ids[fields.category]] for fields in block]
        self._importance += bytes(fields.importance or _IMPORTANCE for fields in block)
        self._dates.append(dates.shifted(first))
        for row, fields in enumerate(block, first):
            for kind in fields.named:
                self._linked[kind] += [(name, row) for name in self.known.linked(fields, kind)]
        for language, titles in self._titles.items():
            titles += [self._title(fields, language) for fields in block]
        self._words.add(range(first, len(self)), map(self._words_of, block))

    def _title(self, fields: Fields, language: str) -> bytes:
        title = fields.titles.get(language, "")
        if not title and language == self.known.languages[0]:
            title = fields.titles.get("", "")
        return title.encode()

    def _words_of(self, fields: Fields) -> list[str]:
        words = words_of((*fields.titles.values(), *fields.texts.values()))
        for kind in fields.named:
            for name in self.known.linked(fields, kind):
                words += self.known.words(kind, name)
        return words

    def settle(self) -> None:
        """Find the order of the events: by earliest start, latest end and id; those without a place last."""
        bounds = np.concatenate([dates.bounds for dates in self._dates])
        placed = np.concatenate([dates.placed for dates in self._dates])
        rank = _inverse(np.argsort(np.array(self._ids, "S")))
        start, end = (np.where(placed, bounds[:, column], 0) for column in (0, 3))
        self.order = np.lexsort((rank, end, start, ~placed))
        self._position = _inverse(self.order)

    def columns(self) -> EventColumns:
        """Return the columns."""
        bounds = np.concatenate([dates.bounds for dates in self._dates])[self.order]
        flags = np.concatenate([dates.flags for dates in self._dates]) | int(Flag.UNCHECKED)
        sensitive = [row for _, row in self._linked["warnings"]]
        flags[sensitive] |= int(Flag.SENSITIVE)
        return EventColumns(
            placed=sum(int(dates.placed.sum()) for dates in self._dates),
            start_min=bounds[:, 0],
            start_max=bounds[:, 1],
            end_min=bounds[:, 2],
            end_max=bounds[:, 3],
            category=np.array(self._categories, np.int16)[self.order],
            importance=np.frombuffer(self._importance, np.int8)[self.order],
            flags=flags[self.order].astype(np.uint16),
            parts=self._parts(),
        )

    def _parts(self) -> Possibilities:
        parts = np.array([part for dates in self._dates for part in dates.parts], np.int64).reshape(-1, 3)
        parts[:, 0] = self._position[parts[:, 0]]
        parts = parts[np.lexsort((parts[:, 1], parts[:, 0]))]
        return Possibilities(parts[:, 0].astype(np.int32), parts[:, 1], parts[:, 2])

    def links(self) -> dict[str, Links]:
        """Return which events belong to each entity."""
        return {kind: self._links(pairs) for kind, pairs in self._linked.items()}

    def _links(self, pairs: list[tuple[str, int]]) -> Links:
        names = tuple(sorted({name for name, _ in pairs}))
        number = {name: at for at, name in enumerate(names)}
        rows = np.array([number[name] for name, _ in pairs], np.int64)
        return links_from_pairs(names, rows, self._position[[row for _, row in pairs]])

    def ids(self) -> Records:
        """Return the ids by index."""
        return self._in_order(self._ids)

    def titles(self) -> dict[str, Records]:
        """Return the titles by index, for each language that has any."""
        return {name: self._in_order(titles) for name, titles in self._titles.items() if any(titles)}

    def _in_order(self, items: list[bytes]) -> Records:
        return Records.of([items[row] for row in self.order.tolist()])

    def words(self) -> WordIndex:
        """Return the index of words; can be asked for once."""
        return self._words.finish(self._position)


def _inverse(order: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return where each item went."""
    positions = np.empty(len(order), np.int64)
    positions[order] = np.arange(len(order))
    return positions
