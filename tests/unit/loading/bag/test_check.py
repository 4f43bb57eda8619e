from collections.abc import Callable
from pathlib import Path

import bagit
import pytest

from tests.helpers.sealed import unpacked, write_archive
from viewer.base.progress import work
from viewer.loading.bag.check import check_bag
from viewer.loading.bag.files import FolderFiles
from viewer.loading.bag.tags import read_info
from viewer.loading.packing import pack
from viewer.model.verification import Fault, FaultKind

MANIFEST, TAGS = "manifest-sha256.txt", "tagmanifest-sha256.txt"


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    pack(write_archive(tmp_path / "archive"), tmp_path / "a.sanad")
    return unpacked(tmp_path / "a.sanad", tmp_path / "unpacked")


def faults(bag: Path) -> tuple[Fault, ...]:
    return check_bag(FolderFiles(bag), work()).faults


def test_the_library_of_congress_finds_the_bag_valid(bag: Path) -> None:
    read = bagit.Bag(str(bag))
    read.validate()
    assert read.info["External-Identifier"] == "sample"
    assert read.info["External-Description"] == ["Sample", "نمونه"]
    assert read.version_info == (1, 0)


def test_a_bag_made_by_the_library_of_congress_is_whole(tmp_path: Path) -> None:
    (tmp_path / "نامه.txt").write_text("x")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c d").write_text("y")
    bagit.make_bag(str(tmp_path), checksums=["sha256"])
    assert faults(tmp_path) == ()


def test_an_untouched_bag_has_no_faults(bag: Path) -> None:
    checked = check_bag(FolderFiles(bag), work())
    assert checked.faults == ()
    stated = read_info((bag / "bag-info.txt").read_bytes())["Payload-Oxum"]
    assert stated == [f"{checked.payload.octets}.{checked.payload.files}"]


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("name", "witness"),
    [
        ("data/collection/events.yaml", MANIFEST),
        ("data/collection/documents/s1.txt", MANIFEST),
        ("data/compiled/start_min.npy", MANIFEST),
        ("data/compiled/events.bin", MANIFEST),
        ("bag-info.txt", TAGS),
        ("bagit.txt", TAGS),
        (MANIFEST, TAGS),
    ],
)
def test_one_flipped_bit_names_the_file_and_the_manifest(bag: Path, name: str, witness: str) -> None:
    flip(bag / name)
    assert Fault(name, FaultKind.CHANGED, witness) in faults(bag)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (
            lambda bag: (bag / "data/collection/events.yaml").unlink(),
            ("data/collection/events.yaml", "missing", MANIFEST),
        ),
        (lambda bag: (bag / "bagit.txt").unlink(), ("bagit.txt", "missing", TAGS)),
        (lambda bag: (bag / MANIFEST).unlink(), (MANIFEST, "missing", "")),
        (lambda bag: (bag / TAGS).unlink(), (TAGS, "missing", "")),
        (lambda bag: (bag / TAGS).write_text("nothing of the kind"), (TAGS, "malformed", "")),
        (
            lambda bag: (bag / "data/collection/new.yaml").write_text("x"),
            ("data/collection/new.yaml", "added", MANIFEST),
        ),
        (lambda bag: (bag / "autorun.inf").write_text("x"), ("autorun.inf", "added", TAGS)),
    ],
)
def test_what_is_missing_or_added_is_named(
    bag: Path, change: Callable[[Path], object], fault: tuple[str, str, str]
) -> None:
    change(bag)
    assert Fault(fault[0], FaultKind(fault[1]), fault[2]) in faults(bag)


def test_a_wrong_sum_of_octets_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    bagit.make_bag(str(tmp_path), checksums=["sha256"])
    info = (tmp_path / "bag-info.txt").read_text().replace("Payload-Oxum: 1.1", "Payload-Oxum: 2.1")
    (tmp_path / "bag-info.txt").write_text(info)
    bagit._make_tagmanifest_file("sha256", str(tmp_path))
    assert faults(tmp_path) == (Fault("bag-info.txt", FaultKind.SUM),)


def test_a_manifest_cannot_make_it_read_elsewhere(bag: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    with (bag / MANIFEST).open("a") as manifest:
        manifest.write(f"{'0' * 64}  data/../../../secret\n")
    assert Fault("data/../../../secret", FaultKind.MISSING, MANIFEST) in faults(bag)
