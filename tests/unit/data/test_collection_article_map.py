"""The founding article is a source like any other: 37 rows, each with a verdict, each leading somewhere."""

import re
from itertools import pairwise

import pytest

from viewer.model.collection import Collection
from viewer.model.evidence import TextPosition
from viewer.model.source import Passage, Source, Verdict

ROWS = tuple(f"A{number:02}" for number in range(1, 38))
LEADS_NOWHERE = {
    "A25": Verdict.SILENT,  # No other source was found, and no event rests on it.
    "A37": Verdict.NOT_CONTENT,  # Furniture of the page.
}


def position_of(passage: Passage) -> TextPosition:
    return next(selector for selector in passage.selectors if isinstance(selector, TextPosition))


def test_all_rows_are_there_in_order(article: Source) -> None:
    assert tuple(passage.id for passage in article.digest) == ROWS


@pytest.mark.parametrize("row", ROWS)
def test_a_row_leads_to_what_carries_it_or_says_why_not(
    article: Source, collection: Collection, row: str
) -> None:
    passage = next(passage for passage in article.digest if passage.id == row)
    assert passage.verdict is not None
    assert passage.remark.pick("en").text
    links = (*passage.events, *passage.claims, *passage.people, *passage.groups)
    if row in LEADS_NOWHERE:
        assert (passage.verdict, links) == (LEADS_NOWHERE[row], ())
        return
    library = collection.library
    known = (*collection.events, *library.claims, *library.people, *library.groups)
    assert links
    assert set(links) <= set(known)


def test_a_row_that_others_confirm_or_dispute_names_them(article: Source) -> None:
    other_sources = {str(passage.id): passage.sources for passage in article.digest}
    assert other_sources["A01"] == ("S65",)
    assert "S66" in other_sources["A16"]
    assert "S108" in other_sources["A35"]


def test_the_rows_stand_in_the_order_of_the_article(article: Source) -> None:
    positions = [position_of(passage) for passage in article.digest]
    starts = [position.start for position in positions]
    assert starts == sorted(starts)
    for earlier, later in pairwise(positions):
        assert earlier.start < earlier.end <= later.start
    assert all(re.fullmatch("[0-9a-f]{16}", position.digest) for position in positions)


def test_the_article_itself_does_not_travel(article: Source) -> None:
    (document,) = article.documents
    assert (document.bundled, document.path, document.media_type) == (False, "", "text/plain")
    assert re.fullmatch("[0-9a-f]{64}", document.sha256)


def test_events_that_speak_of_the_article_cite_its_row(collection: Collection) -> None:
    cited = {
        str(event.id): citation.passage
        for event in collection.events.values()
        for citation in event.citations
        if citation.source == "S01"
    }
    assert cited["E031"] == "A17"
    assert cited["E042"] == "A18"
    assert set(cited.values()) <= set(ROWS)
