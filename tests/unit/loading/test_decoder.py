from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.collections import HEAD, file_report
from viewer.base.messages import gaps
from viewer.loading.catalogue import load_catalogue
from viewer.loading.collection_files import read_contents
from viewer.loading.decode.context import Bad, Context
from viewer.loading.decode.dates import STATED, WHEN
from viewer.loading.decode.events import EVENT, RELATION, STATEMENT
from viewer.loading.decode.evidence import CHECK, CITATION, POSITION, QUOTE, REGION
from viewer.loading.decode.kinds import Kind
from viewer.loading.decode.quantities import VALUE
from viewer.loading.decode.sections import SECTIONS
from viewer.loading.decode.shapes import Shape
from viewer.loading.decode.sources import DOCUMENT, NAME, PASSAGE, SOURCE
from viewer.loading.decode.stories import STEP
from viewer.loading.decode.texts import TEXT
from viewer.loading.problem_text import problem_line
from viewer.loading.yaml.plain import Plain, node_from_plain
from viewer.model.claim import Claim, DateAnswer, Quantity, Value, Words
from viewer.model.dates.calendars import Calendar
from viewer.model.entities import Group, Period, Person, Place, Term
from viewer.model.event import Event, Relation, RelationKind, StatedDate, Statement, When
from viewer.model.evidence import (
    Check,
    CheckState,
    Citation,
    Locator,
    LocatorKind,
    PageFragment,
    Region,
    Stance,
    TextPosition,
    TextQuote,
)
from viewer.model.ids import EventId, PassageId, PersonId, SourceId
from viewer.model.source import Document, Name, Passage, Source, Verdict
from viewer.model.story import Step, Story
from viewer.model.text import Text

_BUILT = {
    "events": Event,
    "sources": Source,
    "people": Person,
    "groups": Group,
    "places": Place,
    "claims": Claim,
    "glossary": Term,
    "periods": Period,
    "stories": Story,
}


def _decode(kind: Kind[object], plain: object) -> object:
    """Return the value of a plain entry, which must be sound."""
    report = file_report()
    value = kind.decode(node_from_plain(plain), Context(report, "en"))
    assert not report.report.problems
    return value


@pytest.mark.parametrize(("section", "built"), _BUILT.items())
def test_every_field_of_the_model_can_be_written(section: str, built: type) -> None:
    gathered = {"csl", "selectors"}
    names = {field.name for field in SECTIONS[section].fields.values()}
    assert {field.name for field in fields(built)} - gathered <= names


def test_a_text_is_plain_or_a_map_of_languages() -> None:
    assert _decode(TEXT, "Word ") == Text({"en": "Word"})
    assert _decode(TEXT, {"en": "Word", "fa": "واژه"}) == Text({"en": "Word", "fa": "واژه"})


def test_short_forms_mean_the_same_as_maps() -> None:
    assert _decode(CHECK, "checked") == _decode(CHECK, {"state": "checked"}) == Check(CheckState.CHECKED)
    assert (
        _decode(RELATION, "E2")
        == _decode(RELATION, {"id": "E2"})
        == Relation(EventId("E2"), RelationKind.RELATED)
    )
    assert _decode(CITATION, "S2") == _decode(CITATION, {"source": "S2"}) == Citation("S2", SourceId("S2"))
    assert _decode(NAME, "UN") == _decode(NAME, {"literal": "UN"}) == Name("UN")
    assert _decode(WHEN, "1988") == _decode(WHEN, {"edtf": "1988"})


@pytest.mark.parametrize(
    "text", ["Said", {"en": "Said"}, ["Said"], [{"en": "Said"}], {"text": "Said"}, [{"text": {"en": "Said"}}]]
)
def test_a_statement_can_be_written_in_every_short_form(text: object) -> None:
    event = _decode(EVENT, {"id": "E1", "title": "T", "category": "c", "text": text})
    assert isinstance(event, Event)
    assert event.statements == (Statement(Text({"en": "Said"})),)


def test_a_full_statement() -> None:
    plain = {"text": "Said", "according-to": {"fa": "یکی"}, "check": "partly"}
    check = Check(CheckState.PARTLY)
    assert _decode(STATEMENT, plain) == Statement(Text({"en": "Said"}), (), check, Text({"fa": "یکی"}))


def test_a_full_citation() -> None:
    plain = {
        "source": "S1",
        "key": "first",
        "locators": [{"section": "3.1"}, {"page": "635", "paragraph": "2"}],
        "passage": "p2",
        "stance": "disputes",
        "check": {"state": "checked", "note": "Seen"},
        "note": "Note",
        "quote": {"exact": "word", "prefix": "a"},
        "region": {"page": "3", "x": "0.1", "y": "0", "width": "0.5", "height": "1"},
        "document-page": "4",
    }
    steps = ((LocatorKind.SECTION, "3.1"), (LocatorKind.PAGE, "635"), (LocatorKind.PARAGRAPH, "2"))
    assert _decode(CITATION, plain) == Citation(
        "first",
        SourceId("S1"),
        tuple(Locator(kind, value) for kind, value in steps),
        PassageId("p2"),
        Stance.DISPUTES,
        Check(CheckState.CHECKED, Text({"en": "Seen"})),
        Text({"en": "Note"}),
        (TextQuote("word", "a"), Region(3, 0.1, 0.0, 0.5, 1.0), PageFragment(4)),
    )


def test_selectors_stand_alone_too() -> None:
    assert _decode(QUOTE, {"exact": "a"}) == TextQuote("a")
    assert _decode(POSITION, {"start": "0", "end": "7", "digest": "0" * 16}) == TextPosition(0, 7, "0" * 16)
    whole = {"page": "1", "x": "0", "y": "0", "width": "1", "height": "1"}
    assert _decode(REGION, whole) == Region(1, 0, 0, 1, 1)


def test_a_date_as_the_source_states_it() -> None:
    when = _decode(WHEN, {"edtf": "1988-07-28", "stated": {"text": "1367-05-06", "calendar": "solar-hijri"}})
    assert isinstance(when, When)
    assert when.stated == StatedDate("1367-05-06", Calendar.SOLAR_HIJRI)
    words = {"text": "Thursday", "calendar": "gregorian"}
    assert _decode(STATED, words) == StatedDate("Thursday", Calendar.GREGORIAN)


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        ({"numbers": ["2800"]}, Quantity(((2800, 2800),))),
        ({"numbers": ["2800..5000", "30000"]}, Quantity(((2800, 5000), (30000, 30000)))),
        ({"numbers": [">2000"], "approximate": "true"}, Quantity(((2000, None),), approximate=True)),
        ({"numbers": ["< 1000"]}, Quantity(((None, 1000),))),
        ({"words": {"low": "1000", "high": "9999"}}, Words(1000, 9999)),
        ({"words": {}}, Words()),
    ],
)
def test_the_value_of_an_answer(plain: object, value: Value) -> None:
    assert _decode(VALUE, plain) == value


def test_an_answer_in_dates() -> None:
    value = _decode(VALUE, {"dates": ["1988-07-19", "1988-07-27/1988-09-06"]})
    assert isinstance(value, DateAnswer)
    assert [date.text for date in value.dates] == ["1988-07-19", "1988-07-27/1988-09-06"]


def test_bibliographic_fields_keep_their_csl_names() -> None:
    plain = {
        "id": "S1",
        "title": "T",
        "type": "report",
        "ISBN": "978",
        "container-title": "J",
        "author": ["UN"],
    }
    source = _decode(SOURCE, plain)
    assert isinstance(source, Source)
    assert source.csl == {"ISBN": "978", "container-title": "J"}
    assert source.authors == (Name("UN"),)


def test_documents_passages_and_steps() -> None:
    plain = {"media-type": "text/plain", "sha256": "0" * 64, "bundled": "false"}
    assert _decode(DOCUMENT, plain) == Document("", "text/plain", "0" * 64, bundled=False)
    passage = _decode(PASSAGE, {"id": "p1", "text": "T", "verdict": "differs", "document-page": "2"})
    assert passage == Passage(
        PassageId("p1"), Text({"en": "T"}), verdict=Verdict.DIFFERS, selectors=(PageFragment(2),)
    )
    step = _decode(STEP, {"text": "T", "source": "S1", "passage": "p1", "dwell": "2.5"})
    assert step == Step(Text({"en": "T"}), source=SourceId("S1"), passage=PassageId("p1"), dwell=2.5)


def test_what_is_restricted_is_checked_but_not_kept() -> None:
    plain = {"id": "p", "name": "N", "bio": "B", "restricted": {"reason": "Private", "fields": ["bio"]}}
    assert _decode(SECTIONS["people"], plain) == Person(
        PersonId("p"), Text({"en": "N"}), bio=Text({"en": "B"})
    )


def test_all_mistakes_of_an_entry_are_found_in_one_go() -> None:
    report = file_report()
    plain = {"id": "", "titel": "T", "date": "1988-13", "importance": "7", "people": "p", "check": "maybe"}
    value = EVENT.decode(node_from_plain(plain), Context(report))
    assert isinstance(value, Bad)
    codes = ["date", "expected-list", "missing-key", "missing-key", "no-value", "out-of-range"]
    assert sorted(problem.code for problem in report.report.problems) == [
        *codes,
        "unknown-key",
        "unknown-word",
    ]


def _shapes() -> list[Shape[object]]:
    return list(SECTIONS.values())


_KEYS = sorted({key for shape in _shapes() for key in shape.fields} | {"en", "fa", "edtf", "state", "source"})
_WORDS = [
    "E1",
    "S1",
    "1988",
    "1988-07/..",
    "order",
    "checked",
    "true",
    "5",
    ">3",
    "",
    "x y",
    "p1",
    "سند",
    "a.b",
]
_TREES: st.SearchStrategy[Plain] = st.recursive(
    st.sampled_from(_WORDS) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=5),
    max_leaves=25,
)


@settings(max_examples=150)
@given(st.sampled_from(sorted(SECTIONS)), _TREES)
def test_no_tree_makes_a_decoder_raise_and_every_refusal_is_explained(section: str, plain: Plain) -> None:
    report = file_report()
    value = SECTIONS[section].decode(node_from_plain(plain), Context(report))
    assert isinstance(value, Bad) == bool(report.report.problems)
    for language in ("en", "fa"):
        for problem in report.report.problems:
            assert not gaps(problem_line(problem, load_catalogue(language))) - gaps(str(plain))


@settings(max_examples=80)
@given(st.dictionaries(st.sampled_from(sorted(SECTIONS)), st.lists(_TREES, max_size=3), max_size=4))
def test_no_file_of_entries_makes_reading_raise(sections: dict[str, list[Plain]]) -> None:
    lines = [f"{name}: {_flow(entries)}\n" for name, entries in sections.items()]
    contents = [("collection.yaml", HEAD.encode()), ("more.yaml", "".join(lines).encode())]
    assert read_contents(contents).collection is not None


def _flow(plain: Plain) -> str:
    """Write a plain value as YAML in brackets."""
    if isinstance(plain, str):
        return '"' + "".join(f"\\U{ord(letter):08X}" for letter in plain if not _is_surrogate(letter)) + '"'
    if isinstance(plain, list):
        return "[" + ", ".join(map(_flow, plain)) + "]"
    return "{" + ", ".join(f"{_flow(key)}: {_flow(value)}" for key, value in plain.items()) + "}"


def _is_surrogate(letter: str) -> bool:
    return "\ud800" <= letter <= "\udfff"
