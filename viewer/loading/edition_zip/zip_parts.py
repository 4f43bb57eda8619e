"""Map the parts of a compiled edition from the zip in which they lie."""

from io import BytesIO
from mmap import ACCESS_READ, ALLOCATIONGRANULARITY, mmap
from typing import BinaryIO, NoReturn

import numpy as np
from numpy.lib import format as npy

from viewer.loading.compiled.parts import Array
from viewer.loading.edition_zip.edition_zip import COMPILED, EditionZip

_LONGEST_HEADER = 4096


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
        header = BytesIO(whole[start : min(end, start + _LONGEST_HEADER)])
        shape, fortran, dtype = _header(header)
        if dtype.hasobject or fortran or len(shape) != 1:
            raise ValueError(member.name)
        if start + header.tell() + shape[0] * dtype.itemsize != end:
            raise ValueError(member.name)
        array: Array = np.ndarray(shape, dtype, whole, start + header.tell())
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


def _header(file: BinaryIO) -> tuple[tuple[int, ...], bool, np.dtype[np.generic]]:
    version = npy.read_magic(file)
    if version != (1, 0):
        raise ValueError(version)
    shape, fortran, dtype = npy.read_array_header_1_0(file)
    return shape, fortran, dtype
