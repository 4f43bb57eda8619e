"""Hold the frame against zipfile and unzip, also where sizes need zip64."""

import subprocess
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.base.progress import work
from viewer.loading.bag.digests import Digest
from viewer.loading.edition_zip.frames import LARGE, PAGE, Member, place, tail
from viewer.loading.edition_zip.members import list_members
from viewer.loading.edition_zip.write import MovingError, write_zip
from viewer.loading.packing.payload_files import PayloadFiles

NAMES = st.text("abcسند۱ -_.", min_size=1, max_size=40)
GIGABYTE = 1 << 30


def written(files: dict[str, bytes], file: BytesIO) -> BytesIO:
    sums = {name: Digest(sha256(one).hexdigest(), crc32(one), len(one)) for name, one in files.items()}
    write_zip(file, PayloadFiles(files), sums, "base", work())
    return file


@given(st.dictionaries(NAMES, st.binary(max_size=200), max_size=8))
def test_zipfile_reads_every_octet_back(files: dict[str, bytes]) -> None:
    with ZipFile(written(files, BytesIO())) as opened:
        assert opened.testzip() is None
        assert {name.removeprefix("base/"): opened.read(name) for name in opened.namelist()} == files


@given(st.lists(st.integers(0, 200_000) | st.integers(LARGE, LARGE + 70_000), min_size=1, max_size=5))
def test_contents_begin_at_even_places(sizes: list[int]) -> None:
    placed = place([Member(f"m{n}", size, 0) for n, size in enumerate(sizes)])
    for one in placed:
        assert one.start % 64 == 0
        assert one.member.size < LARGE or one.start % PAGE == 0 or 0 < -(one.at + 32) % PAGE < 6
        assert len(one.header) < 65536 + 100
    assert all(before.end == after.at for before, after in pairwise(placed))


def test_other_programs_find_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(written({"a": b"1" * LARGE, "سند": b"", "z/y": b"2"}, BytesIO()).getvalue())
    told = subprocess.run(["unzip", "-t", str(path)], capture_output=True, check=True)
    assert b"No errors detected" in told.stdout


@pytest.mark.parametrize("size", [GIGABYTE, 4 * GIGABYTE - 2, 4 * GIGABYTE - 1, 4 * GIGABYTE, 6 * GIGABYTE])
def test_sizes_and_places_beyond_32_bits_are_read(tmp_path: Path, size: int) -> None:
    placed = place([Member("base/large", size, 0), Member("base/small", 1, crc32(b"x"))])
    path = tmp_path / "sparse.zip"
    with path.open("wb") as file:
        for one in placed:
            file.seek(one.at)
            file.write(one.header)
        file.write(b"x")
        file.write(tail(placed))
    with path.open("rb") as file:
        listed = list_members(file)
    assert [(one.name, one.info.file_size, one.start) for one in listed] == [
        (one.member.name, one.member.size, one.start) for one in placed
    ]
    with ZipFile(path) as opened:
        assert opened.read("base/small") == b"x"


def test_seventy_thousand_members_are_read() -> None:
    placed = place([Member(f"base/{n}", 0, 0) for n in range(70_000)])
    file = BytesIO(b"".join(one.header for one in placed) + tail(placed))
    assert len(list_members(file)) == 70_000


def test_a_file_that_changes_meanwhile_stops_it() -> None:
    sums = {"a": Digest("", crc32(b"was"), 3)}
    with pytest.raises(MovingError):
        write_zip(BytesIO(), PayloadFiles({"a": b"now"}), sums, "base", work())
