"""Keep the parts of an edition, arrays and blocks of records, in a folder or in memory."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeAlias
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

from viewer.loading.compiled.npy import FIRST_BYTES, read_head
from viewer.model.records import Block, Records

Array = NDArray[Any]
Json: TypeAlias = Any
"""What JSON holds; whoever reads a part knows what was put there."""


class RecordsSink:
    """Take records one after the other and remember where each ends."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._lengths: list[int] = []

    def add(self, record: bytes) -> None:
        """Append one record."""
        self._file.write(record)
        self._lengths.append(len(record))

    def __len__(self) -> int:
        return len(self._lengths)

    def ends(self) -> NDArray[np.int64]:
        """Return where the records end, beginning with 0."""
        ends = np.zeros(len(self._lengths) + 1, np.int64)
        np.cumsum(np.array(self._lengths, np.int64), out=ends[1:])
        return ends


class Parts(Protocol):
    """Where an edition keeps its parts, by name. Reading what is not there raises OSError or KeyError."""

    def put(self, name: str, array: Array) -> None:
        """Keep an array."""

    def array(self, name: str) -> Array:
        """Return an array, read-only."""

    def writer(self, name: str) -> BinaryIO:
        """Return a file for a block of bytes; closing it keeps the block."""

    def block(self, name: str) -> Block:
        """Return a block of bytes."""


class FileBlock:
    """A file of which pieces are read; safe for several threads.

    Mapped into memory, every piece would count with the many pages around it that the system maps along.
    """

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        finalize(self, os.close, self._file)
        self._length = os.fstat(self._file).st_size

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, part: slice) -> bytes:
        return os.pread(self._file, part.stop - part.start, part.start)


def _mapped(path: Path) -> Block:
    """Map a file where pieces of it cannot be read by several threads; an empty one cannot be mapped."""
    with path.open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ) if file.seek(0, os.SEEK_END) else b""


class FolderParts:
    """Parts as files of a folder, mapped into memory for reading."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, name: str, array: Array) -> None:
        """Write an array as `.npy`."""
        np.save(self.folder / f"{name}.npy", array, allow_pickle=False)

    def array(self, name: str) -> Array:
        """Map an array; raise ValueError when the file is none, or is cut off."""
        path = self.folder / f"{name}.npy"
        with path.open("rb") as file:
            head = read_head(file.read(FIRST_BYTES))
            if head.end != file.seek(0, os.SEEK_END):
                raise ValueError(path.name)
            empty = head.end == head.offset
            held = bytes(head.end) if empty else mmap(file.fileno(), 0, access=ACCESS_READ)
        # Not a memmap, of which it takes several times as long to read one item.
        array: Array = np.ndarray(head.shape, head.dtype, held, head.offset)
        return array

    def writer(self, name: str) -> BinaryIO:
        """Open a new file for a block."""
        return (self.folder / f"{name}.bin").open("xb")

    def block(self, name: str) -> Block:
        """Open a block."""
        path = self.folder / f"{name}.bin"
        return FileBlock(path) if hasattr(os, "pread") else _mapped(path)


class _Kept(BytesIO):
    """A block being written in memory."""

    def __init__(self, blocks: dict[str, bytes], name: str) -> None:
        super().__init__()
        self._blocks, self._name = blocks, name

    def close(self) -> None:
        """Keep what was written."""
        if not self.closed:
            self._blocks[self._name] = self.getvalue()
        super().close()


class MemoryParts:
    """Parts in memory, for a machine on which nothing can be written."""

    def __init__(self) -> None:
        self._arrays: dict[str, Array] = {}
        self._blocks: dict[str, bytes] = {}

    def put(self, name: str, array: Array) -> None:
        """Keep an array, from now on read-only."""
        array.setflags(write=False)
        self._arrays[name] = array

    def array(self, name: str) -> Array:
        """Return an array."""
        return self._arrays[name]

    def writer(self, name: str) -> BinaryIO:
        """Return a file in memory."""
        return _Kept(self._blocks, name)

    def block(self, name: str) -> Block:
        """Return a block."""
        return self._blocks[name]


def whole(block: Block) -> bytes:
    """Return all of a block."""
    return block[0 : len(block)]


@contextmanager
def records_sink(parts: Parts, name: str) -> Iterator[RecordsSink]:
    """Write records one after the other as a part."""
    with parts.writer(name) as file:
        sink = RecordsSink(file)
        yield sink
    parts.put(f"{name}_ends", sink.ends())


def put_records(parts: Parts, name: str, records: Records) -> None:
    """Write records that are at hand."""
    with parts.writer(name) as file:
        file.write(whole(records.block))
    parts.put(f"{name}_ends", records.ends)


def get_records(parts: Parts, name: str) -> Records:
    """Return records as written."""
    return Records(parts.block(name), parts.array(f"{name}_ends"))


def put_json(parts: Parts, name: str, value: object) -> None:
    """Write a value of plain Python types."""
    with parts.writer(name) as file:
        file.write(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def get_json(parts: Parts, name: str) -> Json:
    """Return a value as written."""
    return json.loads(whole(parts.block(name)))
