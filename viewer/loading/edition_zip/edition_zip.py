"""Read an edition from its zip where it lies: nothing is unpacked onto a disk."""

import zlib
from collections.abc import Mapping
from functools import cached_property
from io import BytesIO, RawIOBase
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import BinaryIO, cast

from viewer.loading.bag.tags import DECLARATION
from viewer.loading.edition_zip.members import Listed, list_members
from viewer.loading.edition_zip.refusals import ZipRefusedError
from viewer.loading.files import HEADER_FILE

COLLECTION = "data/collection/"
COMPILED = "data/compiled/"
"""What opens the edition at once; everything in it follows from the collection."""
_BLOCK = 1 << 20


class EditionZip:
    """An edition in one file, listed and checked; several threads may read it.

    Raises ZipRefusedError where it could do harm or is no edition, OSError where it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as file:
            self.listed = list_members(file)
        self.base = _base(self.listed)
        self._members = {one.name.removeprefix(self.base): one for one in self.listed}

    @property
    def members(self) -> Mapping[str, Listed]:
        """The files of the bag by name; files outside its folder have their whole name."""
        return self._members

    def sizes(self) -> dict[str, int]:
        """Return the size of each file."""
        return {name: one.info.file_size for name, one in self._members.items()}

    def open(self, name: str) -> BinaryIO:
        """Open a file for reading; raise KeyError where there is none, OSError where it is damaged."""
        member = self._members[name]
        if member.stored:
            return cast(BinaryIO, _Window(self.path, member.start, member.info.file_size))
        return BytesIO(self._inflated(member))

    def read(self, name: str) -> bytes:
        """Return a whole file."""
        with self.open(name) as file:
            return file.read()

    @cached_property
    def mapped(self) -> mmap:
        """The whole zip, mapped into memory."""
        with self.path.open("rb") as file:
            return mmap(file.fileno(), 0, access=ACCESS_READ)

    def _inflated(self, member: Listed) -> bytes:
        """Return the octets of a deflated member, never more than it says it has."""
        info = member.info
        with _Window(self.path, member.start, info.compress_size) as window:
            packed = window.read()
        try:
            content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, info.file_size + 1)
        except zlib.error as error:
            raise OSError(member.name) from error
        if len(content) != info.file_size or zlib.crc32(content) != info.CRC:
            raise OSError(member.name)
        return content


class _Window(RawIOBase):
    """A part of a file, read by its own handle."""

    def __init__(self, path: Path, start: int, size: int) -> None:
        super().__init__()
        self._file = path.open("rb", buffering=0)
        self._file.seek(start)
        self._left = size

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next octets; raise OSError where the file ends too early."""
        wanted = self._left if size is None or size < 0 else min(size, self._left)
        blocks = []
        while wanted:
            block = self._file.read(min(wanted, _BLOCK))
            if not block:
                raise OSError("the file ends too early")
            blocks.append(block)
            wanted -= len(block)
            self._left -= len(block)
        return blocks[0] if len(blocks) == 1 else b"".join(blocks)

    def close(self) -> None:
        """Close the handle."""
        self._file.close()
        super().close()


def _base(listed: tuple[Listed, ...]) -> str:
    """Return the folder of the bag with `/` at its end, or nothing when it has none."""
    names = {one.name for one in listed}
    for marker in (COLLECTION + HEADER_FILE, DECLARATION):
        found = [name for name in names if name == marker or name.endswith(f"/{marker}")]
        bases = sorted((name.removesuffix(marker) for name in found), key=len)
        if bases and bases[0].count("/") <= 1:
            return bases[0]
    raise ZipRefusedError("no-edition")
