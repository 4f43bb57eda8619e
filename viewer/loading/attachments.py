"""Remember where a reader's own copies of documents lie, for readers who allow it.

One JSON file in the settings folder keeps path and SHA-256 of each copy, by collection. What cannot be
understood counts as absent.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from viewer.base.atomic import write_atomic
from viewer.model.ids import SourceId
from viewer.model.own_copy import OwnCopy

FILE_NAME = "copies.json"
_MOST = 1 << 20
"""Bytes of the file that are read."""


def remembered_copies(folder: Path, collection: str) -> tuple[OwnCopy, ...]:
    """Return the copies a reader had remembered for a collection."""
    return tuple(copy for name, copy in _kept(folder) if name == collection)


def remember_copy(folder: Path, collection: str, copy: OwnCopy) -> None:
    """Keep path and hash of a copy, in place of an earlier one; raises OSError."""
    others = [row for row in _kept(folder) if not _is_same(row, collection, copy)]
    _write(folder, [*others, (collection, copy)])


def forget_copy(folder: Path, collection: str, copy: OwnCopy) -> None:
    """Keep nothing of a copy any more; raises OSError."""
    kept = list(_kept(folder))
    others = [row for row in kept if not _is_same(row, collection, copy)]
    if len(others) < len(kept):
        _write(folder, others)


def _is_same(row: tuple[str, OwnCopy], collection: str, copy: OwnCopy) -> bool:
    return (row[0], row[1].source, row[1].document) == (collection, copy.source, copy.document)


def _kept(folder: Path) -> Iterator[tuple[str, OwnCopy]]:
    path = folder / FILE_NAME
    try:
        text = path.read_text(encoding="utf-8") if path.stat().st_size <= _MOST else ""
        rows = json.loads(text)["copies"]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return
    for row in rows if isinstance(rows, list) else ():
        if found := _read(row):
            yield found


def _read(row: object) -> tuple[str, OwnCopy] | None:
    if not isinstance(row, dict):
        return None
    words = [row.get(name) for name in ("collection", "source", "path", "sha256")]
    number = row.get("document")
    if not isinstance(number, int) or number < 0 or not all(isinstance(word, str) for word in words):
        return None
    collection, source, path, digest = map(str, words)
    return collection, OwnCopy(SourceId(source), number, path, digest, remembered=True)


def _write(folder: Path, rows: list[tuple[str, OwnCopy]]) -> None:
    copies = [
        {
            "collection": collection,
            "source": copy.source,
            "document": copy.document,
            "path": copy.path,
            "sha256": copy.sha256,
        }
        for collection, copy in rows
    ]
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"format": 1, "copies": copies}, ensure_ascii=False, indent=1)
    write_atomic(folder / FILE_NAME, (text + "\n").encode())
