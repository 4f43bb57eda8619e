from itertools import pairwise
from typing import Any, TypeVar

from tests.helpers.reading import bundled_edition, plain, reader
from viewer.model.ids import EventId, PassageId, SourceId
from viewer.state.pages.blocks import Block, CitationList, Notice, NoticeKind, Page, Paragraph, WarningGate
from viewer.state.pages.event import event_page
from viewer.state.pages.reader import Reader
from viewer.state.pages.runs import CiteChip, Missing, Words
from viewer.state.pages.targets import CommandTarget, SourceTarget
from viewer.state.selection import EventSelected, OpenSource


def page_of(event: str, given: Reader | None = None) -> Page:
    page = event_page(given or reader(), EventId(event))
    assert page
    return page


B = TypeVar("B", bound=Block)


def only(page: Page, kind: type[B]) -> list[B]:
    return [block for block in page.blocks if isinstance(block, kind)]


def text_of(event: str, given: Reader | None = None) -> str:
    return plain(page_of(event, given))


def test_statements_are_followed_by_the_numbers_of_their_citations() -> None:
    assert "Something was ordered.[1][2] Nobody says why." in text_of("E1")


def test_a_statement_without_a_citation_says_so() -> None:
    assert "Nobody says why. [no source stated]" in text_of("E1")


def test_a_statement_of_one_party_alone_names_it_first() -> None:
    assert "According to the writer: It was raining.[2]" in text_of("E1")


def test_a_chip_leads_to_the_passage_through_its_citation() -> None:
    runs = [run for block in only(page_of("E1"), Paragraph) for run in block.runs]
    chips = [run for run in runs if isinstance(run, CiteChip)]
    assert chips[0].target == SourceTarget(SourceId("S1"), PassageId("p2"), "S1")
    assert chips[0].label == "Citation 1: A report, p. 12–15, § \u20663.1\u2069"


def test_the_chip_of_the_open_citation_is_marked() -> None:
    given = reader(source=OpenSource(SourceId("S2"), None, "S2"))
    runs = [run for block in only(page_of("E1", given), Paragraph) for run in block.runs]
    assert {run.number for run in runs if isinstance(run, CiteChip) and run.marked} == {2}


def test_the_date_stands_in_both_calendars() -> None:
    assert "about 28 July 1988 · ≈ 6 Mordad 1367, converted" in text_of("E1")


def test_the_leading_calendar_in_persian_is_the_solar_hijri() -> None:
    text = text_of("E1", reader("fa"))
    date = next(line for line in text.splitlines() if "مرداد" in line)
    assert date.index("مرداد") < date.index("ژوئیه")
    assert date.count("مرداد") == 1


def test_places_inside_a_source_are_said_in_persian_words_and_digits() -> None:
    text = text_of("E1", reader("fa"))
    assert "ص ۱۲ تا ۱۵" in text.translate({0x2066: None, 0x2068: None, 0x2069: None})
    assert "بخش \u2066۳.۱\u2069" in text


def test_a_disputing_citation_says_so_and_keeps_its_note() -> None:
    listed = next(line for line in text_of("E1").splitlines() if "Bo Helper" in line)
    assert "disputes this" in listed
    assert "no page or section stated" in listed
    assert "not yet checked" in listed
    assert "Written later." in listed


def test_the_citation_list_holds_every_citation() -> None:
    (listed,) = only(page_of("E1"), CitationList)
    assert [item.number for item in listed.items] == ["1", "2"]


def test_people_places_related_events_and_questions_are_there() -> None:
    text = text_of("E1")
    assert "Person: Person One (signed it)[1]" in text
    assert "Place: Town" in text
    assert "A killing · which this follows" in text
    assert "? How many orders? — 4 answers · sources differ" in text
    assert "– 2800 or 3800 — Ann Writer" in text


def test_an_event_that_is_only_partly_checked_says_so() -> None:
    assert "! Partly checked against the original." in text_of("E1")


def test_an_unreviewed_translation_says_so_only_in_that_language() -> None:
    assert "ترجمه هنوز بازبینی نشده است." in text_of("E1", reader("fa"))
    assert "reviewed" not in text_of("E1")


def test_a_text_in_another_language_says_so_and_runs_its_own_way() -> None:
    page = page_of("E3", reader("fa"))
    (notice,) = [notice for notice in only(page, Notice) if notice.kind is NoticeKind.FALLBACK]
    assert "انگلیسی" in notice.text.text
    (paragraph,) = only(page, Paragraph)
    assert paragraph.language == "en"
    assert not [
        run for run in paragraph.runs if isinstance(run, Words) and run.right_to_left and run.text.strip()
    ]


def test_an_event_without_a_date_says_so() -> None:
    assert "date not stated" in text_of("E3")


def test_a_warning_hides_the_text_and_names_its_kinds() -> None:
    text = text_of("E2")
    assert "# A killing" in text
    assert "This text describes: Execution" in text
    assert "terrible" not in text
    assert "watched" not in text
    assert "Sources" not in text


def test_reading_on_shows_the_text_and_a_way_back() -> None:
    for passed in ("E2", "*execution"):
        text = text_of("E2", reader(revealed=frozenset({passed})))
        assert "A terrible scene.[1]" in text
    assert "Hide this text again" in text_of("E2", reader(revealed=frozenset({"E2"})))


def test_the_gate_reveals_this_event_alone() -> None:
    (gate,) = only(page_of("E2"), WarningGate)
    assert gate.read_on.target == CommandTarget("open.reveal", (("key", "E2"),))


def test_an_unknown_event_has_no_page() -> None:
    assert event_page(reader(), EventId("E99")) is None


def test_every_statement_of_the_bundled_collection_leads_to_a_citation_or_says_none() -> None:
    edition = bundled_edition()
    for language in ("en", "fa"):
        for index in range(len(edition.columns)):
            event = edition.event(index)
            state: dict[str, Any] = {"selection": EventSelected(event.id), "revealed": frozenset({event.id})}
            page = page_of(event.id, reader(language, edition, **state))
            shown = sum(_statements(block) for block in page.blocks if isinstance(block, Paragraph))
            assert shown == len(event.statements), event.id


def _statements(paragraph: Paragraph) -> int:
    """Count the texts directly followed by a citation or by the words that there is none."""
    pairs = pairwise(paragraph.runs)
    return sum(isinstance(a, Words) and isinstance(b, CiteChip | Missing) for a, b in pairs)
