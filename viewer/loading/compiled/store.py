"""Lay the columns, links, ids, titles and words of an edition down as parts, and read them back."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viewer.loading.compiled.parts import Parts, get_json, get_records, put_json, put_records
from viewer.model.columns import EventColumns, Links
from viewer.model.columns import Parts as Possibilities
from viewer.model.edition import LINK_KINDS
from viewer.model.records import Records
from viewer.model.word_index import WordIndex

_COLUMNS: Mapping[str, type[Any]] = {
    "start_min": np.int64,
    "start_max": np.int64,
    "end_min": np.int64,
    "end_max": np.int64,
    "category": np.int16,
    "importance": np.int8,
    "flags": np.uint16,
}
_POSSIBILITIES: Mapping[str, type[Any]] = {"event": np.int32, "start": np.int64, "end": np.int64}


class ForeignError(Exception):
    """A part is not what this version writes."""


def put_columns(parts: Parts, columns: EventColumns) -> None:
    """Keep the columns, each as one array."""
    for name, kind in _COLUMNS.items():
        parts.put(name, np.ascontiguousarray(getattr(columns, name), kind))
    for name, kind in _POSSIBILITIES.items():
        parts.put(f"possible_{name}", np.ascontiguousarray(getattr(columns.parts, name), kind))
    put_json(parts, "placed", columns.placed)


def get_columns(parts: Parts) -> EventColumns:
    """Return the columns, read-only."""
    columns = {name: _typed(parts, name, kind) for name, kind in _COLUMNS.items()}
    possible = {name: _typed(parts, f"possible_{name}", kind) for name, kind in _POSSIBILITIES.items()}
    if len({len(column) for column in columns.values()}) > 1:
        raise ForeignError("columns of unequal length")
    return EventColumns(placed=int(get_json(parts, "placed")), parts=Possibilities(**possible), **columns)


def _typed(parts: Parts, name: str, kind: type[Any]) -> NDArray[Any]:
    array = parts.array(name)
    if array.dtype != kind or array.ndim != 1:
        raise ForeignError(name)
    return array


def put_links(parts: Parts, links: Mapping[str, Links]) -> None:
    """Keep which events belong to each entity."""
    for kind in LINK_KINDS:
        put_json(parts, f"links_{kind}", links[kind].ids)
        parts.put(f"links_{kind}_offsets", links[kind].offsets.astype(np.int64))
        parts.put(f"links_{kind}_events", links[kind].events.astype(np.int32))


def get_links(parts: Parts) -> dict[str, Links]:
    """Return which events belong to each entity."""
    return {
        kind: Links(
            ids=tuple(get_json(parts, f"links_{kind}")),
            offsets=_typed(parts, f"links_{kind}_offsets", np.int64),
            events=_typed(parts, f"links_{kind}_events", np.int32),
        )
        for kind in LINK_KINDS
    }


def put_ids(parts: Parts, ids: Records) -> None:
    """Keep the ids of the events by index, and their order for looking one up."""
    put_records(parts, "ids", ids)
    order = np.argsort(np.array([ids[index] for index in range(len(ids))], "S"), kind="stable")
    parts.put("ids_order", order.astype(np.int32))


def put_titles(parts: Parts, titles: Mapping[str, Records]) -> None:
    """Keep the titles by index, for each language that has any."""
    for language, records in titles.items():
        put_records(parts, f"title_{language}", records)


def put_words(parts: Parts, index: WordIndex) -> None:
    """Keep the index of words."""
    put_records(parts, "words", index.words)
    parts.put("words_offsets", index.offsets)
    parts.put("words_events", index.events)


def get_words(parts: Parts, total: int) -> WordIndex:
    """Return the index of words."""
    return WordIndex(
        words=get_records(parts, "words"),
        offsets=_typed(parts, "words_offsets", np.int64),
        events=_typed(parts, "words_events", np.int32),
        total=total,
    )
