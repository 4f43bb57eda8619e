"""Hash a file that may be large, once, and again only when it was written to."""

import json
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from viewer.base.atomic import write_atomic
from viewer.loading.compiled.manifest import file_digest

_SEEN = "seen.json"


class _Seen(NamedTuple):
    size: int
    changed: int
    digest: str


def key_with(collection_key: str, path: Path, beside: Path) -> str:
    """Return the key, in hex, of a collection whose events stand in one further file.

    In `beside`, a folder of compiled editions that travels with the file, its hash is remembered with its
    size and the time of its last change, where that folder is there and can be written. Raises OSError.
    """
    stat = path.stat()
    seen = _read(beside / _SEEN)
    if seen is None or seen[:2] != (stat.st_size, stat.st_mtime_ns):
        seen = _Seen(stat.st_size, stat.st_mtime_ns, file_digest(path))
        _remember(beside, seen)
    return joined_key(collection_key, path.name, seen.digest)


def joined_key(collection_key: str, name: str, digest: str) -> str:
    """Return the key of a collection with one further file, of which the SHA-256 is known."""
    return sha256(f"{collection_key}\n{name}\0{digest}\n".encode()).hexdigest()


def _read(note: Path) -> _Seen | None:
    try:
        size, changed, digest = json.loads(note.read_bytes())
        return _Seen(int(size), int(changed), str(digest))
    except (OSError, ValueError, TypeError):
        return None


def _remember(beside: Path, seen: _Seen) -> None:
    """Note the hash; not being able to costs only time."""
    try:
        if beside.is_dir():
            write_atomic(beside / _SEEN, json.dumps(seen).encode())
    except OSError:
        return
