"""Make a smaller libicudata for Qt: of its 32 MB, Sanad needs the data of its own two languages alone.

ICU looks for data of a language first and takes the root otherwise, so that it supports leaving out.
The package of data is as in `icu/source/common/ucmndata.h`; binutils makes the library around it.
"""

import re
import struct
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

_MAGIC = (0xDA, 0x27)
_KIND = b"CmnD"
_ALIGNMENT = 16
_KEPT = re.compile(
    r"^[^/]+/(?:[a-z]+/)?(?:root|en|fa|pool|res_index|[a-z]+Data|keyTypeData|timezoneTypes|metadata|plurals"
    r"|numberingSystems|icuver|icustd|metaZones|windowsZones|zoneinfo64|dayPeriods|genderList|units"
    r"|grammaticalFeatures)\.res$"
    r"|/(?:ucadata|cnvalias|pnames|uprops|ubidi|ucase|ulayout|uemoji|uts46|nfkc|nfkc_cf|nfc)[^/]*\.(?:icu|nrm)$"
    r"|/brkitr/(?:char|word|sent|line|title)[^/]*\.brk$"
)


def trim_library(library: Path) -> None:
    """Write `library` anew with what is kept of its data; raise ValueError where there is no such data."""
    content = library.read_bytes()
    start = _start(content)
    kept = {name: data for name, data in _items(content, start) if _KEPT.search(name)}
    if not kept:
        raise ValueError(f"{library.name} holds no data that is known")
    _write_library(library, _package(content[start : start + _header_length(content, start)], kept))


def _start(content: bytes) -> int:
    """Return where the package begins."""
    for found in re.finditer(re.escape(_KIND), content):
        start = found.start() - 12
        if start >= 0 and tuple(content[start + 2 : start + 4]) == _MAGIC:
            return start
    raise ValueError("there is no package of ICU data")


def _header_length(content: bytes, start: int) -> int:
    return int(struct.unpack_from("<H", content, start)[0])


def _items(content: bytes, start: int) -> Iterator[tuple[str, bytes]]:
    """Give name and content of all but the last item, whose length is not stated."""
    table = start + _header_length(content, start)
    (count,) = struct.unpack_from("<I", content, table)
    places = [struct.unpack_from("<II", content, table + 4 + 8 * row) for row in range(count)]
    for (name, begin), (_, end) in pairwise(places):
        text = content[table + name : content.index(b"\0", table + name)].decode("ascii")
        yield text, content[table + begin : table + end]


def _package(header: bytes, items: dict[str, bytes]) -> bytes:
    """Return a package: header, table of places by name, names, and the items, each aligned."""
    names = sorted(items)
    name_at = 4 + 8 * len(names)
    encoded = [name.encode("ascii") + b"\0" for name in names]
    data_at = _aligned(len(header) + name_at + sum(map(len, encoded))) - len(header)
    table, texts, data = [struct.pack("<I", len(names))], b"".join(encoded), bytearray()
    for name, text in zip(names, encoded, strict=True):
        table.append(struct.pack("<II", name_at, data_at + len(data)))
        name_at += len(text)
        data += items[name].ljust(_aligned(len(items[name])), b"\0")
    head = header + b"".join(table) + texts
    return head.ljust(len(header) + data_at, b"\0") + bytes(data)


def _aligned(length: int) -> int:
    return -(-length // _ALIGNMENT) * _ALIGNMENT


def _write_library(library: Path, package: bytes) -> None:
    """Wrap the package into a library with the name and the one symbol that ICU links to."""
    soname = library.name
    version = re.search(r"\.so\.(\d+)", soname)
    if version is None:
        raise ValueError(f"{soname} has no version")
    with TemporaryDirectory() as folder:
        Path(folder, "data.bin").write_bytes(package)
        symbol = f"icudt{version[1]}_dat"
        aligned = f".data={_ALIGNMENT}"
        _run(
            folder,
            *("objcopy", "-I", "binary", "-O", "elf64-x86-64", "--set-section-alignment", aligned),
            *("--rename-section", ".data=.rodata,alloc,load,readonly,data,contents"),
            *("--redefine-sym", f"_binary_data_bin_start={symbol}", "--strip-symbol", "_binary_data_bin_end"),
            *("--strip-symbol", "_binary_data_bin_size", "data.bin", "data.o"),
        )
        options = ("-shared", "-z", "noexecstack", "--build-id=none", "-soname", soname)
        _run(folder, "ld", *options, "-o", "out.so", "data.o")
        library.write_bytes(Path(folder, "out.so").read_bytes())


def _run(folder: str, *command: str) -> None:
    subprocess.run(command, cwd=folder, check=True)
