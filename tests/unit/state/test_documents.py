"""Which documents an open source has, which places in them are cited, and how commands walk through them."""

from functools import cache
from typing import Any

import pytest

from tests.helpers.documents import HARBOUR
from viewer.commands.command import Profile
from viewer.commands.commander import Commander, CommandError
from viewer.commands.effects import AttachCopy, Effect, ForgetCopy, RememberCopy
from viewer.loading.catalogue import load_catalogue
from viewer.loading.collection_files import read_collection
from viewer.model.ids import EventId, SourceId
from viewer.model.memory_edition import MemoryEdition
from viewer.model.own_copy import OwnCopy
from viewer.state.documents import cited_places, current_place, shown_slot, slots_of
from viewer.state.selection import EventSelected, OpenSource
from viewer.state.session import Session
from viewer.state.store import Store
from viewer.state.view_state import Range, ViewState

T5 = SourceId("T5")


@cache
def harbour() -> MemoryEdition:
    read = read_collection(HARBOUR)
    assert read.collection is not None
    return MemoryEdition(read.collection, read.key)


class Visit:
    """A session with its gate."""

    def __init__(self, source: OpenSource | None = None, profile: Profile = Profile.DESKTOP) -> None:
        state = ViewState(Range(0, 1000), EventSelected(EventId("E1")), source)
        self.session = Session(harbour(), {"en": load_catalogue("en")}, Store(state))
        self.effects: list[Effect] = []
        self.commander = Commander(self.session, profile, self.effects.append)

    def run(self, command: str, **arguments: Any) -> OpenSource | None:
        self.commander.run(command, **arguments)
        return self.session.state.source


def opened(source: str, **more: Any) -> OpenSource:
    return OpenSource(SourceId(source), **more)


def test_the_passages_of_a_source_are_its_cited_places() -> None:
    visit = Visit(opened("T1", passage="p2"))
    assert [place.label for place in cited_places(visit.session)] == ["p. 1", "p. 2", "p. 3"]
    assert current_place(visit.session) == 1


def test_a_citation_with_its_own_words_comes_first() -> None:
    visit = Visit(opened("T3", citation="guard"))
    assert [place.label for place in cited_places(visit.session)] == ["", "۱", "۲"]
    assert current_place(visit.session) == 0
    assert visit.run("document.next-passage") == opened("T3", passage="p1", citation="guard")
    assert current_place(visit.session) == 1


def test_the_passage_of_a_citation_is_where_the_reader_stands() -> None:
    assert current_place(Visit(opened("T1", citation="report")).session) == 0


def test_nothing_open_has_no_places() -> None:
    visit = Visit()
    assert cited_places(visit.session) == ()
    for command in ("document.next-passage", "document.open", "document.attach", "document.digest"):
        with pytest.raises(CommandError, match="disabled"):
            visit.run(command)


def test_documents_open_at_the_same_passage_and_lead_back() -> None:
    visit = Visit(opened("T1", passage="p2"))
    assert visit.run("document.open") == opened("T1", passage="p2", document=0)
    assert visit.run("document.next-passage") == opened("T1", passage="p3", document=0)
    assert visit.run("document.next-passage") == opened("T1", passage="p3", document=0), "it was the last"
    assert visit.run("document.passage", number=0) == opened("T1", passage="p1", document=0)
    assert visit.run("document.digest") == opened("T1", passage="p1")
    assert visit.run("document.open", document="0", source="T4") == opened("T4", document=0)


def test_another_passage_of_the_source_is_shown_in_the_open_document() -> None:
    visit = Visit(opened("T1", passage="p2", document=0))
    assert visit.run("open.source", source="T1", passage="p1") == opened("T1", passage="p1", document=0)
    assert visit.run("open.source", source="T3", passage="p1") == opened("T3", passage="p1")


def test_a_document_that_is_not_there_is_not_opened() -> None:
    visit = Visit(opened("T1"))
    assert visit.run("document.open", document=4) == opened("T1")
    assert visit.run("document.open", source="none") == opened("T1")


def test_walking_starts_at_either_end() -> None:
    assert Visit(opened("T5")).run("document.next-passage") == opened("T5", passage="n01")
    assert Visit(opened("T5")).run("document.previous-passage") == opened("T5", passage="n14")


def test_a_copy_stands_in_for_what_may_not_travel() -> None:
    visit = Visit(opened("T5", document=0))
    changes: list[int] = []
    visit.session.copies.watch(lambda: changes.append(1))
    slot = shown_slot(visit.session)
    assert slot is not None
    assert (slot.copy, slot.is_bundled) == (None, False)
    copy = OwnCopy(T5, 0, "/own.txt")
    visit.session.copies.attach(copy)
    visit.session.copies.attach(copy)
    assert shown_slot(visit.session) == type(slot)(0, slot.document, copy)
    assert len(changes) == 1
    with pytest.raises(CommandError, match="disabled"):
        visit.run("document.remember")
    visit.session.copies.attach(OwnCopy(T5, 0, "/own.txt", "0" * 64))
    for command in ("document.attach", "document.remember", "document.forget"):
        visit.run(command)
    assert visit.effects == [AttachCopy(T5, 0), RememberCopy(T5, 0), ForgetCopy(T5, 0)]
    visit.session.copies.detach(T5, 0)
    assert visit.session.copies.of(T5, 0) is None


def test_a_copy_never_stands_in_for_a_bundled_document() -> None:
    visit = Visit(opened("T1"))
    visit.session.copies.attach(OwnCopy(SourceId("T1"), 0, "/own.pdf"), OwnCopy(SourceId("T1"), 1, "/b.pdf"))
    slots = slots_of(visit.session, harbour().library.sources[SourceId("T1")])
    assert [slot.copy and slot.copy.path for slot in slots] == [None, "/b.pdf"]


def test_an_exhibition_knows_no_copies() -> None:
    visit = Visit(opened("T5", document=0), Profile.KIOSK)
    for command in ("document.attach", "document.remember", "document.forget"):
        with pytest.raises(CommandError, match="unknown"):
            visit.run(command)
    assert visit.run("document.digest") == opened("T5")
