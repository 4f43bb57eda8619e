"""Choose what goes into an edition: the files of the collection that are read, and its compiled form."""

import json
import sys
from collections.abc import Sequence
from io import BytesIO
from mmap import mmap
from pathlib import Path
from typing import BinaryIO

import numpy as np

from viewer.base.progress import Work
from viewer.loading.collection_files import Read
from viewer.loading.compiled.facts import Facts
from viewer.loading.compiled.filling import fill_from_read
from viewer.loading.compiled.key import key_with
from viewer.loading.compiled.manifest import FORMAT
from viewer.loading.compiled.manifest import MANIFEST as EDITION_MANIFEST
from viewer.loading.compiled.parts import Array
from viewer.loading.edition_zip.edition_zip import COLLECTION, COMPILED
from viewer.loading.importing.building import fill_from_lines
from viewer.loading.importing.folder import LINES_FILE, is_lines_folder
from viewer.loading.opened import BESIDE
from viewer.loading.packing.choosing import documents, refuse
from viewer.loading.packing.payload_files import PayloadFiles
from viewer.model.problem import Severity


class _Kept(BytesIO):
    """A part being written."""

    def __init__(self, files: dict[str, bytes], name: str) -> None:
        super().__init__()
        self._files, self._name = files, name

    def close(self) -> None:
        """Keep what was written."""
        if not self.closed:
            self._files[self._name] = self.getvalue()
        super().close()


class FileParts:
    """Parts of an edition as the octets of files, to be written elsewhere."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def put(self, name: str, array: Array) -> None:
        """Keep an array as `.npy`."""
        with _Kept(self.files, f"{name}.npy") as file:
            np.save(file, array, allow_pickle=False)

    def array(self, name: str) -> Array:
        """Return an array."""
        array: Array = np.load(BytesIO(self.files[f"{name}.npy"]), allow_pickle=False)
        return array

    def writer(self, name: str) -> BinaryIO:
        """Return a file for a block."""
        return _Kept(self.files, f"{name}.bin")

    def block(self, name: str) -> bytes | mmap:
        """Return a block."""
        return self.files[f"{name}.bin"]


def payload(read: Read, contents: Sequence[tuple[str, bytes]], folder: Path, work: Work) -> PayloadFiles:
    """Return everything that goes into an edition of a collection without errors."""
    files: dict[str, bytes | Path] = {COLLECTION + name: data for name, data in contents}
    files |= {COLLECTION + path: folder / path for path in sorted(set(documents(read)))}
    lines = folder / LINES_FILE if is_lines_folder(folder) else None
    if lines:
        files[COLLECTION + LINES_FILE] = lines
    files |= {COMPILED + name: data for name, data in _compiled(read, lines, work).items()}
    return PayloadFiles(files)


def _compiled(read: Read, lines: Path | None, work: Work) -> dict[str, bytes]:
    """Return the files of the compiled edition; raise PackRefusedError for errors among the events."""
    parts, key = FileParts(), read.key
    if lines:
        key = key_with(read.key, lines, lines.parent / BESIDE)
        fill_from_lines(parts, lines, read, work)
        refuse([one for one in Facts.read(parts).problems if one.severity is Severity.ERROR])
    else:
        fill_from_read(parts, read, work)
    facts = {"format": FORMAT, "order": sys.byteorder, "key": key}
    return {**parts.files, EDITION_MANIFEST: json.dumps(facts, indent=1).encode()}
