import re
from typing import Any

import pytest

from tests.helpers.reading import bundled_edition, plain, reader
from viewer.model.collection import About, Collection, Library
from viewer.model.ids import GroupId, PersonId, PlaceId, TermId
from viewer.model.memory_edition import MemoryEdition
from viewer.model.text import Text
from viewer.state.filters import EvidenceKind
from viewer.state.pages.blocks import EventList, Table
from viewer.state.pages.selected import detail_page
from viewer.state.pages.targets import CommandTarget
from viewer.state.selection import (
    EvidenceSelected,
    GroupSelected,
    MembersSelected,
    Nothing,
    PersonSelected,
    PlaceSelected,
    Selection,
    TermSelected,
)

EVERY_KIND: tuple[Selection, ...] = (
    Nothing(),
    PersonSelected(PersonId("p-one")),
    GroupSelected(GroupId("g-one")),
    PlaceSelected(PlaceId("pl-one")),
    TermSelected(),
    MembersSelected(0, 0, (0, 1)),
    EvidenceSelected(),
)


def text_of(selection: Selection, language: str = "en", **state: Any) -> str:
    return plain(detail_page(reader(language, selection=selection, **state)))


def test_a_person_has_names_roles_events_and_sources() -> None:
    text = text_of(PersonSelected(PersonId("p-one")))
    assert "# Person One" in text
    assert "Roles: Judge · 1988" in text
    assert "Other names: \u2068شخص یک\u2069 · Prsn Won" in text
    assert "An order ≠ · signed it" in text
    assert "In 2 sources: A Committee 1990" in text
    assert "? How many orders?" in text


def test_the_role_in_a_sensitive_event_waits_for_consent() -> None:
    person = PersonSelected(PersonId("p-one"))
    assert "watched it" not in text_of(person)
    assert "watched it" in text_of(person, revealed=frozenset({"E2"}))


def test_a_place_is_said_no_more_exactly_than_it_is_known() -> None:
    assert "about 35.80° N, 50.90° E" in text_of(PlaceSelected(PlaceId("pl-one")))


def test_an_entry_without_events_says_so() -> None:
    assert "No event in this collection names this entry." in text_of(GroupSelected(GroupId("g-one")))


def test_the_glossary_shows_terms_with_the_other_language() -> None:
    assert "Ward: \u2068بند\u2069 · Part of a prison" in text_of(TermSelected(TermId("t-one")))
    assert "بند: \u2068Ward\u2069 · بخشی از زندان" in text_of(TermSelected(), "fa")


def test_neighbours_in_time_are_listed_with_what_is_contested_among_them() -> None:
    text = text_of(MembersSelected(0, 0, (0, 1)))
    assert "# 2 events close in time" in text
    assert "1 of them touches a question on which sources differ." in text


def test_a_stretch_of_time_lists_what_it_holds_and_never_the_undated() -> None:
    page = detail_page(reader(selection=MembersSelected(-(2**62), 2**62)))
    (listed,) = [block for block in page.blocks if isinstance(block, EventList)]
    assert [row.title.text for row in listed.rows] == ["An order", "A killing"]


def test_nothing_selected_introduces_the_collection() -> None:
    text = text_of(Nothing())
    assert "# Sample" in text
    assert "3 events · 2 sources · 2 questions on which sources differ · 1 person" in text
    assert "How many orders? · 4 answers" in text
    assert "Hatched: It happened some time within this span" in text


def test_a_collection_without_events_says_so() -> None:
    empty = MemoryEdition(Collection(Library(About("empty", Text({"en": "Empty"})), {}, {}), {}))
    assert "This collection holds no events yet." in plain(detail_page(reader(edition=empty)))


def test_the_evidence_is_counted_and_each_line_leads_to_its_events() -> None:
    page = detail_page(reader(selection=EvidenceSelected()))
    (table,) = [block for block in page.blocks if isinstance(block, Table)]
    counts = {row[0].text: row[1].text for row in table.rows}
    assert counts["Sources differ"] == "1 of 3"
    assert counts["Not, or only partly, checked"] == "2 of 3"
    assert counts["Rests on one source only"] == "2 of 3"
    target = CommandTarget("find.toggle", (("field", "evidence"), ("value", EvidenceKind.CONTESTED)))
    assert table.rows[0][0].target == target


def test_what_is_not_in_the_edition_says_so() -> None:
    assert "Not in this edition" in text_of(PersonSelected(PersonId("p-none")))


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("selection", EVERY_KIND, ids=lambda s: type(s).__name__)
def test_every_page_is_whole_in_both_languages(selection: Selection, language: str) -> None:
    text = text_of(selection, language)
    assert text
    assert not re.search(r"\{\w+\}", text)


@pytest.mark.parametrize("language", ["en", "fa"])
def test_every_entity_of_the_bundled_collection_has_a_page(language: str) -> None:
    edition = bundled_edition()
    library = edition.library
    chosen: list[Selection] = [PersonSelected(key) for key in library.people]
    chosen += [GroupSelected(key) for key in library.groups]
    chosen += [PlaceSelected(key) for key in library.places]
    for selection in chosen:
        page = detail_page(reader(language, edition, selection=selection))
        assert not re.search(r"\{\w+\}", plain(page))
        assert page.title
