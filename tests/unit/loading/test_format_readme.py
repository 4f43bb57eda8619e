import re
from pathlib import Path

from tests.helpers.collections import write_files
from viewer.base.resources import resource_path
from viewer.loading.collection_files import Read, read_collection
from viewer.loading.decode.sections import SECTIONS
from viewer.model.evidence import LocatorKind
from viewer.model.source import Position

_README = (resource_path().parent / "data" / "README.md").read_text(encoding="utf-8")
_BLOCKS = re.findall(r"```yaml\n# ([^\n]+)\n(.*?)```", _README, re.DOTALL)


def _read(folder: Path) -> Read:
    files = {name: text for name, text in _BLOCKS if name.endswith(".yaml")}
    return read_collection(write_files(folder, files))


def test_the_examples_are_a_collection_without_problems(tmp_path: Path) -> None:
    read = _read(tmp_path)
    assert read.problems == ()
    assert all(read.counts[section] for section in SECTIONS)


def test_the_long_date_fits_into_the_event(tmp_path: Path) -> None:
    files = dict(_BLOCKS)
    date = "".join(f"    {line}\n" for line in files.pop("in an event").splitlines())
    files["events/1988.yaml"] = files["events/1988.yaml"].replace("    date: 1988-07-28~\n", date)
    read = read_collection(write_files(tmp_path, files))
    assert read.problems == ()
    assert read.collection is not None
    stated = [event.when.stated for event in read.collection.events.values() if event.when]
    assert stated[0] is not None


def test_every_word_of_a_choice_is_named() -> None:
    for word in (*LocatorKind, *Position):
        assert f"`{word}`" in _README
