"""Choose what goes into an edition: the files of the collection that are read, and its compiled form."""

import json
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from mmap import mmap
from pathlib import Path
from typing import BinaryIO

import numpy as np

from viewer.base.progress import Work
from viewer.loading.collection_files import Read
from viewer.loading.compiled.filling import fill_from_read
from viewer.loading.compiled.manifest import FORMAT
from viewer.loading.compiled.manifest import MANIFEST as EDITION_MANIFEST
from viewer.loading.compiled.parts import Array
from viewer.loading.edition_zip.edition_zip import COLLECTION, COMPILED
from viewer.loading.packing.payload_files import PayloadFiles


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
    files |= {COMPILED + name: data for name, data in _compiled(read, work).items()}
    return PayloadFiles(files)


def documents(read: Read) -> Iterator[str]:
    """Give the path of each document that travels with a collection, once for each mention."""
    sources = read.collection.library.sources if read.collection else {}
    for source in sources.values():
        yield from (one.path for one in source.documents if one.bundled and one.path)


def _compiled(read: Read, work: Work) -> dict[str, bytes]:
    parts = FileParts()
    fill_from_read(parts, read, work)
    facts = {"format": FORMAT, "order": sys.byteorder, "key": read.key}
    return {**parts.files, EDITION_MANIFEST: json.dumps(facts, indent=1).encode()}
