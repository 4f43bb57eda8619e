from pathlib import Path

import pytest

from tests.helpers.editions import assert_same
from viewer.loading.collection_files import read_collection
from viewer.loading.opening import open_collection
from viewer.model.columns import Flag
from viewer.model.edition import Edition
from viewer.model.ids import EventId
from viewer.model.memory_edition import MemoryEdition


def in_memory(path: Path) -> MemoryEdition:
    collection = read_collection(path).collection
    assert collection is not None
    return MemoryEdition(collection)


def test_a_compiled_edition_says_what_the_collection_says(sample: Path, shelf: Path) -> None:
    built = open_collection(sample, cache=shelf)
    mapped = open_collection(sample, cache=shelf)
    assert (built.from_cache, mapped.from_cache) == (False, True)
    assert_same(in_memory(sample), built.edition)
    assert_same(in_memory(sample), mapped.edition)
    assert (mapped.problems, mapped.counts, mapped.untranslated) == (
        built.problems,
        built.counts,
        built.untranslated,
    )


def test_the_bundled_collection_opens_by_the_same_path(bundled_collection: Path, shelf: Path) -> None:
    open_collection(bundled_collection, cache=shelf)
    mapped = open_collection(bundled_collection, cache=shelf)
    assert mapped.from_cache
    memory = in_memory(bundled_collection)
    assert_same(memory, mapped.edition)
    for query in ("Gohardasht", "گوهردشت", "fatwa", "exec", "Amnesty 1990", '"court"', "E020", "x y z"):
        assert mapped.edition.search(query).tolist() == memory.search(query).tolist()


def test_events_stand_in_order_and_those_without_date_last(sample: Path, shelf: Path) -> None:
    edition = open_collection(sample, cache=shelf).edition
    assert [edition.event_id(index) for index in range(4)] == ["E4", "E3", "E1", "E2"]
    assert edition.columns.placed == 3
    assert edition.columns.flags.tolist() == [
        Flag.APPROXIMATE | Flag.OPEN_END | Flag.INTERVAL | Flag.UNCHECKED,
        Flag.UNCHECKED,
        Flag.SET | Flag.STATED | Flag.CONTESTED | Flag.SENSITIVE,
        Flag.UNCHECKED,
    ]
    assert edition.columns.parts.event.tolist() == [2, 2]


def test_what_is_not_there_is_refused(sample: Path, shelf: Path) -> None:
    edition = open_collection(sample, cache=shelf).edition
    assert edition.index_of(EventId("E9")) is None
    assert edition.index_of(EventId("")) is None
    for index in (-1, 4):
        for ask in (edition.event, edition.event_id):
            with pytest.raises(IndexError):
                ask(index)


def test_columns_cannot_be_written(sample: Path, shelf: Path) -> None:
    for edition in (
        open_collection(sample, cache=shelf).edition,
        open_collection(sample, cache=shelf).edition,
    ):
        assert not edition.columns.start_min.flags.writeable
        assert not edition.columns.parts.start.flags.writeable


def found(edition: Edition, query: str) -> list[str]:
    return [edition.event_id(index) for index in edition.search(query).tolist()]


@pytest.mark.parametrize(
    ("query", "events"),
    [
        ("Juhardasht", ["E1"]),
        ("گوهردشت", ["E1"]),
        ("رجایی شهر", ["E1"]),
        ("رجايي‌شهر", ["E1"]),
        ("persson", ["E3"]),
        ("PERS", ["E3"]),
        ("report", ["E4", "E3", "E1", "E2"]),
        ("order juh", ["E1"]),
        ("order nobody", []),
        ('"ordere"', []),
        ('"ordered"', ["E1"]),
        ("نامه", ["E3"]),
        ("E2", ["E2"]),
        ('" OR 1=1', []),
        ("*", []),
        ("", []),
    ],
)
def test_search_in_both_scripts(sample: Path, shelf: Path, query: str, events: list[str]) -> None:
    edition = open_collection(sample, cache=shelf).edition
    assert found(edition, query) == events
    assert found(in_memory(sample), query) == events


def test_no_more_is_found_than_asked_for(sample: Path, shelf: Path) -> None:
    assert len(open_collection(sample, cache=shelf).edition.search("report", limit=2)) == 2
