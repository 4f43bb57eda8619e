import json
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.editions import assert_same
from viewer.loading.compiled import manifest
from viewer.loading.compiled.manifest import MANIFEST, seal
from viewer.loading.opening import open_collection


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\0")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def parts_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.stat().st_size)


def assert_rebuilt(sample: Path, shelf: Path, what: str) -> None:
    again = open_collection(sample, cache=shelf)
    assert not again.from_cache, what
    assert open_collection(sample, cache=shelf).from_cache, what
    assert_same(again.edition, open_collection(sample).edition)


@pytest.mark.parametrize("harm", [flip, truncate, lengthen, empty, Path.unlink])
@pytest.mark.parametrize("always_read", [0, 1 << 20])
def test_an_edition_with_any_harmed_file_is_built_anew(
    sample: Path,
    shelf: Path,
    built: Path,
    harm: Callable[[Path], None],
    always_read: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(manifest, "_ALWAYS_READ", always_read)
    names = [path.name for path in parts_of(built)]
    assert MANIFEST in names
    for name in names if harm is flip and always_read else names[::9]:
        harm(built / name)
        assert_rebuilt(sample, shelf, name)


def test_a_copied_edition_is_read_in_full_once_and_believed(
    sample: Path, shelf: Path, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "_ALWAYS_READ", 0)
    for path in built.iterdir():
        path.write_bytes(path.read_bytes())
    assert open_collection(sample, cache=shelf).from_cache
    monkeypatch.setattr(manifest, "file_digest", lambda path: pytest.fail(f"{path} was read"))
    assert open_collection(sample, cache=shelf).from_cache


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("format", 0),
        ("order", "big" if sys.byteorder == "little" else "little"),
        ("key", "0" * 64),
        ("parts", {}),
        ("parts", {"start_min.npy": {}}),
        ("parts", []),
    ],
)
def test_an_edition_of_another_make_is_built_anew(
    sample: Path, shelf: Path, built: Path, fact: str, value: object
) -> None:
    stated = json.loads((built / MANIFEST).read_text())
    (built / MANIFEST).write_text(json.dumps({**stated, fact: value}))
    assert_rebuilt(sample, shelf, fact)


@pytest.mark.parametrize("text", ["", "[]", "null", "{", '"x"'])
def test_a_manifest_that_is_none_is_not_believed(sample: Path, shelf: Path, built: Path, text: str) -> None:
    (built / MANIFEST).write_text(text)
    assert_rebuilt(sample, shelf, text)


@pytest.mark.parametrize(
    ("part", "array"),
    [
        ("start_min", np.zeros(4, np.float64)),
        ("start_min", np.zeros(3, np.int64)),
        ("start_min", np.zeros((4, 1), np.int64)),
        ("flags", np.zeros(4, ">u2")),
        ("ids_order", np.zeros(9, np.int32)),
        ("events_rows", np.zeros(1, np.int32)),
        ("title_fa_ends", np.zeros(2, np.int64)),
    ],
)
def test_parts_of_another_make_are_not_believed_though_sealed(
    sample: Path,
    shelf: Path,
    built: Path,
    part: str,
    array: np.ndarray[tuple[int, ...], np.dtype[np.generic]],
) -> None:
    np.save(built / f"{part}.npy", array)
    (built / MANIFEST).unlink()
    seal(built, built.name)
    assert_rebuilt(sample, shelf, part)


def test_an_edition_of_other_content_is_not_taken(sample: Path, shelf: Path, built: Path) -> None:
    events = sample / "events.yaml"
    events.write_text(events.read_text().replace("An order", "A letter"))
    changed = open_collection(sample, cache=shelf)
    assert not changed.from_cache
    assert changed.edition.key != built.name
    index = changed.edition.index_of(changed.edition.event_id(2))
    assert index is not None
    assert changed.edition.title(index, "en").text == "A letter"


def test_a_file_in_place_of_the_edition_gives_way(sample: Path, shelf: Path, built: Path) -> None:
    built.rename(shelf / "elsewhere")
    built.write_text("no edition")
    assert_rebuilt(sample, shelf, "file")
