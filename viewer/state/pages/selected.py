"""Build the page of whatever is selected."""

from typing import assert_never

from viewer.state.pages.blocks import Heading, Notice, NoticeKind, Page
from viewer.state.pages.claim import claim_page
from viewer.state.pages.collection import collection_page, glossary_page, members_page
from viewer.state.pages.entity import group_page, person_page, place_page
from viewer.state.pages.event import event_page
from viewer.state.pages.evidence import evidence_page
from viewer.state.pages.reader import Reader
from viewer.state.pages.source import source_page
from viewer.state.selection import (
    ClaimSelected,
    EventSelected,
    EvidenceSelected,
    GroupSelected,
    MembersSelected,
    Nothing,
    PersonSelected,
    PlaceSelected,
    Selection,
    TermSelected,
)


def detail_page(reader: Reader) -> Page:
    """Return the page of the selection; one that says so when it is not in this edition."""
    return _page_of(reader, reader.state.selection) or missing_page(reader)


def opened_source_page(reader: Reader) -> Page:
    """Return the page of the open source, or how to open one."""
    opened = reader.state.source
    if opened is None:
        return _notice(reader, "source.pane-title", "source.none-open")
    return source_page(reader, opened) or missing_page(reader)


def missing_page(reader: Reader) -> Page:
    """Return the page for an entry that this edition does not have."""
    return _notice(reader, "detail.missing-title", "detail.missing")


def _notice(reader: Reader, title: str, text: str) -> Page:
    heading = reader.spoken(title)
    return Page(
        heading.text, reader.language, (Heading(heading), Notice(NoticeKind.EMPTY, reader.spoken(text)))
    )


def _page_of(reader: Reader, selection: Selection) -> Page | None:
    page: Page | None = None
    match selection:
        case Nothing():
            page = collection_page(reader)
        case EventSelected(event):
            page = event_page(reader, event)
        case PersonSelected(person):
            page = person_page(reader, person)
        case GroupSelected(group):
            page = group_page(reader, group)
        case PlaceSelected(place):
            page = place_page(reader, place)
        case ClaimSelected(claim):
            page = claim_page(reader, claim)
        case TermSelected(term):
            page = glossary_page(reader, term)
        case MembersSelected():
            page = members_page(reader, selection)
        case EvidenceSelected():
            page = evidence_page(reader)
        case _:
            assert_never(selection)
    return page
