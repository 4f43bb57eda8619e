"""List the members of a zip, and refuse what could do harm when it is read."""

import stat
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from struct import Struct
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from viewer.loading.edition_zip.ending import Ending, read_ending
from viewer.loading.edition_zip.names import folded, name_fault
from viewer.loading.edition_zip.refusals import ZipRefusedError

MOST_OCTETS = 16 << 30
"""Of all members together, unpacked."""
_MOST_RATIO = 200
_SMALL = 1 << 20
_MOST_INFLATED = 512 << 20
"""Of one deflated member, which is unpacked in memory."""
_ENCRYPTED, _PATCHED, _STRONG, _UTF8 = 0x01, 0x20, 0x40, 0x800
_LOCAL = Struct("<4s5H3I2H")
_LENGTHS = Struct("<2H")


@dataclass(frozen=True, slots=True)
class Listed:
    """A member as the central directory lists it."""

    name: str
    info: ZipInfo
    start: int
    """Where its octets begin in the file."""

    @property
    def stored(self) -> bool:
        """Tell whether its octets stand as they are."""
        return self.info.compress_type == ZIP_STORED


def list_members(file: BinaryIO) -> tuple[Listed, ...]:
    """Return the files of a zip in the order of its directory; raise ZipRefusedError."""
    ending = read_ending(file)
    infos = _infos(file, ending)
    for info in infos:
        _check(info, ending.start)
    _check_together(infos, ending.start)
    files = [info for info in infos if not info.is_dir()]
    return tuple(Listed(info.filename, info, _start(file, info)) for info in files)


def _infos(file: BinaryIO, ending: Ending) -> list[ZipInfo]:
    try:
        with ZipFile(file) as opened:
            infos = opened.infolist()
    except UnicodeDecodeError as error:
        raise ZipRefusedError("encoding", at=ending.start) from error
    except (BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error, EOFError) as error:
        raise ZipRefusedError("broken", at=ending.start) from error
    if len(infos) != ending.members:
        raise ZipRefusedError("broken", at=ending.start)
    return infos


def _check(info: ZipInfo, directory: int) -> None:
    """Refuse one member for what it is."""
    code = _name_fault(info) or _kind_fault(info) or _size_fault(info)
    if not 0 <= info.header_offset < directory:
        code = code or "broken"
    if code:
        raise ZipRefusedError(code, _shown(info), info.header_offset)


def _name_fault(info: ZipInfo) -> str | None:
    name = info.orig_filename
    if not info.flag_bits & _UTF8 and not name.isascii():
        return "encoding"
    return "bad-name" if "\0" in name else name_fault(name)


def _kind_fault(info: ZipInfo) -> str | None:
    if info.flag_bits & (_ENCRYPTED | _STRONG):
        return "encrypted"
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or info.flag_bits & _PATCHED:
        return "method"
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "link"
    return None if kind in (0, stat.S_IFREG, stat.S_IFDIR) else "special"


def _size_fault(info: ZipInfo) -> str | None:
    if info.compress_type == ZIP_STORED and info.file_size != info.compress_size:
        return "broken"
    if info.compress_type == ZIP_STORED or info.file_size <= _SMALL:
        return None
    tight = info.file_size > _MOST_RATIO * info.compress_size
    return "bomb" if tight or info.file_size > _MOST_INFLATED else None


def _check_together(infos: Sequence[ZipInfo], directory: int) -> None:
    """Refuse members that are too much together, share their octets, or would be taken for one another."""
    if sum(info.file_size for info in infos) > MOST_OCTETS:
        raise ZipRefusedError("too-large")
    end = directory
    for info in sorted(infos, key=lambda one: one.header_offset, reverse=True):
        if info.header_offset + _LOCAL.size + len(info.filename) + info.compress_size > end:
            raise ZipRefusedError("overlap", _shown(info), info.header_offset)
        end = info.header_offset
    _check_twins(infos)


def _check_twins(infos: Sequence[ZipInfo]) -> None:
    files: set[str] = set()
    folders: set[str] = set()
    for info in infos:
        name = folded(info.filename).rstrip("/")
        if name in files or (info.is_dir() and name in folders):
            raise ZipRefusedError("duplicate", _shown(info), info.header_offset)
        (folders if info.is_dir() else files).add(name)
    for info in infos:
        parents = {parent.as_posix() for parent in Path(folded(info.filename)).parents}
        if parents & files or folded(info.filename).rstrip("/") in folders & files:
            raise ZipRefusedError("duplicate", _shown(info), info.header_offset)


def _start(file: BinaryIO, info: ZipInfo) -> int:
    """Return where the octets of a member begin; refuse a header that says another name."""
    file.seek(info.header_offset)
    header = file.read(_LOCAL.size)
    if len(header) < _LOCAL.size or header[:4] != b"PK\x03\x04":
        raise ZipRefusedError("broken", _shown(info), info.header_offset)
    lengths: tuple[int, int] = _LENGTHS.unpack_from(header, _LOCAL.size - _LENGTHS.size)
    if file.read(lengths[0]) != info.orig_filename.encode():
        raise ZipRefusedError("two-names", _shown(info), info.header_offset)
    return info.header_offset + _LOCAL.size + sum(lengths)


def _shown(info: ZipInfo) -> str:
    return info.orig_filename.encode("utf-8", "replace").decode()
