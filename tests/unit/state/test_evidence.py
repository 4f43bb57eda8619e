from pathlib import Path

import numpy as np
import pytest

from tests.helpers.collections import read_sample, write_sample
from tests.helpers.reading import bundled_edition, sample_edition
from viewer.loading.opening import open_collection
from viewer.model.edition import Edition
from viewer.model.event import Event
from viewer.model.memory_edition import MemoryEdition
from viewer.model.source import Position
from viewer.state.evidence import KEPT, SUMMED, prepare_evidence, summarise, worklist
from viewer.state.filters import EvidenceKind


def test_a_summary_counts_what_each_event_lacks() -> None:
    summary = summarise(sample_edition())
    assert {kind.value: summary.count(kind) for kind in SUMMED} == {
        "contested": 1,
        "unchecked": 2,
        "one-source": 2,
        "one-side": 2,
        "second-hand": 0,
        "no-page": 3,
    }


def test_the_worklist_names_every_event_with_something_left_to_do() -> None:
    tasks = {str(task.event): {kind.value for kind in task.kinds} for task in worklist(sample_edition())}
    assert tasks == {
        "E1": {"contested", "unchecked", "no-page"},
        "E2": {"one-source", "one-side", "no-page"},
        "E3": {"unchecked", "one-source", "one-side", "no-page"},
    }


def test_the_worklist_says_how_many_sources_speak_from_where() -> None:
    tasks = {str(task.event): (task.sources, task.positions) for task in worklist(sample_edition())}
    assert tasks["E1"] == (2, (Position.INSIDER, Position.NGO))
    assert tasks["E2"] == (1, (Position.NGO,))


def test_an_event_without_any_source_is_on_the_worklist(tmp_path: Path) -> None:
    bare = "events: [{id: E1, title: Bare, category: order, check: checked}]"
    collection = read_sample(tmp_path, events=bare).collection
    assert collection
    tasks = list(worklist(MemoryEdition(collection)))
    assert [(task.event, task.sources, task.positions, task.kinds) for task in tasks] == [("E1", 0, (), ())]


def test_the_counts_of_the_bundled_collection_follow_from_its_citations() -> None:
    edition = bundled_edition()
    events = [edition.event(index) for index in range(len(edition.columns))]
    summary = summarise(edition)
    assert summary.count(EvidenceKind.ONE_SOURCE) == sum(len(_sources(event)) == 1 for event in events)
    for index, event in enumerate(events):
        assert (EvidenceKind.ONE_SOURCE in summary.kinds_of(index)) is (len(_sources(event)) == 1)


def _sources(event: Event) -> set[str]:
    return {citation.source for citation in event.citations}


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return open_collection(write_sample(tmp_path / "sample"), cache=tmp_path / "cache").edition


def test_a_prepared_edition_is_summed_up_without_reading_its_events(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = {kind: mask.tolist() for kind, mask in summarise(edition).masks.items()}
    prepare_evidence(edition)
    monkeypatch.setattr(edition, "event", lambda _: pytest.fail("an event was read"))
    assert {kind: mask.tolist() for kind, mask in summarise(edition).masks.items()} == read


def test_masks_of_another_shape_are_not_believed(edition: Edition) -> None:
    read = {kind: mask.tolist() for kind, mask in summarise(edition).masks.items()}
    edition.keep(KEPT, {"masks": np.zeros((1, 1), np.bool_)})
    assert {kind: mask.tolist() for kind, mask in summarise(edition).masks.items()} == read
