"""Map the parts of a compiled edition from the zip in which they lie."""

from mmap import ACCESS_READ, ALLOCATIONGRANULARITY, mmap
from typing import NoReturn

import numpy as np

from viewer.loading.compiled.npy import FIRST_BYTES, read_head
from viewer.loading.compiled.parts import Array
from viewer.loading.edition_zip.edition_zip import COMPILED, EditionZip


class ZipParts:
    """Parts in a zip, read-only; those that are stored are mapped where they lie."""

    def __init__(self, edition: EditionZip) -> None:
        self._edition = edition

    def put(self, name: str, array: Array) -> NoReturn:
        """Refuse: an edition in a zip is whole."""
        del array
        raise OSError(name)

    def writer(self, name: str) -> NoReturn:
        """Refuse: an edition in a zip is whole."""
        raise OSError(name)

    def array(self, name: str) -> Array:
        """Return an array; raise KeyError where there is none, ValueError where it is malformed."""
        member = self._edition.members[f"{COMPILED}{name}.npy"]
        whole, start, end = self._octets(f"{COMPILED}{name}.npy")
        head = read_head(bytes(whole[start : min(end, start + FIRST_BYTES)]))
        if len(head.shape) != 1 or start + head.end != end:
            raise ValueError(member.name)
        array: Array = np.ndarray(head.shape, head.dtype, whole, start + head.offset)
        array.setflags(write=False)
        return array

    def block(self, name: str) -> bytes | mmap:
        """Return a block: mapped where it lies evenly, read where it does not."""
        member = self._edition.members[f"{COMPILED}{name}.bin"]
        size = member.info.file_size
        if not size or not member.stored or member.start % ALLOCATIONGRANULARITY:
            return self._edition.read(f"{COMPILED}{name}.bin")
        with self._edition.path.open("rb") as file:
            return mmap(file.fileno(), size, access=ACCESS_READ, offset=member.start)

    def _octets(self, name: str) -> tuple[bytes | mmap, int, int]:
        """Return what holds a member, and where in it the member begins and ends."""
        member = self._edition.members[name]
        if member.stored:
            return self._edition.mapped, member.start, member.start + member.info.file_size
        content = self._edition.read(name)
        return content, 0, len(content)
