"""What is being read is marked on the timeline."""

from dataclasses import replace

from tests.helpers.reading import bundled_edition
from viewer.loading.catalogue import LANGUAGES, load_catalogue
from viewer.model.ids import AnswerId, ClaimId, EventId, PersonId, SourceId
from viewer.state.marked import marked_events
from viewer.state.selection import ClaimSelected, EventSelected, OpenSource, PersonSelected, Selection
from viewer.state.session import Session, whole_range
from viewer.state.store import Store
from viewer.state.view_state import ViewState


def marked(selection: Selection, source: str = "", query: str = "") -> list[str]:
    edition = bundled_edition()
    opened = OpenSource(SourceId(source)) if source else None
    state = replace(ViewState(whole_range(edition)), selection=selection, source=opened, query=query)
    session = Session(edition, {name: load_catalogue(name) for name in LANGUAGES}, Store(state))
    return [edition.event_id(int(index)) for index in marked_events(session)]


def test_a_source_marks_the_events_that_cite_it() -> None:
    found = marked(EventSelected(EventId("E026")), "S28")
    assert "E026" in found
    edition = bundled_edition()
    for name in found:
        index = edition.index_of(EventId(name))
        assert index is not None
        assert "S28" in {citation.source for citation in edition.event(index).citations}


def test_an_answer_marks_where_it_was_said() -> None:
    claim = bundled_edition().library.claims[ClaimId("C01")]
    answer = next(row for row in claim.answers if row.said_in)
    assert marked(ClaimSelected(claim.id, answer.id)) == [answer.said_in]


def test_an_answer_said_nowhere_marks_nothing() -> None:
    assert marked(ClaimSelected(ClaimId("C01"), AnswerId("none"))) == []


def test_a_person_marks_their_events_and_a_search_comes_first() -> None:
    assert len(marked(PersonSelected(PersonId("p-montazeri")))) > 5
    assert marked(PersonSelected(PersonId("p-montazeri")), query="Khavaran") != marked(
        PersonSelected(PersonId("p-montazeri"))
    )
