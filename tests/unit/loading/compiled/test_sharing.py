import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from tests.helpers.editions import assert_same
from viewer.base.progress import CancelledError
from viewer.loading.opening import UnreadableError, open_collection

BUILDER = """
import sys, time
from pathlib import Path
from viewer.loading.opening import open_collection

steps = 0
def wait(step, done, total):
    global steps
    steps += 1
    if steps == int(sys.argv[3]):
        print("waiting", flush=True)
        time.sleep(60)

open_collection(Path(sys.argv[1]), cache=Path(sys.argv[2]), progress=wait)
print("built", flush=True)
"""


@pytest.mark.parametrize("step", [1, 2, 3])
@pytest.mark.parametrize("torn_before", [False, True])
def test_a_builder_killed_at_any_step_leaves_nothing_half_believed(
    sample: Path, shelf: Path, project_root: Path, step: int, torn_before: bool
) -> None:
    if torn_before:
        key = open_collection(sample, cache=shelf).edition.key
        (shelf / key / "flags.npy").write_bytes(b"torn")
    command = [sys.executable, "-c", BUILDER, str(sample), str(shelf), str(step)]
    with subprocess.Popen(command, cwd=project_root, stdout=subprocess.PIPE, text=True) as builder:
        assert builder.stdout is not None
        assert builder.stdout.readline() == "waiting\n"
        builder.send_signal(signal.SIGKILL)
    again = open_collection(sample, cache=shelf)
    assert not again.from_cache
    assert_same(again.edition, open_collection(sample).edition)
    assert open_collection(sample, cache=shelf).from_cache


def test_many_open_the_same_at_once(sample: Path, shelf: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        opened = list(threads.map(lambda _: open_collection(sample, cache=shelf), range(16)))
    for one in opened:
        assert_same(one.edition, opened[0].edition)
    assert [path.name for path in shelf.iterdir()] == [opened[0].edition.key]


def test_one_edition_is_read_by_many_threads(bundled_collection: Path, shelf: Path) -> None:
    edition = open_collection(bundled_collection, cache=shelf).edition

    def read(start: int) -> list[str]:
        indexes = [(start + step) % len(edition.columns) for step in range(len(edition.columns))]
        asked = [(edition.event(at), edition.title(at, "fa"), edition.event_id(at)) for at in indexes]
        return sorted(map(repr, asked))

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(read, range(8)))
    assert all(answer == answers[0] for answer in answers)


@pytest.fixture
def unwritable(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "locked"
    folder.write_text("a file, so that nothing can be made below it")
    yield folder
    folder.unlink()


def test_without_a_place_to_write_the_collection_opens_all_the_same(sample: Path, unwritable: Path) -> None:
    opened = open_collection(sample, cache=unwritable / "cache")
    assert not opened.from_cache
    assert_same(opened.edition, open_collection(sample).edition)
    assert opened.edition.search("Juhardasht").tolist() == [2]


def test_a_cache_that_cannot_be_written_is_read(sample: Path, shelf: Path, built: Path) -> None:
    before = sorted(path.name for path in built.iterdir())
    shelf.chmod(0o555)
    built.chmod(0o555)
    assert open_collection(sample, cache=shelf).from_cache
    assert sorted(path.name for path in built.iterdir()) == before
    shelf.chmod(0o755)
    built.chmod(0o755)


def test_work_can_be_stopped_and_leaves_nothing(sample: Path, shelf: Path) -> None:
    cancel = Event()
    steps: list[str] = []

    def note(step: str, done: int, total: int) -> None:
        assert 0 <= done <= max(done, total)
        steps.append(step)
        if len(steps) == 2:
            cancel.set()

    with pytest.raises(CancelledError):
        open_collection(sample, cache=shelf, progress=note, cancel=cancel)
    assert len(steps) == 2
    assert not list(shelf.iterdir())


def test_a_collection_without_head_is_refused_with_reasons(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing"):
        with pytest.raises(UnreadableError) as refused:
            open_collection(path, cache=tmp_path / "cache")
        assert refused.value.problems


def test_a_collection_with_errors_opens_without_what_is_wrong(sample: Path, shelf: Path) -> None:
    people = sample / "people.yaml"
    people.write_text(people.read_text().replace("id: p1,", "id: p1, nmae: x,"))
    opened = open_collection(sample, cache=shelf)
    index = opened.edition.index_of(opened.edition.event_id(1))
    assert index is not None
    assert opened.edition.event(index).people == ()
    assert [problem.code for problem in opened.problems if problem.severity == "error"] == ["unknown-key"]
    assert not shelf.exists()


def test_an_edition_beside_the_collection_is_taken_and_kept_fresh(sample: Path) -> None:
    beside = sample / "compiled"
    beside.mkdir()
    first = open_collection(sample)
    assert (beside / first.edition.key).is_dir()
    assert open_collection(sample).from_cache


def test_a_single_file_opens_too(tmp_path: Path, sample: Path, shelf: Path) -> None:
    whole = tmp_path / "whole.yaml"
    names = ("collection", "sources", "events", "people", "claims")
    whole.write_text("".join((sample / f"{name}.yaml").read_text() for name in names))
    assert not open_collection(whole, cache=shelf).from_cache
    opened = open_collection(whole, cache=shelf)
    assert opened.from_cache
    assert len(opened.edition.columns) == 4


def test_opening_a_compiled_edition_loads_no_reader_of_files(sample: Path, shelf: Path, built: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from viewer.loading.opening import open_collection as o;"
        "assert o(Path(sys.argv[1]), cache=Path(sys.argv[2])).from_cache;"
        "print([name for name in ('yaml', 'pypdfium2', 'PySide6') if name in sys.modules])"
    )
    assert built.is_dir()
    command = [sys.executable, "-c", program, str(sample), str(shelf)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"
