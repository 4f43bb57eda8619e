"""A canary sits in every kind of restricted field; none may be found in any octet of an edition."""

import struct
from copy import deepcopy
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.collections import HEAD, write_files
from tests.helpers.sealed import octets
from viewer.loading.opening import open_collection
from viewer.loading.packing import PackRefusedError, pack
from viewer.loading.packing.emitting import yaml_bytes
from viewer.loading.verifying import verify
from viewer.model.dates.edtf import parse_edtf
from viewer.model.ids import EventId, PersonId, SourceId
from viewer.model.restricted import Withheld
from viewer.model.text import Text
from viewer.model.verification import Standing

CANARY = "Kanarienvogel"
DATE = "1988-03-17"
DEGREES = "35.87654321"
FIGURE = "98765431"
DOCUMENT = b"Nachtigall in a document\n"
REASON = {"en": "The witness asked for it", "fa": "شاهد چنین خواسته است"}
COLLECTION: dict[str, Any] = {
    "events": [
        {
            "id": "E1",
            "title": {"en": "An order", "fa": "یک دستور"},
            "date": {
                "edtf": "1988-07-28",
                "stated": {"text": "1367-05-06", "calendar": "solar-hijri"},
                "note": "A note",
                "cites": ["S1"],
            },
            "category": "order",
            "text": [
                {"text": "One", "cites": ["S1", "S2"], "according-to": "Someone"},
                {"text": "Two", "cites": ["S1"]},
            ],
            "citations": [
                {"source": "S1", "passage": "q1", "note": "A note", "locators": [{"page": "1"}]},
                {"source": "S2", "quote": {"exact": "Words"}, "check": {"state": "checked", "note": "seen"}},
            ],
            "title-cites": ["S2"],
            "people": [{"id": "p1", "role": "In a role"}, "p2"],
            "groups": ["g1"],
            "places": ["pl1", "pl2"],
            "related": ["E2"],
            "questions": ["C1"],
            "check": {"state": "checked", "note": "seen"},
        },
        {
            "id": "E2",
            "title": "Another",
            "date": "1988",
            "category": "order",
            "text": "x",
            "citations": ["S1"],
        },
    ],
    "sources": [
        {
            "id": "S1",
            "title": "A report",
            "type": "report",
            "author": [{"family": "Author", "given": "An"}],
            "genre": "A genre",
            "publisher": "A publisher",
            "container-title": "A journal",
            "URL": "example.org",
            "speaks": "Who speaks",
            "limits": "What it cannot show",
            "licence": "Free",
            "issued": "1990-05",
            "issued-note": "printed on it",
            "seen": ["somewhere"],
            "digest": [
                {
                    "id": "q1",
                    "label": "1",
                    "text": "What it says",
                    "people": ["p1"],
                    "events": ["E1"],
                    "remark": "A remark",
                },
                {"id": "q2", "text": "And more", "claims": ["C1"]},
            ],
            "documents": [
                {
                    "path": "documents/s1.txt",
                    "media-type": "text/plain",
                    "sha256": sha256(DOCUMENT).hexdigest(),
                }
            ],
        },
        {"id": "S2", "title": "Another report", "type": "report"},
    ],
    "people": [
        {
            "id": "p1",
            "name": {"en": "A person"},
            "check": {"state": "checked", "note": "x"},
            "variants": ["Persson"],
            "roles": [{"text": "Judge", "date": "1988"}],
            "bio": "x",
        },
        {"id": "p2", "name": "Another person"},
    ],
    "groups": [{"id": "g1", "name": "A group", "variants": ["Gruppe"], "kind": "A kind", "bio": "Words"}],
    "places": [
        {
            "id": "pl1",
            "name": "A place",
            "variants": ["Ort"],
            "kind": "A prison",
            "latitude": "35.1",
            "longitude": "51.1",
        },
        {"id": "pl2", "name": "Another place"},
    ],
    "claims": [
        {
            "id": "C1",
            "question": "How many?",
            "note": "A note",
            "unit": "people",
            "events": ["E1"],
            "answers": [
                {
                    "id": "C1-1",
                    "text": "Many",
                    "value": {"numbers": ["100"], "approximate": "true"},
                    "claimant": "Someone",
                    "claimants": ["p1"],
                    "counts": "What",
                    "basis": "A basis",
                    "said": "1989",
                    "said-in": "E2",
                    "citations": [{"source": "S1", "passage": "q2"}],
                },
                {
                    "id": "C1-2",
                    "text": "Few",
                    "value": {"words": {"low": "5", "high": "9"}},
                    "claimant": "Another",
                    "citations": ["S2"],
                },
            ],
        }
    ],
    "glossary": [{"id": "t1", "term": "A term", "note": "A note"}],
    "periods": [{"id": "war", "label": "A war", "date": "1980/1988"}],
    "stories": [
        {
            "id": "st",
            "title": "A story",
            "summary": "In short",
            "steps": [
                {"text": "First", "event": "E1", "source": "S1", "passage": "q1", "cites": ["S1"]},
                {"text": "Then", "event": "E2", "question": "C1"},
            ],
        }
    ],
}
FIELDS = [
    *(
        ("events", path, CANARY)
        for path in ("title", "title.en", "text", "text.0", "text.0.text", "text.0.according-to")
    ),
    *(
        ("events", path, CANARY)
        for path in ("people.0.role", "citations.0.note", "citations.0.locators.0.page")
    ),
    *(
        ("events", path, CANARY)
        for path in (
            "citations.1.quote.exact",
            "citations.1.check.note",
            "date.note",
            "check.note",
            "date.stated.text",
        )
    ),
    ("events", "date.edtf", DATE),
    *(
        ("sources", path, CANARY)
        for path in ("title", "genre", "author.0.family", "author.0.given", "publisher", "URL")
    ),
    *(
        ("sources", path, CANARY)
        for path in ("speaks", "limits", "licence", "issued-note", "seen.0", "container-title")
    ),
    *(
        ("sources", path, CANARY)
        for path in ("digest.0.text", "digest.0.label", "digest.0.remark", "digest.1.text")
    ),
    ("sources", "issued", DATE),
    *(
        ("people", path, CANARY)
        for path in ("name", "name.en", "variants.0", "roles.0.text", "bio", "check.note")
    ),
    ("people", "roles.0.date", DATE),
    *(("groups", path, CANARY) for path in ("name", "variants.0", "kind", "bio")),
    *(("places", path, CANARY) for path in ("name", "variants.0", "kind")),
    *(("places", path, DEGREES) for path in ("latitude", "longitude")),
    *(
        ("claims", path, CANARY)
        for path in ("question", "note", "unit", "answers.0.text", "answers.0.claimant")
    ),
    *(
        ("claims", path, CANARY)
        for path in ("answers.0.counts", "answers.0.basis", "answers.0.citations.0.note")
    ),
    *(("claims", path, FIGURE) for path in ("answers.0.value.numbers.0", "answers.1.value.words.high")),
    ("claims", "answers.0.said", DATE),
    *(("glossary", path, CANARY) for path in ("term", "note")),
    ("periods", "label", CANARY),
    *(("stories", path, CANARY) for path in ("title", "summary", "steps.0.text")),
]


def write(folder: Path, collection: dict[str, Any]) -> Path:
    files = {f"{name}.yaml": yaml_bytes({name: entries}) for name, entries in collection.items()}
    return write_files(folder, {"collection.yaml": HEAD, "documents/s1.txt": DOCUMENT, **files})


def put(entry: Any, path: str, value: object) -> None:
    """Set the value at a path."""
    *way, last = path.split(".")
    for step in way:
        entry = entry[int(step) if isinstance(entry, list) else step]
    entry[int(last) if isinstance(entry, list) else last] = value


def restricted(section: str, *fields: str, number: int = 0) -> dict[str, Any]:
    collection = deepcopy(COLLECTION)
    mark = {"reason": REASON, "fields": list(fields)} if fields else {"reason": REASON}
    collection[section][number]["restricted"] = mark
    return collection


def found(edition: Path, canary: str) -> bool:
    """Tell whether a canary is anywhere, also in lower case, in UTF-16, as a number or as a time."""
    marks = [canary.encode(), canary.lower().encode(), canary.encode("utf-16-le")]
    if canary == DATE:
        marks.append(struct.pack("<q", parse_edtf(DATE).start_min))
    if canary in (DEGREES, FIGURE):
        marks.append(struct.pack("<d", float(canary)))
    return any(mark in content for content in octets(edition) for mark in marks)


@pytest.mark.parametrize(("section", "path", "canary"), FIELDS, ids=[f"{one[0]}-{one[1]}" for one in FIELDS])
def test_no_restricted_field_leaves_the_archive(tmp_path: Path, section: str, path: str, canary: str) -> None:
    collection = restricted(section, path)
    put(collection[section][0], path, canary)
    archive = write(tmp_path / "archive", collection)
    assert found(pack(archive, tmp_path / "whole.sanad", include_restricted=True).path, canary)
    packed = pack(archive, tmp_path / "a.sanad")
    assert packed.fields
    assert not found(packed.path, canary)
    assert open_collection(packed.path).from_cache
    assert verify(packed.path).standing is Standing.VERIFIED


def test_a_restricted_document_stays_with_all_its_octets(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive", restricted("sources", "documents.0"))
    assert found(pack(archive, tmp_path / "whole.sanad", include_restricted=True).path, "Nachtigall")
    packed = pack(archive, tmp_path / "a.sanad")
    for trace in ("Nachtigall", "s1.txt", sha256(DOCUMENT).hexdigest()):
        assert not found(packed.path, trace)


def test_a_document_that_is_restricted_only_once_stops_it(tmp_path: Path) -> None:
    collection = restricted("sources", "documents.0")
    collection["sources"][1]["documents"] = deepcopy(COLLECTION["sources"][0]["documents"])
    del collection["events"][0]["citations"][1]["quote"]
    with pytest.raises(PackRefusedError) as refused:
        pack(write(tmp_path / "archive", collection), tmp_path / "a.sanad")
    assert [(one.file, one.code) for one in refused.value.problems] == [
        ("documents/s1.txt", "restricted-document")
    ]


@pytest.mark.parametrize(
    ("section", "number"),
    [
        ("people", 0),
        ("groups", 0),
        ("places", 0),
        ("sources", 0),
        ("sources", 1),
        ("events", 0),
        ("events", 1),
        ("claims", 0),
    ],
)
def test_an_entry_that_is_restricted_whole_leaves_no_mention(
    tmp_path: Path, section: str, number: int
) -> None:
    collection = restricted(section, number=number)
    text = yaml_bytes(collection).decode()
    canary = f"zaun-{section}"
    hidden = text.replace(collection[section][number]["id"], canary)
    archive = write_files(
        tmp_path / "archive", {"collection.yaml": HEAD + hidden, "documents/s1.txt": DOCUMENT}
    )
    assert found(pack(archive, tmp_path / "whole.sanad", include_restricted=True).path, canary)
    packed = pack(archive, tmp_path / "a.sanad")
    assert packed.entries == 1
    assert not found(packed.path, canary)
    assert open_collection(packed.path).from_cache


def test_the_reader_is_told_what_was_left_out_and_why(tmp_path: Path) -> None:
    collection = restricted("people", "name", "roles.0")
    collection["events"][0]["restricted"] = {"reason": "Why", "fields": ["title", "text.1", "citations.1"]}
    edition = open_collection(
        pack(write(tmp_path / "archive", collection), tmp_path / "a.sanad").path
    ).edition
    person = edition.library.people[PersonId("p1")]
    assert person.name.values == {
        "en": "[Left out of this edition]",
        "fa": "[از این ویرایش کنار گذاشته شده است]",
    }
    assert person.withheld == (Withheld("name", Text(REASON)), Withheld("roles.0", Text(REASON)))
    index = edition.index_of(EventId("E1"))
    assert index is not None
    event = edition.event(index)
    assert [one.field for one in event.withheld] == ["title", "text.1", "citations.1"]
    assert [one.text.pick("en").text for one in event.statements] == ["One"]
    assert [one.source for one in event.citations] == ["S1"]
    assert event.statements[0].cites == ("S1",)
    assert event.title_cites == ()


def test_answers_and_terms_tell_it_in_their_place(tmp_path: Path) -> None:
    collection = restricted("glossary", "term")
    collection["claims"][0]["answers"][0]["restricted"] = {"reason": REASON, "fields": ["claimant", "value"]}
    library = open_collection(
        pack(write(tmp_path / "archive", collection), tmp_path / "a.sanad").path
    ).edition.library
    (claim,), (term,) = library.claims.values(), library.glossary.values()
    assert [one.field for one in claim.withheld] == ["answers.0.value", "answers.0.claimant"]
    assert claim.answers[0].claimant.pick("en").text == "[Left out of this edition]"
    assert term.term.pick("en").text == "[Left out of this edition: The witness asked for it]"
    assert term.term.pick("fa").text == "[از این ویرایش کنار گذاشته شده است: شاهد چنین خواسته است]"


def test_a_passage_that_is_left_out_is_no_longer_cited(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive", restricted("sources", "digest.0"))
    edition = open_collection(pack(archive, tmp_path / "a.sanad").path).edition
    assert [one.id for one in edition.library.sources[SourceId("S1")].digest] == ["q2"]
    index = edition.index_of(EventId("E1"))
    assert index is not None
    citation = edition.event(index).citations[0]
    assert (citation.source, citation.passage) == ("S1", None)


def test_files_without_restricted_fields_keep_every_octet(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive", restricted("people", "bio"))
    (archive / "places.yaml").write_text("# A remark\n" + (archive / "places.yaml").read_text())
    packed = pack(archive, tmp_path / "a.sanad").path.read_bytes()
    assert (archive / "places.yaml").read_bytes() in packed
    assert (archive / "people.yaml").read_bytes() not in packed
