"""Map the parts of a compiled edition from the zip in which they lie."""

import os
from mmap import ACCESS_READ, ALLOCATIONGRANULARITY, mmap
from pathlib import Path
from typing import NoReturn
from weakref import finalize

import numpy as np

from viewer.loading.compiled.npy import FIRST_BYTES, read_head
from viewer.loading.compiled.parts import Array
from viewer.loading.edition_zip.edition_zip import COMPILED, EditionZip
from viewer.loading.edition_zip.members import Listed
from viewer.model.records import Block


class ZipBlock:
    """A stored member of which pieces are read where they lie; safe for several threads."""

    def __init__(self, path: Path, start: int, size: int) -> None:
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        finalize(self, os.close, self._file)
        self._start, self._size = start, size

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, part: slice) -> bytes:
        begin, end, _ = part.indices(self._size)
        return os.pread(self._file, max(0, end - begin), self._start + begin)


class ZipParts:
    """Parts in a zip, read-only; those that are stored are used where they lie."""

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
        whole, start, size = self._octets(f"{COMPILED}{name}.npy")
        head = read_head(whole[start : start + min(size, FIRST_BYTES)])
        if head.end != size:
            raise ValueError(name)
        array: Array = np.ndarray(head.shape, head.dtype, whole, start + head.offset)
        array.setflags(write=False)
        return array

    def block(self, name: str) -> Block:
        """Return a block, of which pieces are read only when they are looked at."""
        member = self._edition.members[f"{COMPILED}{name}.bin"]
        if not member.stored:
            return self._edition.read(f"{COMPILED}{name}.bin")
        if hasattr(os, "pread"):
            return ZipBlock(self._edition.path, member.start, member.info.file_size)
        return self._mapped(member) or self._edition.read(f"{COMPILED}{name}.bin")

    def _mapped(self, member: Listed) -> mmap | None:
        """Map a member that begins where a page of memory may begin."""
        if not member.info.file_size or member.start % ALLOCATIONGRANULARITY:
            return None
        with self._edition.path.open("rb") as file:
            return mmap(file.fileno(), member.info.file_size, access=ACCESS_READ, offset=member.start)

    def _octets(self, name: str) -> tuple[bytes | mmap, int, int]:
        """Return what holds a member, where in it the member begins, and its size."""
        member = self._edition.members[name]
        if member.stored:
            return self._edition.mapped, member.start, member.info.file_size
        content = self._edition.read(name)
        return content, 0, len(content)
