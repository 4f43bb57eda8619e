"""Keep what was worked out from an edition beside it, so that the next opening need not do it again."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from viewer.base.atomic import new_folder
from viewer.loading.compiled.manifest import MANIFEST, UnusableError, check_seal, seal
from viewer.loading.compiled.parts import Array, FolderParts

_FOLDER = "kept"


def read_kept(edition: Path, name: str, key: str) -> dict[str, Array] | None:
    """Map the arrays kept under a name; None when there are none that are whole and of this edition."""
    folder = edition / _FOLDER / name
    try:
        check_seal(folder, key)
        parts = FolderParts(folder)
        return {path.stem: parts.array(path.stem) for path in folder.iterdir() if path.name != MANIFEST}
    except (UnusableError, OSError, ValueError):
        return None


def write_kept(edition: Path, name: str, key: str, arrays: Mapping[str, Array]) -> None:
    """Keep arrays under a name; not being able to costs only time."""
    with suppress(OSError), new_folder(edition / _FOLDER / name) as folder:
        parts = FolderParts(folder)
        for part, array in arrays.items():
            parts.put(part, array)
        seal(folder, key)
