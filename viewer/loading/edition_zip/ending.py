"""Look at the end of a zip before anything in it is believed (APPNOTE 6.3.10, sections 4.3.14 to 4.3.16)."""

from struct import Struct
from typing import BinaryIO, NamedTuple

from viewer.loading.edition_zip.refusals import ZipRefusedError

MOST_MEMBERS = 100_000
_MOST_DIRECTORY = 32 << 20
_FIRST, _EMPTY = b"PK\x03\x04", b"PK\x05\x06"
_END = Struct("<4sHHHHIIH")
_END64 = Struct("<4sQ2H2I4Q")
_LOCATOR = Struct("<4sIQI")
_MAX16, _MAX32 = 0xFFFF, 0xFFFFFFFF


class Ending(NamedTuple):
    """What the end of a zip says."""

    members: int
    size: int
    """Octets of the central directory."""
    start: int
    """Where the central directory begins."""


def read_ending(file: BinaryIO) -> Ending:
    """Return what the end of a zip says; raise ZipRefusedError where there is none, or it says too much."""
    octets = file.seek(0, 2)
    at, record = _end_record(file, octets)
    _, disk, other, here, count, size, start, comment = _END.unpack(record)
    if disk or other or here != count:
        raise ZipRefusedError("several-disks", at=at)
    if at + _END.size + comment != octets:
        raise ZipRefusedError("trailing", at=at)
    ending, before = Ending(count, size, start), at
    if count == _MAX16 or _MAX32 in (size, start):
        ending, before = _wide(file, at)
    if ending.members > MOST_MEMBERS or ending.size > _MOST_DIRECTORY:
        raise ZipRefusedError("too-many", at=at)
    if ending.start + ending.size != before:
        raise ZipRefusedError("broken", at=at)
    return ending


def _end_record(file: BinaryIO, octets: int) -> tuple[int, bytes]:
    """Return where the end record stands, and the record."""
    file.seek(0)
    first = file.read(4)
    if first not in (_FIRST, _EMPTY):
        raise ZipRefusedError("not-a-zip", at=0)
    begin = max(0, octets - _END.size - _MAX16)
    file.seek(begin)
    last = file.read()
    found = last.rfind(_EMPTY)
    if found < 0 or len(last) < found + _END.size:
        raise ZipRefusedError("truncated", at=octets)
    return begin + found, last[found : found + _END.size]


def _wide(file: BinaryIO, at: int) -> tuple[Ending, int]:
    """Return what the zip64 end says, and where it begins."""
    place = at - _LOCATOR.size
    if place < 0:
        raise ZipRefusedError("broken", at=at)
    file.seek(place)
    magic, _, start, disks = _LOCATOR.unpack(file.read(_LOCATOR.size))
    if magic != b"PK\x06\x07" or disks != 1 or start + _END64.size > place:
        raise ZipRefusedError("broken", at=place)
    file.seek(start)
    magic, length, _, _, _, _, here, count, size, directory = _END64.unpack(file.read(_END64.size))
    if magic != b"PK\x06\x06" or here != count or length + 12 + start != place:
        raise ZipRefusedError("broken", at=start)
    return Ending(count, size, directory), start
