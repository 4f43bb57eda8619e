import shutil
import zipfile
from dataclasses import replace
from pathlib import Path
from struct import pack as packed_octets
from threading import Event

import pytest

from tests.helpers.sealed import unpacked, write_archive
from viewer.base.progress import CancelledError
from viewer.loading.bag.release import release_manifest
from viewer.loading.edition_zip.members import list_members
from viewer.loading.files import content_key
from viewer.loading.packing import pack
from viewer.loading.signing.keys import PublicKey, new_key
from viewer.loading.verifying import verify
from viewer.model.verification import Fault, FaultKind, Signer, Standing, Verification

KEY = new_key()
TRUSTED = (replace(KEY.public, name="The archive"),)
MANIFEST, TAGS = "manifest-sha256.txt", "tagmanifest-sha256.txt"


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("signed")
    return pack(write_archive(folder / "archive"), folder / "a.sanad", key=KEY).path


@pytest.fixture
def edition(signed: Path, tmp_path: Path) -> Path:
    """Return a copy without its signature beside it."""
    return Path(shutil.copy(signed, tmp_path / "a.sanad"))


def named(found: Verification) -> set[str]:
    return {fault.file for fault in found.faults}


def start_of(edition: Path, member: str) -> int:
    with edition.open("rb") as file:
        (one,) = (one for one in list_members(file) if one.name.endswith(f"/{member}"))
    return one.start


def flip(path: Path, at: int, bit: int = 1) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= bit
    path.write_bytes(content)


def test_an_untouched_edition_is_verified(tmp_path: Path) -> None:
    found = verify(pack(write_archive(tmp_path / "archive"), tmp_path / "a.sanad").path)
    assert (found.standing, found.faults, found.signer) == (Standing.VERIFIED, (), None)
    assert found.files > 4
    assert found.octets > 1000


def test_a_signature_by_a_trusted_key_names_its_maker(signed: Path) -> None:
    found = verify(signed, trusted=TRUSTED)
    assert found.standing is Standing.SIGNED
    assert found.signer == Signer(KEY.public.id, "The archive", "collection:sample\tversion:0\tdate:")


def test_a_signature_by_an_unknown_key_proves_nothing(signed: Path) -> None:
    other = PublicKey(new_key().number, KEY.public.key, "Someone else")
    for trusted in ((), (other,)):
        found = verify(signed, trusted=trusted)
        assert (found.standing, found.signer) == (Standing.VERIFIED, Signer(KEY.public.id))
        assert found.signer is not None
        assert not found.signer.known


def test_a_key_of_the_same_number_does_not_pass_for_another(signed: Path) -> None:
    impostor = PublicKey(KEY.number, new_key().public.key, "The archive")
    found = verify(signed, trusted=[impostor])
    assert found.standing is Standing.CHANGED
    assert named(found) == {f"{TAGS}.minisig", "a.sanad.minisig"}


@pytest.mark.parametrize(
    "member",
    [
        "data/collection/events.yaml",
        "data/collection/documents/s1.txt",
        "data/compiled/start_min.npy",
        "data/compiled/words.bin",
        "data/compiled/manifest.json",
        "bag-info.txt",
        "bagit.txt",
        MANIFEST,
        TAGS,
        f"{TAGS}.minisig",
    ],
)
def test_one_flipped_bit_names_the_file(edition: Path, member: str) -> None:
    flip(edition, start_of(edition, member) + 20)
    found = verify(edition)
    assert found.standing is Standing.CHANGED
    assert member in named(found)
    assert named(found) <= {member, *(fault.witness for fault in found.faults), *_listed_by(member)}


def _listed_by(member: str) -> set[str]:
    """Return what cannot be trusted either when a manifest was changed."""
    return {"bag-info.txt", "bagit.txt", MANIFEST} if member == TAGS else {"data/collection/collection.yaml"}


def test_every_octet_counts(edition: Path) -> None:
    """Flip each octet of the frame, and some of the contents: none may go by unnoticed."""
    content = edition.read_bytes()
    directory = content.index(b"PK\x01\x02")
    steps = {*range(0, directory, 997), *range(directory, len(content), 7), *range(200)}
    silent = []
    for at in sorted(steps):
        changed = bytearray(content)
        changed[at] ^= 0x10
        edition.write_bytes(changed)
        found = verify(edition)
        if found.standing is not Standing.CHANGED or not found.faults:
            silent.append(at)
    assert silent == []


def test_the_frame_of_a_member_names_the_member(edition: Path) -> None:
    name = "data/collection/events.yaml"
    flip(edition, start_of(edition, name) - 1)
    assert verify(edition).faults == (Fault(name, FaultKind.CONTAINER),)


def test_the_directory_of_the_zip_is_named_by_the_edition(edition: Path) -> None:
    directory = edition.read_bytes().index(b"PK\x01\x02")
    flip(edition, directory + 12)
    assert verify(edition).faults == (Fault("a.sanad", FaultKind.CONTAINER),)


@pytest.mark.parametrize("left", [0, 3, 100, 5000, -1, -30])
def test_an_edition_that_breaks_off_is_named(edition: Path, left: int) -> None:
    edition.write_bytes(edition.read_bytes()[:left])
    found = verify(edition)
    assert found.standing is Standing.CHANGED
    assert [(fault.file, fault.kind) for fault in found.faults] == [("a.sanad", FaultKind.REFUSED)]


def test_what_is_hidden_in_the_frame_is_found(edition: Path) -> None:
    content = edition.read_bytes()
    at = content.rindex(b"PK\x05\x06")
    edition.write_bytes(content[:-2] + packed_octets("<H", 6) + b"hidden")
    assert at
    assert verify(edition).faults == (Fault("a.sanad", FaultKind.CONTAINER),)


def test_an_edition_that_was_packed_anew_by_another_program_is_not_as_packed(
    edition: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.sanad"
    with zipfile.ZipFile(edition) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert verify(again).faults == (Fault("again.sanad", FaultKind.CONTAINER),)


def test_a_signature_beside_that_is_of_another_edition_is_named(signed: Path, edition: Path) -> None:
    beside = edition.with_name("a.sanad.minisig")
    shutil.copy(signed.with_name("a.sanad.minisig"), beside)
    assert verify(edition, trusted=TRUSTED).standing is Standing.SIGNED
    flip(edition, start_of(edition, "data/collection/events.yaml"))
    assert {"a.sanad.minisig", "data/collection/events.yaml"} <= named(verify(edition, trusted=TRUSTED))
    beside.write_text("no signature")
    assert Fault("a.sanad.minisig", FaultKind.SIGNATURE) in verify(edition).faults


def test_a_bag_in_a_folder_is_verified_as_a_whole_or_by_its_collection(edition: Path, tmp_path: Path) -> None:
    bag = unpacked(edition, tmp_path / "unpacked")
    for folder in (bag, bag / "data" / "collection"):
        assert verify(folder, trusted=TRUSTED).standing is Standing.SIGNED
    (bag / "data" / "collection" / "events.yaml").write_text("events: []")
    found = verify(bag / "data" / "collection", trusted=TRUSTED)
    assert found.faults == (Fault("data/collection/events.yaml", FaultKind.CHANGED, MANIFEST),)


def test_a_folder_without_a_bag_is_unknown(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "archive")
    found = verify(archive)
    assert (found.standing, found.faults, found.key) == (Standing.UNKNOWN, (), content_key(archive))


def test_the_collection_of_a_release_is_held_against_its_manifest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundled = write_archive(tmp_path / "data" / "iran-1988")
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    manifest = tmp_path / "resources" / "editions" / "iran-1988.sha256"
    manifest.parent.mkdir(parents=True)
    manifest.write_text(release_manifest(bundled), encoding="utf-8")
    (bundled / "compiled").mkdir()
    (bundled / "compiled" / "made.npy").write_text("made anew at any time")
    assert verify(bundled).standing is Standing.VERIFIED
    (bundled / "events.yaml").write_text("events: []")
    (bundled / "more.yaml").write_text("events: []")
    (bundled / "sources.yaml").unlink()
    assert verify(bundled).faults == (
        Fault("events.yaml", FaultKind.CHANGED, manifest.name),
        Fault("more.yaml", FaultKind.ADDED, manifest.name),
        Fault("sources.yaml", FaultKind.MISSING, manifest.name),
    )


def test_a_check_can_be_watched_and_stopped(edition: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    verify(edition, progress=lambda *told: seen.append(told))
    assert {step for step, _, _ in seen} == {"edition.step.verify"}
    assert seen[-1][1] == seen[-1][2] == max(done for _, done, _ in seen)
    cancel = Event()
    cancel.set()
    with pytest.raises(CancelledError):
        verify(edition, cancel=cancel)
