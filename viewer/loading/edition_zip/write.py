"""Write files into one zip whose octets depend on nothing but names and contents."""

from collections.abc import Mapping
from typing import BinaryIO
from zlib import crc32

from viewer.base.progress import Work
from viewer.loading.bag.digests import Digest
from viewer.loading.bag.files import Files
from viewer.loading.edition_zip.frames import Member, Placed, place, tail

_BLOCK = 1 << 20


class MovingError(Exception):
    """A file changed while it was being packed; its name is the argument."""


def write_zip(file: BinaryIO, files: Files, sums: Mapping[str, Digest], base: str, work: Work) -> None:
    """Write all of `sums`, sorted, below the folder `base`.

    Raises MovingError where a file is not what its sums say, and CancelledError when stopped.
    """
    members = [Member(f"{base}/{name}", one.size, one.crc) for name, one in sorted(sums.items())]
    placed = place(members)
    total = sum(member.size for member in members)
    done = 0
    for name, one in zip(sorted(sums), placed, strict=True):
        file.write(one.header)
        with files.open(name) as source:
            _copy(source, file, one)
        done += one.member.size
        work.report("edition.step.write", done, total)
    file.write(tail(placed))


def _copy(source: BinaryIO, target: BinaryIO, placed: Placed) -> None:
    crc, size = 0, 0
    while block := source.read(_BLOCK):
        crc, size = crc32(block, crc), size + len(block)
        target.write(block)
    if (size, crc) != placed.member[1:]:
        raise MovingError(placed.member.name)
