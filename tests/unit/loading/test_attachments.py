"""What a reader allows to be remembered of own copies, and nothing else."""

import json
from pathlib import Path

import pytest

from viewer.loading.attachments import FILE_NAME, forget_copy, remember_copy, remembered_copies
from viewer.model.ids import SourceId
from viewer.model.own_copy import OwnCopy


def copy(source: str = "S1", document: int = 0, path: str = "/somewhere/a.pdf") -> OwnCopy:
    return OwnCopy(SourceId(source), document, path, "0" * 64, remembered=True)


def test_copies_are_remembered_by_collection(tmp_path: Path) -> None:
    remember_copy(tmp_path, "one", copy())
    remember_copy(tmp_path, "one", copy(document=1, path="/یادداشت‌ها/ب.txt"))
    remember_copy(tmp_path, "two", copy("S2"))
    assert remembered_copies(tmp_path, "one") == (copy(), copy(document=1, path="/یادداشت‌ها/ب.txt"))
    assert remembered_copies(tmp_path, "two") == (copy("S2"),)
    assert remembered_copies(tmp_path, "three") == ()


def test_a_later_copy_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    remember_copy(tmp_path, "one", copy())
    remember_copy(tmp_path, "one", copy(path="/elsewhere/b.pdf"))
    assert [found.path for found in remembered_copies(tmp_path, "one")] == ["/elsewhere/b.pdf"]


def test_what_is_forgotten_is_nowhere_any_more(tmp_path: Path) -> None:
    remember_copy(tmp_path, "one", copy())
    remember_copy(tmp_path, "one", copy("S2"))
    forget_copy(tmp_path, "one", copy())
    assert remembered_copies(tmp_path, "one") == (copy("S2"),)
    assert '"S1"' not in (tmp_path / FILE_NAME).read_text(encoding="utf-8")


def test_forgetting_what_was_never_remembered_writes_nothing(tmp_path: Path) -> None:
    forget_copy(tmp_path / "settings", "one", copy())
    assert list(tmp_path.iterdir()) == []


def test_only_path_and_hash_are_kept(tmp_path: Path) -> None:
    remember_copy(tmp_path / "new" / "settings", "one", copy())
    kept = json.loads((tmp_path / "new" / "settings" / FILE_NAME).read_text(encoding="utf-8"))
    assert [sorted(row) for row in kept["copies"]] == [["collection", "document", "path", "sha256", "source"]]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not json",
        "[]",
        '{"copies": 4}',
        '{"copies": [4, {"collection": "one"}]}',
        '{"copies": [{"collection": "one", "source": "S", "document": 0, "path": "p", "sha256": 1}]}',
        '{"copies": [{"collection": "one", "source": "S", "document": -1, "path": "p", "sha256": "a"}]}',
        "[" * 100_000,
    ],
)
def test_a_file_that_cannot_be_understood_counts_as_empty(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE_NAME).write_text(content, encoding="utf-8")
    assert remembered_copies(tmp_path, "one") == ()
    remember_copy(tmp_path, "one", copy())
    assert remembered_copies(tmp_path, "one") == (copy(),)
