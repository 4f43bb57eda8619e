"""A copied view opens as it was; anything else is refused whole, and other editions are told apart."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.reading import bundled_edition, sample_edition
from tests.helpers.views import Hand
from viewer.loading.catalogue import load_catalogue
from viewer.model.edition import Edition
from viewer.model.ids import AnswerId, ClaimId, EventId, PassageId, PersonId, SourceId
from viewer.state.citing.differing import opening
from viewer.state.citing.view import view_citation
from viewer.state.citing.view_code import CitedView, ViewCodeError, read_view, view_code
from viewer.state.filters import Filters
from viewer.state.selection import ClaimSelected, EventSelected, MembersSelected, Nothing, OpenSource
from viewer.state.session import Session
from viewer.state.store import Store
from viewer.state.view_state import Appearance, Language, Range, Theme, ViewState

HERE = ViewState(Range(0, 10**9))


def session(state: ViewState, edition: Edition | None = None) -> Session:
    catalogues = {language: load_catalogue(language) for language in ("en", "fa")}
    return Session(edition or bundled_edition(), catalogues, Store(state))


def cited(state: ViewState, edition: Edition | None = None, **changes: Any) -> CitedView:
    return replace(read_view(view_code(edition or bundled_edition(), state)), **changes)


def test_ten_thousand_views_come_back_exactly() -> None:
    edition = bundled_edition()
    hand = Hand(edition, 1988)
    for _ in range(10_000):
        state = hand.view()
        found = read_view(view_code(edition, state))
        assert found == CitedView("iran-1988", "1.0", edition.key, state)
        assert opening(found, edition, state).state == state


def test_a_citation_in_words_carries_the_view() -> None:
    hand = Hand(bundled_edition(), 67)
    for _ in range(60):
        state = hand.view()
        text = view_citation(session(state))
        assert read_view(f"> see\n{text}\nand so on").state == state


def test_what_a_person_reads_of_a_view() -> None:
    event = EventSelected(EventId("E020"))
    july = Range(583_718_400_000, 586_396_800_000)
    state = ViewState(july, selection=event, source=OpenSource(SourceId("S31")), query="letter")
    lines = view_citation(session(state)).splitlines()
    key = bundled_edition().key[:12]
    assert lines[0] == (
        "View of Iran 1988: the prison executions, edition 1.0 of 22 November 2026, "
        f"content {key}, in English"
    )
    assert lines[1].startswith("Time shown: 1")
    assert "July 1988" in lines[1]
    assert lines[3] == "Search: letter"
    assert lines[4].endswith("(E020)")
    assert lines[5].endswith("(S31)")
    assert lines[-1].startswith("sanad:view:")


def test_a_persian_view_is_told_from_right_to_left() -> None:
    state = ViewState(Range(0, 10**9), appearance=Appearance(language=Language.PERSIAN))
    *words, code = view_citation(session(state)).splitlines()
    assert all(line.startswith("\u200f") for line in words)
    assert "به فارسی" in words[0]
    assert code.isascii()


def test_a_view_survives_mail_that_breaks_lines() -> None:
    code = view_code(bundled_edition(), HERE)
    broken = "\u2067" + "\r\n".join(code[at : at + 40] for at in range(0, len(code), 40)) + "\u2069"
    assert read_view(broken).state == HERE


@given(st.integers(0, 400), st.sampled_from("Aa0_-."))
def test_one_wrong_letter_is_refused(place: int, letter: str) -> None:
    code = view_code(bundled_edition(), HERE)
    at = len("sanad:view:") + place % (len(code) - len("sanad:view:"))
    broken = code[:at] + letter + code[at + 1 :]
    if broken == code:
        return
    with pytest.raises(ViewCodeError) as error:
        read_view(broken)
    assert error.value.reason == "damaged"


@pytest.mark.parametrize("text", ["", "sanad", "a letter", "view:abc.12345678"])
def test_other_texts_hold_no_view(text: str) -> None:
    with pytest.raises(ViewCodeError) as error:
        read_view(text)
    assert error.value.reason == "nothing"


@pytest.mark.parametrize("cut", range(0, 200, 9))
def test_a_part_of_a_line_is_refused(cut: int) -> None:
    code = view_code(bundled_edition(), HERE)
    with pytest.raises(ViewCodeError) as error:
        read_view(code[: len("sanad:view:") + cut])
    assert error.value.reason == "damaged"


def test_times_that_cannot_be_counted_with_are_refused() -> None:
    for state in (ViewState(Range(0, 2**80)), replace(HERE, marked_range=Range(5, 5))):
        with pytest.raises(ViewCodeError):
            read_view(view_code(bundled_edition(), state))


def test_the_readers_own_look_and_warnings_stay() -> None:
    theirs = replace(
        HERE, appearance=Appearance(Language.PERSIAN, Theme.LIGHT, 1.0), revealed=frozenset({"E020"})
    )
    mine = replace(HERE, appearance=Appearance(Language.ENGLISH, Theme.CONTRAST, 2.0, low_reach=True))
    state = opening(cited(theirs), bundled_edition(), mine).state
    look = state.appearance
    assert (look.language, look.theme, look.text_scale, look.low_reach) == (
        Language.PERSIAN,
        Theme.CONTRAST,
        2.0,
        True,
    )
    assert state.revealed == frozenset()


def test_what_another_edition_lacks_is_named_and_the_rest_opens() -> None:
    state = replace(
        HERE,
        selection=EventSelected(EventId("E999")),
        source=OpenSource(SourceId("S06"), PassageId("p99")),
        filters=Filters(people=frozenset({PersonId("p-khomeini"), PersonId("p-nobody")})),
        hit=3,
    )
    found = opening(cited(state, version="0.9", key="0" * 64), bundled_edition(), HERE)
    assert (found.same_collection, found.same_version, found.same_content) == (True, False, False)
    assert set(found.missing) == {"E999", "p99", "p-nobody"}
    assert found.state.selection == Nothing()
    assert found.state.source == OpenSource(SourceId("S06"))
    assert found.state.filters.people == {"p-khomeini"}
    assert found.state.hit == -1


def test_numbers_of_events_mean_nothing_in_other_content() -> None:
    state = replace(HERE, selection=MembersSelected(1, 2, (7, 8)))
    found = opening(cited(state, key="0" * 64), bundled_edition(), HERE)
    assert found.state.selection == MembersSelected(1, 2)
    assert opening(cited(state), bundled_edition(), HERE).state.selection == state.selection


def test_an_answer_that_is_gone_leaves_its_question() -> None:
    state = replace(HERE, selection=ClaimSelected(ClaimId("C01"), AnswerId("C01-99")))
    found = opening(cited(state, key="0" * 64), bundled_edition(), HERE)
    assert found.state.selection == ClaimSelected(ClaimId("C01"))
    assert found.missing == ("C01-99",)


def test_of_another_collection_only_the_time_is_shown() -> None:
    state = replace(HERE, visible=Range(5, 10**10), selection=EventSelected(EventId("E1")), query="x")
    found = opening(cited(state, sample_edition()), bundled_edition(), HERE)
    assert not found.same_collection
    assert found.state == replace(HERE, visible=Range(5, 10**10))
