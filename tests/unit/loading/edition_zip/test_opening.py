"""An edition opens from its one file, and nothing is written anywhere."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest

from tests.helpers.editions import assert_same
from tests.helpers.sealed import unpacked, write_archive
from viewer.loading.edition_zip.edition_zip import EditionZip
from viewer.loading.edition_zip.zip_parts import ZipBlock, ZipParts
from viewer.loading.opening import open_collection
from viewer.loading.packing import pack


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Path]:
    media = tmp_path / "media"
    media.mkdir()
    path = pack(write_archive(tmp_path / "archive"), media / "سند a.sanad").path
    media.chmod(0o500)
    yield path
    media.chmod(0o700)


def test_it_opens_from_a_folder_that_cannot_be_written(edition: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    opened = open_collection(edition, cache=tmp_path / "cache")
    assert opened.from_cache
    assert_same(open_collection(tmp_path / "archive").edition, opened.edition)
    assert opened.edition.search("order").tolist() == [0]
    assert sorted(tmp_path.rglob("*")) == before


def test_the_bundled_collection_opens_alike(bundled_collection: Path, tmp_path: Path) -> None:
    path = pack(bundled_collection, tmp_path / "a.sanad").path
    opened = open_collection(path)
    assert opened.from_cache
    assert_same(open_collection(bundled_collection).edition, opened.edition)


def test_arrays_and_blocks_are_used_where_they_lie(tmp_path: Path) -> None:
    path = tmp_path / "a.sanad"
    archive = write_archive(tmp_path / "archive")
    event = "  - {{id: E{n}, title: x, date: 19{year}, category: order, text: {words}, citations: [S1]}}\n"
    events = "".join(event.format(n=n, year=n % 90 + 10, words="word " * 60) for n in range(4000))
    (archive / "events.yaml").write_text("events:\n" + events)
    pack(archive, path)
    zipped = EditionZip(path)
    parts = ZipParts(zipped)
    array = parts.array("start_min")
    assert array.dtype == np.int64
    assert not array.flags.writeable
    assert not array.flags.owndata
    assert array.ctypes.data % 8 == 0
    whole = zipped.read("data/compiled/events.bin")
    block = parts.block("events")
    assert isinstance(block, ZipBlock)
    assert (len(block), block[:9], block[1000:-1], block[:]) == (len(whole), whole[:9], whole[1000:-1], whole)
    assert block[len(whole) - 3 : len(whole) + 50] == whole[-3:]
    mapped = parts._mapped(zipped.members["data/compiled/events.bin"])
    assert mapped is not None
    assert mapped[:] == whole
    assert_same(open_collection(archive).edition, open_collection(path).edition)


def changed(edition: Path, target: Path, **files: bytes) -> Path:
    """Return a copy in which files of the compiled edition have other contents."""
    with ZipFile(edition) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, files.get(Path(name).name.replace(".", "_"), old.read(name)))
    return target


@pytest.mark.parametrize("fact", [{"format": 0}, {"order": "middle"}, {"key": "0" * 64}])
def test_a_compiled_edition_of_another_version_or_content_is_not_believed(
    edition: Path, tmp_path: Path, fact: dict[str, object]
) -> None:
    with ZipFile(edition) as opened:
        facts = json.loads(opened.read("sample-0/data/compiled/manifest.json"))
    other = changed(edition, tmp_path / "b.sanad", manifest_json=json.dumps({**facts, **fact}).encode())
    found = open_collection(other)
    assert not found.from_cache
    assert_same(open_collection(edition).edition, found.edition)


@pytest.mark.parametrize(
    "content", [b"", b"\x93NUMPY\x01\x00", b"\x93NUMPY\x09\x00" + bytes(100), b"not an array" * 20]
)
def test_a_torn_part_is_not_believed(edition: Path, tmp_path: Path, content: bytes) -> None:
    found = open_collection(changed(edition, tmp_path / "b.sanad", start_min_npy=content))
    assert not found.from_cache
    assert_same(open_collection(edition).edition, found.edition)


def test_an_array_of_python_objects_is_never_loaded(edition: Path, tmp_path: Path) -> None:
    evil = tmp_path / "evil.npy"
    np.save(evil, np.array([print], dtype=object), allow_pickle=True)
    assert not open_collection(
        changed(edition, tmp_path / "b.sanad", start_min_npy=evil.read_bytes())
    ).from_cache


def test_the_unpacked_bag_opens_by_its_collection(edition: Path, tmp_path: Path) -> None:
    bag = unpacked(edition, tmp_path / "unpacked")
    assert_same(open_collection(edition).edition, open_collection(bag / "data" / "collection").edition)


def test_what_is_open_stays_readable_when_the_file_goes(edition: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(edition, tmp_path / "copy.sanad"))
    opened = open_collection(copy).edition
    event = opened.event(0)
    copy.unlink()
    assert opened.event(0) == event
    assert opened.columns.start_min.tolist() == open_collection(edition).edition.columns.start_min.tolist()


def test_a_flipped_bit_in_any_part_is_never_read(edition: Path, tmp_path: Path) -> None:
    content = edition.read_bytes()
    wanted = open_collection(edition).edition
    other = tmp_path / "flipped.sanad"
    for member in EditionZip(edition).listed:
        if "/data/compiled/" in member.name and member.info.file_size:
            flipped = bytearray(content)
            flipped[member.start + member.info.file_size // 2] ^= 4
            other.write_bytes(flipped)
            found = open_collection(other)
            assert not found.from_cache
            assert_same(wanted, found.edition)
