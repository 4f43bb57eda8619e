from dataclasses import replace
from typing import Any

from tests.helpers.reading import bundled_edition, plain, reader
from viewer.model.ids import EventId, PassageId, SourceId
from viewer.state.pages.bibliography import genre_words
from viewer.state.pages.blocks import CitedBy, Eyebrow, PassageBlock
from viewer.state.pages.reader import Reader
from viewer.state.pages.selected import opened_source_page
from viewer.state.pages.targets import EventTarget, SourceTarget
from viewer.state.selection import EventSelected, OpenSource

S1, S2 = SourceId("S1"), SourceId("S2")


def opened(source: SourceId = S1, passage: str | None = None, citation: str | None = None) -> OpenSource:
    return OpenSource(source, PassageId(passage) if passage else None, citation)


def text_of(given: Reader) -> str:
    return plain(opened_source_page(given))


def beside(event: str, source: OpenSource, **more: Any) -> Reader:
    return reader(selection=EventSelected(EventId(event)), source=source, **more)


def test_it_says_who_speaks_and_what_it_cannot_show() -> None:
    text = text_of(reader(source=opened()))
    assert "A Committee · human rights organisation" in text
    assert "A committee of observers" in text
    assert "It saw no prison." in text
    assert "Original: checked" in text


def test_the_passage_is_marked_that_the_citation_names() -> None:
    page = opened_source_page(beside("E1", opened(citation="S1")))
    marked = [block.text.text for block in page.blocks if isinstance(block, PassageBlock) and block.marked]
    assert marked == ["The second thing it says."]


def test_a_passage_says_how_others_stand_to_it_and_where_it_is_used() -> None:
    text = text_of(reader(source=opened()))
    assert "other sources differ · Others say otherwise. · An order · Person One" in text


def test_it_says_where_the_selected_event_cites_it() -> None:
    assert "cited at p. 12–15, § \u20663.1\u2069 · checked" in text_of(beside("E1", opened(citation="S1")))
    assert "no page or section stated · disputes this · not yet checked" in text_of(
        beside("E1", opened(S2, citation="S2"))
    )


def test_it_counts_the_sources_of_the_selection_and_leads_to_the_next() -> None:
    eyebrow = opened_source_page(beside("E1", opened(citation="S1"))).blocks[0]
    assert isinstance(eyebrow, Eyebrow)
    assert eyebrow.text == "Source 1 of 2"
    assert [link.target for link in eyebrow.links] == [SourceTarget(S2, None, "S2")]


def test_every_event_that_cites_it_is_listed() -> None:
    page = opened_source_page(reader(source=opened()))
    (cited,) = [block for block in page.blocks if isinstance(block, CitedBy)]
    assert [row.target for row in cited.rows] == [EventTarget(EventId("E1")), EventTarget(EventId("E2"))]
    assert "Answers 1 question  How many orders?".replace("  ", ": ") in plain(page)


def test_a_sensitive_passage_keeps_its_place_but_not_its_words() -> None:
    text = text_of(reader(source=opened()))
    assert "harrowing" not in text
    assert "Behind the content warning: Execution" in text
    assert "harrowing" in text_of(reader(source=opened(), revealed=frozenset({"S1"})))


def test_who_read_on_in_the_event_reads_on_in_the_source() -> None:
    assert "harrowing" in text_of(beside("E2", opened(), revealed=frozenset({"E2"})))
    assert "harrowing" not in text_of(beside("E1", opened(), revealed=frozenset({"E2"})))


def test_the_reference_stands_in_the_order_of_csl() -> None:
    assert "Reference: A Committee. A report. 1 December 1990" in text_of(reader(source=opened()))


def test_no_source_open_says_how_to_open_one() -> None:
    assert "Choose a citation" in text_of(reader())


def test_a_source_of_another_edition_says_that_it_is_not_here() -> None:
    assert "not in this edition" in text_of(reader(source=opened(SourceId("S99"))))


def test_each_kind_of_source_is_named_in_the_language_of_the_reader() -> None:
    edition = bundled_edition()
    given = reader("fa", edition, source=opened(SourceId("S31")))
    assert "فرمان (ترجمه)" in text_of(given)
    for source in edition.library.sources.values():
        assert genre_words(given, source).isascii() is (source.genre == ""), source.genre
        assert genre_words(reader("en", edition), source) == source.genre


def test_a_kind_that_nobody_knows_stays_as_it_is_written() -> None:
    source = replace(bundled_edition().library.sources[SourceId("S31")], genre="Papyrus roll")
    assert genre_words(reader("fa"), source) == "Papyrus roll"
