from pathlib import Path

import pytest

from tests.helpers.collections import read_sample
from viewer.model.collection import Collection
from viewer.model.ids import EventId
from viewer.model.memory_edition import MemoryEdition

MORE = """\
events:
  - {id: E2, title: {en: A later letter, fa: نامهٔ بعدی}, date: 1988-08-15, category: order, citations: [S1]}
  - {id: E1, title: {en: An order}, date: 1988-07-28~, category: order}
  - {id: E0, title: {en: Undated}, category: order, citations: [S1]}
"""


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    read = read_sample(tmp_path, events=MORE)
    assert read.collection is not None
    return read.collection


def test_events_stand_in_time_and_undated_ones_last(collection: Collection) -> None:
    edition = MemoryEdition(collection)
    assert [edition.event_id(i) for i in range(3)] == ["E1", "E2", "E0"]
    assert edition.columns.placed == 2
    assert edition.index_of(EventId("E2")) == 1
    assert edition.index_of(EventId("E9")) is None
    assert edition.event(2).id == "E0"


def test_titles_say_when_they_stand_in_for_another_language(collection: Collection) -> None:
    edition = MemoryEdition(collection)
    assert edition.title(1, "fa").text == "نامهٔ بعدی"
    assert edition.title(0, "fa").fallback


def test_links_hold_the_events_of_a_source(collection: Collection) -> None:
    assert MemoryEdition(collection).links["sources"].of("S1").tolist() == [1, 2]


def test_search_finds_words_in_any_language(collection: Collection) -> None:
    edition = MemoryEdition(collection)
    assert edition.search("letter").tolist() == [1]
    assert edition.search("نامه").tolist() == [1]
    assert edition.search("nothing").tolist() == []
    assert edition.suggestion("leter") == "letter"


def test_the_key_follows_the_content(collection: Collection, tmp_path: Path) -> None:
    other = read_sample(tmp_path / "other").collection
    assert other is not None
    assert MemoryEdition(collection).key == MemoryEdition(collection).key
    assert MemoryEdition(collection).key != MemoryEdition(other).key
