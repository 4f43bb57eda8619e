"""Which files make up a collection, and what is in them."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath

HEADER_FILE = "collection.yaml"
_ZWNJ = "\u200c"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A YAML file of a collection; `name` is its path below the folder, with `/`, fit to be printed."""

    name: str
    path: Path


def base_of(path: Path) -> Path:
    """Return the folder of a collection that is a folder or a single file."""
    return path if path.is_dir() else path.parent


def collection_files(path: Path) -> list[SourceFile]:
    """Return the YAML files of a collection, the one with its head first, then by name.

    Hidden files and folders are left out and links to folders are not followed. Raises FileNotFoundError.
    """
    if path.is_dir():
        files = [SourceFile(printable(found.relative_to(path).as_posix()), found) for found in _below(path)]
        return sorted(files, key=lambda file: (file.name != HEADER_FILE, file.name))
    if not path.exists():
        raise FileNotFoundError(path)
    return [SourceFile(printable(path.name), path)]


def printable(name: str) -> str:
    """Return the name of a file without what cannot be printed or would turn a line around."""
    return "".join(letter if letter.isprintable() or letter == _ZWNJ else "\ufffd" for letter in name)


def document_path(folder: Path, path: str) -> Path | None:
    """Return the file of a document, or None when its path would leave the folder, links included."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or "\\" in path or PureWindowsPath(path).drive:
        return None
    whole = folder / pure
    return whole if whole.resolve().is_relative_to(folder.resolve()) else None


def misnamed_files(path: Path) -> list[str]:
    """Return the names of `.yml` files, which are not read and may be a slip."""
    return (
        sorted(found.relative_to(path).as_posix() for found in _below(path, ".yml")) if path.is_dir() else []
    )


def content_key(path: Path) -> str:
    """Return the SHA-256, in hex, over the names and contents of the YAML files of a collection."""
    return key_of([(file.name, file.path.read_bytes()) for file in collection_files(path)])


def read_bounded(path: Path, most: int) -> bytes:
    """Return the bytes of a regular file, but no more than `most` and one, so that the excess shows.

    Raises OSError for what cannot be opened and for pipes and devices, which might never end.
    """
    if not path.is_file():
        raise FileNotFoundError(path)
    with path.open("rb") as file:
        return file.read(most + 1)


def key_of(contents: Sequence[tuple[str, bytes]]) -> str:
    """Return the key of files that are already read."""
    total = sha256()
    for name, data in sorted(contents):
        total.update(f"{name}\0{sha256(data).hexdigest()}\n".encode())
    return total.hexdigest()


def _below(folder: Path, suffix: str = ".yaml") -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(where, name)
            if name.endswith(suffix) and not name.startswith(".") and (path.is_file() or path.is_symlink()):
                yield path
