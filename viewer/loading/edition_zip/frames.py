"""Make the frame of a zip: every octet that is not content follows from names, sizes and CRCs alone.

Members are stored, not deflated: their octets can be mapped into memory where they lie, and do not depend on
the version of a compressor. Their dates, rights and makers say nothing. Names are UTF-8. Padding that lets
contents begin at even places stands in an alignment extra field (0xD935), as zipalign writes it.
APPNOTE 6.3.10, sections 4.3.7 to 4.3.16 and 4.5.3 (zip64).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from struct import pack
from typing import NamedTuple

LARGE = 1 << 20
"""Members of this size and more begin at a multiple of `PAGE`, so that they can be mapped."""
PAGE = 1 << 16
_EVEN = 64
_MAX32 = 0xFFFFFFFF
_MAX16 = 0xFFFF
_DATE = 0x0021
"""The first of January 1980 as MS-DOS has it; the time is 0."""
_UTF8 = 0x0800
_RIGHTS = 0o100644 << 16
_PLAIN, _ZIP64 = 20, 45
_UNIX = 3 << 8
_ALIGNMENT = 0xD935
_ALIGNMENT_LEAST = 6


class Member(NamedTuple):
    """What a frame needs to know of a file."""

    name: str
    size: int
    crc: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A member with its place in the zip."""

    member: Member
    at: int
    """Where its header begins."""
    header: bytes

    @property
    def start(self) -> int:
        """Return where its content begins."""
        return self.at + len(self.header)

    @property
    def end(self) -> int:
        """Return where its content ends."""
        return self.start + self.member.size


def place(members: Sequence[Member]) -> tuple[Placed, ...]:
    """Return members one after the other, in the given order."""
    return tuple(_places(members))


def tail(placed: Sequence[Placed]) -> bytes:
    """Return what follows the contents: the central directory and its end."""
    directory = b"".join(map(_entry, placed))
    return directory + _end(len(placed), len(directory), placed[-1].end if placed else 0)


def _places(members: Sequence[Member]) -> Iterator[Placed]:
    at = 0
    for member in members:
        placed = Placed(member, at, _header(member, at))
        yield placed
        at = placed.end


def _header(member: Member, at: int) -> bytes:
    """Return the local header of a member that begins at `at`."""
    name, long = member.name.encode(), _is_long(member)
    extra = pack("<HHQQ", 1, 16, member.size, member.size) if long else b""
    before = at + 30 + len(name) + len(extra)
    even = PAGE if member.size >= LARGE and not long else _EVEN
    extra += _padding(-before % even)
    lengths = pack("<HH", len(name), len(extra))
    return pack("<I", 0x04034B50) + _common(member, long=long) + lengths + name + extra


def _padding(length: int) -> bytes:
    while 0 < length < _ALIGNMENT_LEAST:
        length += _EVEN
    return pack("<HHH", _ALIGNMENT, length - 4, _EVEN).ljust(length, b"\0") if length else b""


def _common(member: Member, *, long: bool) -> bytes:
    """Return what the local header and the directory say alike."""
    size = _MAX32 if long else member.size
    version = _ZIP64 if long else _PLAIN
    return pack("<HHHHHIII", version, _UTF8, 0, 0, _DATE, member.crc, size, size)


def _is_long(member: Member) -> bool:
    return member.size >= _MAX32


def _entry(placed: Placed) -> bytes:
    """Return the entry of a member in the central directory."""
    member, name, long = placed.member, placed.member.name.encode(), _is_long(placed.member)
    far = placed.at >= _MAX32
    wide = pack("<QQ", member.size, member.size) if long else b""
    wide += pack("<Q", placed.at) if far else b""
    extra = pack("<HH", 1, len(wide)) + wide if wide else b""
    version = _UNIX | (_ZIP64 if wide else _PLAIN)
    return (
        pack("<IH", 0x02014B50, version)
        + _common(member, long=long)
        + pack("<HHHHHII", len(name), len(extra), 0, 0, 0, _RIGHTS, _MAX32 if far else placed.at)
        + name
        + extra
    )


def _end(count: int, size: int, at: int) -> bytes:
    """Return the end of the central directory, preceded by its zip64 form where numbers are too large."""
    wide = b""
    if count >= _MAX16 or size >= _MAX32 or at >= _MAX32:
        wide = pack("<IQHHIIQQQQ", 0x06064B50, 44, _UNIX | _ZIP64, _ZIP64, 0, 0, count, count, size, at)
        wide += pack("<IIQI", 0x07064B50, 0, at + size, 1)
    few, small, near = min(count, _MAX16), min(size, _MAX32), min(at, _MAX32)
    return wide + pack("<IHHHHIIH", 0x06054B50, 0, 0, few, few, small, near, 0)
