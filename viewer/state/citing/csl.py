"""Write sources as CSL-JSON (Citation Style Language 1.0.2, the input data of citation processors)."""

import json
from collections.abc import Iterable
from typing import TypeAlias

from viewer.model.source import Name, Source
from viewer.state.citing.record import Record, record_of
from viewer.state.pages.reader import Reader

Item: TypeAlias = dict[str, object]


def csl_json(reader: Reader, sources: Iterable[Source]) -> str:
    """Return a CSL-JSON array of the sources."""
    items = [csl_item(record_of(reader, source)) for source in sources]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def csl_item(record: Record) -> Item:
    """Return one item; what is not known has no field."""
    item: Item = {"id": record.key, "type": record.type, "title": record.title}
    item |= {"genre": record.genre} if record.genre else {}
    item |= {"author": [_name(name) for name in record.authors]} if record.authors else {}
    issued = _issued(record)
    item |= {"issued": issued} if issued else {}
    item |= record.fields
    return item | ({"note": record.note} if record.note else {})


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    return {"family": name.family} | ({"given": name.given} if name.given else {})


def _issued(record: Record) -> Item | None:
    if record.issued is None:
        return {"literal": record.issued_words} if record.issued_words else None
    parts: Item = {"date-parts": [list(point) for point in record.issued.points]}
    return parts | ({"circa": True} if record.issued.circa else {})
