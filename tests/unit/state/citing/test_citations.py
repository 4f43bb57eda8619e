"""Citations as a person pastes them, in both styles and both languages."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.reading import bundled_edition, reader, sample_edition
from viewer.base.bidi import CONTROLS, strip_controls
from viewer.model.dates.edtf import parse_edtf
from viewer.model.ids import AnswerId, ClaimId, EventId, PassageId, PersonId, SourceId
from viewer.model.source import Name, Source
from viewer.model.text import Text
from viewer.state.citing.entries import cite
from viewer.state.citing.style import Style, tidy
from viewer.state.citing.works import work_citation
from viewer.state.pages.targets import ClaimTarget, EventTarget, PersonTarget, SourceTarget, Target
from viewer.state.selection import EventSelected

SNAPSHOT = Path(__file__).parent / "citations.txt"
VARIED = (
    "S42",
    "S46",
    "S12",
    "S28",
    "S31",
    "S48",
    "S52",
    "S89",
    "S32",
    "S36",
    "S38",
    "S85",
    "S86",
    "S05",
    "S107",
)
"""Books, UN document, letter, decree, tribunal, trial report, web page, audio, press, several dates, blog."""


def visible(text: str) -> str:
    """Show direction marks, which no one sees, by their names."""
    for sign in CONTROLS:
        text = text.replace(sign, f"[{NAMES[sign]}]")
    return text


NAMES = {sign: "".join(word[0] for word in unicodedata.name(sign).split()) for sign in CONTROLS}


def snapshot() -> str:
    lines = []
    for language in ("en", "fa"):
        given = reader(language, bundled_edition())
        for name in VARIED:
            source = given.edition.library.sources[SourceId(name)]
            for style in Style:
                text = tidy(given, work_citation(given, source, style))
                lines.append(f"{name} {language} {style}: {visible(text)}")
    return "\n".join(lines) + "\n"


def test_varied_sources_are_cited_as_approved() -> None:
    assert snapshot() == SNAPSHOT.read_text(encoding="utf-8")


def source(**fields: Any) -> Source:
    return Source(SourceId("S1"), Text({"en": "A Title"}), "report", **fields)


def test_a_note_names_the_place_and_a_bibliography_turns_the_name() -> None:
    given = source(
        authors=(Name(family="Doe", given="Jane"),), issued=parse_edtf("1990"), csl={"publisher": "P"}
    )
    assert work_citation(reader(), given, Style.NOTE, "p. 3") == "Jane Doe, A Title (P, 1990), p. 3."
    assert work_citation(reader(), given, Style.BIBLIOGRAPHY, "p. 3") == "Doe, Jane. A Title. P, 1990."


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("Plain", "“Plain,” n.d."),
        ("Why?", "“Why?” n.d."),
        ("He said “no”", "“He said ‘no’,” n.d."),
        ("Cut…", "“Cut…” n.d."),
    ],
)
def test_english_signs_stand_inside_the_marks(title: str, note: str) -> None:
    given = Source(SourceId("S1"), Text({"en": title}), "webpage")
    assert work_citation(reader(), given, Style.NOTE) == note


def test_many_authors_are_named_in_the_bibliography_only() -> None:
    names = tuple(Name(literal=f"Body {n}") for n in "ABCD")
    given = source(authors=names, issued=parse_edtf("1990"))
    assert work_citation(reader(), given, Style.NOTE).startswith("Body A et al., A Title")
    assert work_citation(reader(), given, Style.BIBLIOGRAPHY).startswith(
        "Body A, Body B, Body C, and Body D. A"
    )


def test_persian_names_turn_with_their_own_comma() -> None:
    given = source(authors=(Name(family="منتظری", given="حسینعلی"),))
    text = strip_controls(work_citation(reader("fa"), given, Style.BIBLIOGRAPHY))
    assert text.startswith("منتظری، حسینعلی. ")


def test_an_event_is_cited_with_its_edition_and_what_it_rests_on() -> None:
    given = reader("en")
    key = given.edition.key[:12]
    assert cite(given, EventTarget(EventId("E1")), Style.NOTE).splitlines() == [
        f"“An order,” about 28 July 1988, Sample, edition 0, E1, content {key}, in English.",
        "Rests on:",
        "1. A Committee, A report (1 December 1990), p. 12–15, § 3.1.",
        "2. Ann Writer and Bo Helper, Memoirs (2000). [disputes this, not yet checked]",
    ]


def test_an_answer_is_cited_as_what_its_claimant_says() -> None:
    given = reader("en")
    lines = cite(given, ClaimTarget(ClaimId("C1"), AnswerId("C1-1")), Style.NOTE).splitlines()
    assert lines[0].startswith(
        "According to The office: “fewer than 1000”; in answer to “How many orders?” Sample,"
    )
    assert "C1, C1-1" in lines[0]
    assert lines[2] == "1. A Committee, A report (1 December 1990), p. 7. [not yet checked]"


def test_a_passage_is_cited_at_its_place() -> None:
    given = reader("en")
    lines = cite(given, SourceTarget(SourceId("S1"), PassageId("p1")), Style.NOTE).splitlines()
    assert lines[0] == "A Committee, A report (1 December 1990), §1."
    assert lines[1].startswith("Passage as retold by the editors, Sample, edition 0, S1, p1, content ")


def test_a_source_opened_through_a_citation_is_cited_at_that_place() -> None:
    given = reader("en", selection=EventSelected(EventId("E1")))
    text = cite(given, SourceTarget(SourceId("S1"), PassageId("p2"), "S1"), Style.NOTE)
    assert "p. 12–15, § 3.1." in text.splitlines()[0]


def test_what_is_not_there_has_no_citation() -> None:
    for target in (EventTarget(EventId("E9")), SourceTarget(SourceId("S9")), PersonTarget(PersonId("p-9"))):
        assert cite(reader("en", sample_edition()), target, Style.NOTE) == ""


def test_persian_lines_begin_from_the_right_and_english_ones_carry_no_marks() -> None:
    target = EventTarget(EventId("E020"))
    persian = cite(reader("fa", bundled_edition()), target, Style.NOTE)
    assert all(line.startswith("\u200f") for line in persian.splitlines())
    english = cite(reader("en", bundled_edition()), target, Style.NOTE)
    assert strip_controls(english) == english


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("style", Style)
def test_every_entry_of_the_collection_can_be_cited(language: str, style: Style) -> None:
    given = reader(language, bundled_edition())
    library = given.edition.library
    events = [EventTarget(given.edition.event_id(n)) for n in range(len(given.edition.columns))]
    answers = [
        ClaimTarget(claim.id, answer.id) for claim in library.claims.values() for answer in claim.answers
    ]
    passages = [SourceTarget(s.id, p.id) for s in library.sources.values() for p in s.digest]
    targets: tuple[Target, ...] = (*events, *answers, *passages)
    for target in targets:
        text = cite(given, target, style)
        assert given.edition.key[:12] in text
        plain = strip_controls(text)
        assert [bad for bad in ("  ", " ,", "،،", ",,", "..", ". .", "()", "“”", "«»") if bad in plain] == []
        assert text.count("\u2066") + text.count("\u2067") + text.count("\u2068") == text.count("\u2069")
