"""Notes are kept whole or not at all, in a file that is ours and nobody else's."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.notes import note
from viewer.loading.notes import NotesError, begin_notes, delete_note, read_notes, reason_of, save_note
from viewer.model.note import Noted, NotedKind

ROOT = Path(__file__).resolve().parents[3]
LONG = 60_000
SAVING = """
import sys
from pathlib import Path
from tests.helpers.notes import note
from viewer.loading.notes import save_note
path, n = Path(sys.argv[1]), 0
print("ready", flush=True)
while True:
    n += 1
    save_note(path, note("1", "AB"[n % 2] * {long}))
"""
DYING = """
import os, signal, sys
from pathlib import Path
from viewer.loading.notes import _changing
with _changing(Path(sys.argv[1])) as file:
    file.execute("PRAGMA cache_size = 1")
    file.execute("UPDATE note SET body = hex(randomblob(400000))")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "mine.sanad-notes"
    begin_notes(found)
    return found


def refused(path: Path) -> str:
    with pytest.raises(NotesError) as error:
        begin_notes(path)
    return error.value.reason


def test_a_new_file_holds_no_notes_and_stands_alone(path: Path) -> None:
    assert read_notes(path) == ()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_notes_come_back_in_the_order_they_were_made(path: Path) -> None:
    made = [note("3", "drei"), note("1", "یک\nدو"), note("2", "", Noted(NotedKind.SOURCE, "S1", "p2"))]
    for one in made:
        save_note(path, one)
    assert [one.text for one in begin_notes(path)] == ["یک\nدو", "", "drei"]
    assert set(read_notes(path)) == set(made)


def test_a_note_saved_again_stands_once_and_a_deleted_one_is_gone(path: Path) -> None:
    save_note(path, note("1", "old"))
    save_note(path, note("2", "other"))
    save_note(path, note("1", "new"))
    assert [one.text for one in read_notes(path)] == ["new", "other"]
    delete_note(path, note("1").id)
    assert [one.text for one in read_notes(path)] == ["other"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(text=st.text(max_size=40).filter(lambda text: "\x00" not in text))
def test_any_text_comes_back(path: Path, text: str) -> None:
    save_note(path, note("1", text))
    assert read_notes(path)[0].text == text


def foreign_files() -> Iterator[tuple[str, bytes]]:
    yield "foreign", b"# A text that is no database\n" * 40
    with closing(sqlite3.connect(":memory:")) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
        yield "foreign", other.serialize()
        other.execute("PRAGMA application_id = 1396788814")
        other.execute("PRAGMA user_version = 2")
        yield "newer", other.serialize()


@pytest.mark.parametrize(("reason", "content"), list(foreign_files()))
def test_a_file_that_is_not_ours_is_left_as_it_is(tmp_path: Path, reason: str, content: bytes) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    assert refused(path) == reason
    with pytest.raises(NotesError) as error:
        save_note(path, note())
    assert error.value.reason == reason
    assert path.read_bytes() == content


def test_a_damaged_file_is_said_to_be_damaged(path: Path) -> None:
    save_note(path, note("1", "x" * LONG))
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + bytes(4096) + whole[8192:])
    assert refused(path) == "damaged"


def test_a_place_that_cannot_be_reached_is_said(tmp_path: Path) -> None:
    assert refused(tmp_path / "none" / "mine") == "unreachable"
    assert refused(tmp_path) == "unreachable"


def test_a_file_that_another_program_holds_is_not_waited_for_long(path: Path) -> None:
    save_note(path, note("1", "old"))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for act in (lambda: save_note(path, note("1", "new")), lambda: read_notes(path)):
            with pytest.raises(NotesError) as error:
                act()
            assert error.value.reason == "locked"
    assert [one.text for one in read_notes(path)] == ["old"]


def test_a_file_that_cannot_be_written_is_said_to_be_read_only(path: Path) -> None:
    address = f"{path.as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as file, pytest.raises(sqlite3.Error) as error:
        file.execute("DELETE FROM note")
    assert reason_of(error.value) == "read-only"


def test_two_windows_share_a_file(path: Path) -> None:
    save_note(path, note("1", "from one"))
    begin_notes(path)
    save_note(path, note("2", "from the other"))
    assert [one.text for one in read_notes(path)] == ["from one", "from the other"]


def test_a_save_that_is_killed_leaves_the_old_note(path: Path) -> None:
    save_note(path, note("1", "old"))
    ended = subprocess.run([sys.executable, "-c", DYING, str(path)], cwd=ROOT, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert [one.text for one in begin_notes(path)] == ["old"]
    save_note(path, note("1", "new"))
    assert [one.text for one in read_notes(path)] == ["new"]


def test_whenever_saving_is_killed_the_old_or_the_new_note_is_there(path: Path) -> None:
    save_note(path, note("1", "A" * LONG))
    draw = _Hand(7)
    for _ in range(6):
        saving = subprocess.Popen(
            [sys.executable, "-c", SAVING.format(long=LONG), str(path)], cwd=ROOT, stdout=subprocess.PIPE
        )
        with saving:
            assert saving.stdout
            saving.stdout.readline()
            time.sleep(draw.uniform(0.01, 0.15))
            saving.kill()
        (kept,) = begin_notes(path)
        assert kept.text in ("A" * LONG, "B" * LONG)


class _Hand(random.Random):
    """Draws the same moments in every run."""
