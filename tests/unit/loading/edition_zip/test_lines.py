"""Events that came as lines travel in an edition, too."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.helpers.editions import assert_same
from tests.helpers.sealed import unpacked
from viewer.loading.importing.jsonl import import_jsonl
from viewer.loading.opening import UnreadableError, open_collection
from viewer.loading.packing import PackRefusedError, pack
from viewer.loading.verifying import verify
from viewer.model.verification import Standing


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    lines = tmp_path / "events.jsonl"
    rows = [
        {"id": f"e{n}", "title": f"Event {n}", "start": f"{1900 + n}", "category": "c"} for n in range(50)
    ]
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows))
    import_jsonl(lines, tmp_path / "imported")
    return tmp_path / "imported"


def test_it_opens_as_it_was(imported: Path, tmp_path: Path) -> None:
    edition = pack(imported, tmp_path / "a.sanad").path
    assert verify(edition).standing is Standing.VERIFIED
    before, after = open_collection(imported).edition, open_collection(edition)
    assert after.from_cache
    assert before.key == after.edition.key
    assert_same(before, after.edition)
    bag = unpacked(edition, tmp_path / "unpacked")
    assert_same(before, open_collection(bag / "data" / "collection").edition)


def test_one_of_another_version_says_what_to_do(imported: Path, tmp_path: Path) -> None:
    edition, other = pack(imported, tmp_path / "a.sanad").path, tmp_path / "b.sanad"
    with ZipFile(edition) as old, ZipFile(other, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"{}" if name.endswith("manifest.json") else old.read(name))
    with pytest.raises(UnreadableError) as refused:
        open_collection(other)
    assert [one.code for one in refused.value.problems] == ["zip-other-version"]


def test_lines_with_errors_stop_packing(imported: Path, tmp_path: Path) -> None:
    with (imported / "events.jsonl").open("a") as lines:
        lines.write("no line of JSON\n")
    with pytest.raises(PackRefusedError) as refused:
        pack(imported, tmp_path / "a.sanad")
    assert [(one.file, one.line) for one in refused.value.problems] == [("events.jsonl", 51)]
