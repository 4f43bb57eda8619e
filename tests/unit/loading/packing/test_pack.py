import subprocess
import sys
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import pytest

from tests.helpers.editions import assert_same
from tests.helpers.sealed import write_archive
from viewer.base.progress import CancelledError
from viewer.loading.opening import open_collection
from viewer.loading.packing import PackRefusedError, pack

STEPS = ("edition.step.read", "edition.step.sum", "edition.step.write")


def test_the_same_collection_gives_the_same_octets(tmp_path: Path) -> None:
    one = pack(write_archive(tmp_path / "one"), tmp_path / "one.sanad").path
    again = pack(tmp_path / "one", tmp_path / "again.sanad").path
    elsewhere = write_archive(tmp_path / "دیگر" / "جا")
    other = pack(elsewhere, tmp_path / "other.sanad").path
    assert one.read_bytes() == again.read_bytes() == other.read_bytes()


def test_another_process_gives_the_same_octets(tmp_path: Path, project_root: Path) -> None:
    one = pack(write_archive(tmp_path / "one"), tmp_path / "one.sanad").path
    script = "import sys; from pathlib import Path; from viewer.loading.packing import pack; "
    script += "pack(Path(sys.argv[1]), Path(sys.argv[2]))"
    other = tmp_path / "other.sanad"
    subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "one"), str(other)],
        cwd=project_root,
        env={"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Tehran"},
        check=True,
    )
    assert one.read_bytes() == other.read_bytes()


def test_only_what_is_read_goes_in(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "archive")
    (archive / "documents" / "private.pdf").write_text("nobody cites this")
    (archive / "notes.txt").write_text("nor this")
    (archive / ".hidden.yaml").write_text("events: []")
    with ZipFile(pack(archive, tmp_path / "a.sanad").path) as edition:
        names = [name.removeprefix("sample-0/") for name in edition.namelist()]
        assert edition.testzip() is None
    collection = [name for name in names if name.startswith("data/collection/")]
    assert collection == [
        "data/collection/collection.yaml",
        "data/collection/documents/s1.txt",
        "data/collection/events.yaml",
        "data/collection/sources.yaml",
    ]
    assert names == sorted(names)


def test_an_edition_says_what_the_collection_says(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "archive")
    edition = open_collection(pack(archive, tmp_path / "a.sanad").path)
    assert edition.from_cache
    assert_same(open_collection(archive).edition, edition.edition)


def test_a_collection_in_one_file_can_be_packed(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "archive")
    whole = "".join((archive / f"{name}.yaml").read_text() for name in ("collection", "sources", "events"))
    single = archive / "single.yaml"
    single.write_text(whole)
    edition = open_collection(pack(single, tmp_path / "a.sanad").path)
    assert edition.from_cache
    assert_same(open_collection(single).edition, edition.edition)


def test_errors_stop_it_and_leave_nothing(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "archive", events="events: [{id: E1, title: x, category: none}]")
    with pytest.raises(PackRefusedError) as refused:
        pack(archive, tmp_path / "a.sanad")
    assert [(one.file, one.code) for one in refused.value.problems] == [("events.yaml", "no-such-categories")]
    assert list(tmp_path.iterdir()) == [archive]


def test_warnings_do_not_stop_it(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "archive", people="people: [{id: p1, name: Nobody}]")
    assert [one.code for one in pack(archive, tmp_path / "a.sanad").problems] == ["unused-people"]


@pytest.mark.parametrize("name", ["a?.yaml", "CON.yaml", "EVENTS.yaml"])
def test_names_that_not_every_system_holds_stop_it(tmp_path: Path, name: str) -> None:
    archive = write_archive(tmp_path / "archive")
    (archive / name).write_text("people: []")
    with pytest.raises(PackRefusedError) as refused:
        pack(archive, tmp_path / "a.sanad")
    assert "unportable-name" in {one.code for one in refused.value.problems}


@pytest.mark.parametrize("step", STEPS)
def test_who_stops_it_keeps_what_was_there(tmp_path: Path, step: str) -> None:
    archive, out = write_archive(tmp_path / "archive"), tmp_path / "a.sanad"
    out.write_text("an older edition")
    cancel = Event()

    def stop(now: str, done: int, total: int) -> None:
        del done, total
        if now == step:
            cancel.set()

    with pytest.raises(CancelledError):
        pack(archive, out, progress=stop, cancel=cancel)
    assert out.read_text() == "an older edition"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.sanad", "archive"]


def test_who_kills_it_keeps_what_was_there(tmp_path: Path, project_root: Path) -> None:
    archive, out = write_archive(tmp_path / "archive"), tmp_path / "a.sanad"
    out.write_text("an older edition")
    script = """
import os, signal, sys
from pathlib import Path
from viewer.loading.packing import pack
def die(step, done, total):
    if step == "edition.step.write":
        os.kill(os.getpid(), signal.SIGKILL)
pack(Path(sys.argv[1]), Path(sys.argv[2]), progress=die)
"""
    killed = subprocess.run(
        [sys.executable, "-c", script, str(archive), str(out)], cwd=project_root, check=False
    )
    assert killed.returncode == -9
    assert out.read_text() == "an older edition"
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")].count("a.sanad") == 1
