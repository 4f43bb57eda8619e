"""Notes leave as Markdown with citations, and as W3C annotations that name what they are about."""

import json
from typing import Any

import pytest

from tests.helpers.notes import note
from tests.helpers.reading import bundled_edition, reader, sample_edition
from viewer.base.bidi import strip_controls
from viewer.model.ids import EventId, SourceId
from viewer.model.note import Note, Noted, NotedKind
from viewer.state.citing.noted import NotesForm, exported_notes
from viewer.state.citing.view_code import read_view, view_code
from viewer.state.notes import Notes, noted, target_of
from viewer.state.pages.blocks import Eyebrow
from viewer.state.pages.note_mark import with_note_mark
from viewer.state.pages.selected import detail_page
from viewer.state.pages.targets import CommandTarget, EventTarget, SourceTarget
from viewer.state.selection import EventSelected
from viewer.state.view_state import Range, ViewState

PASSAGE = Noted(NotedKind.SOURCE, "S1", "p2")
ANSWER = Noted(NotedKind.CLAIM, "C1", "C1-1")


def a_view() -> Noted:
    return Noted(NotedKind.VIEW, view_code(sample_edition(), ViewState(Range(0, 1000))))


def annotations(*notes: Note, language: str = "en") -> list[dict[str, Any]]:
    found = json.loads(exported_notes(reader(language), notes, NotesForm.ANNOTATIONS))
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert found["type"] == "AnnotationCollection"
    assert found["total"] == len(notes)
    assert found["first"]["type"] == "AnnotationPage"
    items: list[dict[str, Any]] = found["first"]["items"]
    return items


def test_a_note_is_an_annotation_with_body_and_target() -> None:
    (item,) = annotations(note(text="Why?\nنامه"))
    assert item["type"] == "Annotation"
    assert item["id"] == f"urn:uuid:{note().id}"
    assert item["motivation"] == "commenting"
    assert item["body"] == {"type": "TextualBody", "value": "Why?\nنامه", "format": "text/plain"}
    assert item["target"] == {
        "source": "urn:sanad:sample:E1",
        "scope": f"urn:sanad:sample:content:{'0' * 64}",
    }
    assert (item["created"], item["modified"]) == ("2026-01-01T00:00:01Z", "2026-01-02T00:00:00Z")


def test_a_bookmark_has_no_body() -> None:
    (item,) = annotations(note(text=" "))
    assert item["motivation"] == "bookmarking"
    assert "body" not in item


@pytest.mark.parametrize(("about", "value"), [(PASSAGE, "p2"), (ANSWER, "C1-1")])
def test_a_part_is_told_by_a_selector(about: Noted, value: str) -> None:
    (item,) = annotations(note(about=about))
    assert item["target"]["source"] == f"urn:sanad:sample:{about.id}"
    assert item["target"]["selector"] == {"type": "FragmentSelector", "value": value}


def test_a_passage_brings_the_selectors_of_its_document() -> None:
    edition = bundled_edition()
    with_selectors = [
        (source, passage)
        for source in edition.library.sources.values()
        for passage in source.digest
        if passage.selectors
    ]
    source, passage = with_selectors[0]
    made = note(about=Noted(NotedKind.SOURCE, source.id, passage.id), key=edition.key, collection="iran-1988")
    given = reader("en", edition)
    item = json.loads(exported_notes(given, [made], NotesForm.ANNOTATIONS))["first"]["items"][0]
    kinds = [selector["type"] for selector in item["target"]["selector"]]
    assert kinds[0] == "FragmentSelector"
    assert "TextPositionSelector" in kinds


def test_a_view_can_be_opened_from_its_annotation() -> None:
    (item,) = annotations(note(about=a_view()))
    assert item["target"]["source"] == "urn:sanad:sample"
    line = "sanad:view:" + item["target"]["selector"]["value"]
    assert read_view(line).state == ViewState(Range(0, 1000))


def test_markdown_holds_the_text_and_the_citation() -> None:
    text = exported_notes(reader(), [note(text="Is *this* so?\n\n# really")], NotesForm.MARKDOWN)
    lines = text.splitlines()
    assert lines[0] == "# Notes"
    assert "## An order" in lines
    assert r"Is \*this\* so?  " in lines
    assert r"\# really" in lines
    assert any(line.startswith("> “An order,” about 28 July 1988, Sample") for line in lines)
    assert "Written 2026-01-02" in text


def test_persian_markdown_speaks_persian() -> None:
    text = strip_controls(exported_notes(reader("fa"), [note()], NotesForm.MARKDOWN))
    assert "# یادداشت‌ها" in text
    assert "## یک دستور" in text
    assert "نوشته‌شده در ۲۰۲۶-۰۱-۰۲" in text


def test_a_note_on_what_is_gone_is_still_exported() -> None:
    made = [note(about=Noted(NotedKind.EVENT, "E99"), text="kept")]
    text = exported_notes(reader(), made, NotesForm.MARKDOWN)
    assert "## E99" in text
    assert "kept" in text


@pytest.mark.parametrize(
    "about", [PASSAGE, ANSWER, *(Noted(kind, "x") for kind in NotedKind if kind != "view")]
)
def test_what_a_note_is_about_is_an_entry_and_back(about: Noted) -> None:
    target = target_of(about)
    assert target
    assert noted(target) == about


def test_a_page_says_that_its_entry_has_notes() -> None:
    notes = Notes()
    given = reader(selection=EventSelected(EventId("E1")))
    page = detail_page(given)
    target = EventTarget(EventId("E1"))
    assert with_note_mark(given, page, target, notes) == page
    notes.become(None, (note("1"), note("2"), note("3", collection="other"), note("4", about=PASSAGE)))
    head = with_note_mark(given, page, target, notes).blocks[0]
    assert isinstance(head, Eyebrow)
    assert (head.links[0].text, head.links[0].target) == ("Your 2 notes", CommandTarget("notes.list"))
    assert len(notes.on("sample", SourceTarget(SourceId("S1")))) == 1
