"""Seal a compiled edition with a manifest, and tell a whole one from all others.

The manifest is written last. It names the format, the byte order, the key of the content, and every part with
its size and SHA-256. A part of some size is not read again while the time of its last change is as sealed.
"""

import json
import os
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from viewer.base.atomic import write_atomic

FORMAT = 1
"""Raised with every change of what the parts mean; editions of other formats are built anew."""
MANIFEST = "manifest.json"
_ALWAYS_READ = 1 << 20
_Facts = dict[str, Any]


class UnusableError(Exception):
    """An edition is missing, torn, stale or foreign; the text says which, for logs."""


def seal(folder: Path, key: str) -> None:
    """Describe all parts in the manifest; large ones reach the disk before it does."""
    parts = {path.name: _described(path) for path in sorted(folder.iterdir())}
    _write(folder, {"format": FORMAT, "order": sys.byteorder, "key": key, "parts": parts})


def check_seal(folder: Path, key: str) -> None:
    """Raise UnusableError unless `folder` holds a whole edition of the content with that key."""
    manifest = _read(folder)
    if manifest.get("format") != FORMAT or manifest.get("order") != sys.byteorder:
        raise UnusableError("another format")
    if manifest.get("key") != key:
        raise UnusableError("other content")
    parts = manifest.get("parts")
    if not isinstance(parts, dict) or not parts:
        raise UnusableError("no parts")
    touched = [name for name, fact in parts.items() if _is_touched(folder / name, fact)]
    if touched:
        _seal_again(folder, manifest)


def _described(path: Path) -> _Facts:
    stamp = _stamp(path)
    if stamp["size"] > _ALWAYS_READ:
        # A loss of power must not leave a part of the right size and time without its content.
        with path.open("r+b") as file:
            os.fsync(file.fileno())
    return {**stamp, "sha256": file_digest(path)}


def _stamp(path: Path) -> _Facts:
    stat = path.stat()
    return {"size": stat.st_size, "changed": stat.st_mtime_ns}


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file in hex."""
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _is_touched(path: Path, fact: _Facts) -> bool:
    """Check one part; tell whether it was written to (or copied) since, and is yet the same."""
    try:
        now = _stamp(path)
        untouched = now["changed"] == fact["changed"]
        same = now["size"] == fact["size"] and (
            (untouched and now["size"] > _ALWAYS_READ) or file_digest(path) == fact["sha256"]
        )
    except (OSError, KeyError, TypeError) as error:
        raise UnusableError(f"{path.name} cannot be read") from error
    if not same:
        raise UnusableError(f"{path.name} is not as sealed")
    return not untouched and bool(now["size"] > _ALWAYS_READ)


def _seal_again(folder: Path, manifest: _Facts) -> None:
    """Note the new times of parts that were copied, so that they are not read in full each time."""
    stamps = {name: {**fact, **_stamp(folder / name)} for name, fact in manifest["parts"].items()}
    try:
        _write(folder, {**manifest, "parts": stamps})
    except OSError:
        return


def _write(folder: Path, manifest: _Facts) -> None:
    write_atomic(folder / MANIFEST, json.dumps(manifest, indent=1).encode())


def _read(folder: Path) -> _Facts:
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError) as error:
        raise UnusableError("no manifest") from error
    if not isinstance(manifest, dict):
        raise UnusableError("no manifest")
    return manifest
