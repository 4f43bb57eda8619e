import os
import time
from pathlib import Path

import pytest

from viewer.base.atomic import new_folder, sweep, write_atomic


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    write_atomic(path, b"old")
    write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["note.txt"]


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "note.txt").mkdir()
    with pytest.raises(OSError, match="note"):
        write_atomic(tmp_path / "note.txt", b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["note.txt"]


@pytest.mark.parametrize("before", ["nothing", "empty", "full"])
def test_a_folder_takes_the_place_of_what_was_there(tmp_path: Path, before: str) -> None:
    path = tmp_path / "edition"
    if before != "nothing":
        path.mkdir()
    if before == "full":
        (path / "old").write_text("old")
    with new_folder(path) as folder:
        (folder / "new").write_text("new")
        assert not (path / "new").exists()
    assert [one.name for one in path.iterdir()] == ["new"]
    assert [one.name for one in tmp_path.iterdir()] == ["edition"]


def test_a_folder_that_was_not_finished_is_never_seen(tmp_path: Path) -> None:
    path = tmp_path / "edition"
    with new_folder(path) as folder:
        (folder / "good").write_text("good")
    with pytest.raises(OSError, match="no-such-folder"), new_folder(path) as folder:
        (folder / "no-such-folder" / "bad").write_text("bad")
    assert [one.name for one in path.iterdir()] == ["good"]
    assert [one.name for one in tmp_path.iterdir()] == ["edition"]


@pytest.mark.parametrize(
    ("name", "left"), [("*", ["fresh"]), ("a", ["fresh", "b"]), ("c", ["fresh", "a", "b"])]
)
def test_only_what_was_left_long_ago_is_swept(tmp_path: Path, name: str, left: list[str]) -> None:
    folders = {"fresh": ".a.12.part", "a": ".a.34.part", "b": ".b.56.part"}
    days_ago = time.time() - 3 * 24 * 3600
    for kind, folder in folders.items():
        (tmp_path / folder).mkdir()
        if kind != "fresh":
            os.utime(tmp_path / folder, (days_ago, days_ago))
    (tmp_path / "mine.part").mkdir()
    sweep(tmp_path, name)
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(
        ["mine.part", *(folders[kind] for kind in left)]
    )
