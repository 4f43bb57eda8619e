import json

import jsonschema
import pytest

from tests.helpers.collections import HEAD
from viewer.base.resources import resource_path
from viewer.loading.collection_files import read_contents
from viewer.loading.schema import collection_schema, schema_text
from viewer.model.problem import Severity

_VALIDATOR = jsonschema.Draft7Validator(collection_schema())
_TERM = {"id": "t", "term": "word"}
_EVENT = {"id": "E1", "title": "T", "category": "order"}
_SOURCE = {"id": "S1", "title": "T", "type": "report"}
_ANSWER = {"id": "a", "text": "T", "claimant": "A"}
_TRACK = {"id": "t", "label": "T", "colour": "order", "categories": [{"id": "c", "label": "C"}]}


def _claim(**answer: object) -> dict[str, object]:
    return {"claims": [{"id": "C1", "question": "Q", "answers": [{**_ANSWER, **answer}]}]}


def _event(**fields: object) -> dict[str, object]:
    return {"events": [{**_EVENT, **fields}], "sources": [_SOURCE]}


def _source(**fields: object) -> dict[str, object]:
    return {"sources": [{**_SOURCE, **fields}]}


_GOOD: dict[str, dict[str, object]] = {
    "plain text": {"glossary": [_TERM]},
    "text of languages": {"glossary": [{**_TERM, "note": {"en": "a", "fa": "آ"}}]},
    "date": _event(date="1988-07-28~"),
    "date as a map": _event(date={"edtf": "1988", "stated": {"text": "1367", "calendar": "solar-hijri"}}),
    "importance": _event(importance="5"),
    "short citation": _event(citations=["S1"]),
    "long citation": _event(citations=[{"source": "S1", "locators": [{"page": "3"}], "stance": "mentions"}]),
    "statement": _event(text="Said"),
    "statements": _event(text=["Said", {"text": {"en": "Said"}, "check": "partly"}]),
    "csl": _source(ISBN="978", author=["UN", {"family": "A", "given": "B"}]),
    "document": _source(documents=[{"media-type": "text/plain", "sha256": "0" * 64, "bundled": "false"}]),
    "numbers": _claim(value={"numbers": ["2800", ">2000", "<1000", "2800..5000"], "approximate": "true"}),
    "dates": _claim(value={"dates": ["1988"]}),
    "words": _claim(value={"words": {}}),
    "place": {"places": [{"id": "p", "name": "N", "latitude": "35.69", "longitude": "-51.39"}]},
}
_BAD: dict[str, dict[str, object]] = {
    "unknown list": {"event": []},
    "unknown key": {"glossary": [{**_TERM, "notes": "x"}]},
    "missing key": {"glossary": [{"id": "t"}]},
    "list for a map": {"glossary": [["t"]]},
    "map for a list": {"glossary": {"t": _TERM}},
    "empty text": {"glossary": [{**_TERM, "note": " "}]},
    "no languages": {"glossary": [{**_TERM, "note": {}}]},
    "language by name": {"glossary": [{**_TERM, "note": {"English": "x"}}]},
    "bad id": {"glossary": [{**_TERM, "id": "a b"}]},
    "importance in words": _event(importance="high"),
    "unknown relation": _event(related=[{"id": "E1", "kind": "after"}]),
    "unknown locator": _event(citations=[{"source": "S1", "locators": [{"pages": "3"}]}]),
    "empty locator": _event(citations=[{"source": "S1", "locators": [{}]}]),
    "unknown check": _event(check="yes"),
    "unknown type": _source(type="raport"),
    "given name alone": _source(author=[{"given": "B"}]),
    "hash": _source(documents=[{"media-type": "text/plain", "sha256": "0", "bundled": "false"}]),
    "truth": _source(documents=[{"media-type": "text/plain", "sha256": "0" * 64, "bundled": "no"}]),
    "two values": _claim(value={"numbers": ["1"], "words": {}}),
    "no value": _claim(value={}),
    "number with commas": _claim(value={"numbers": ["2,800"]}),
    "approximate words": _claim(value={"words": {}, "approximate": "true"}),
    "no answers": {"claims": [{"id": "C1", "question": "Q", "answers": []}]},
    "half a place": {"places": [{"id": "p", "name": "N", "latitude": "35.69"}]},
    "passage alone": {"stories": [{"id": "s", "title": "T", "steps": [{"text": "T", "passage": "p"}]}]},
}


def _accepted(sample: dict[str, object]) -> bool:
    """Tell whether the decoder finds no error in a file, which JSON is too."""
    contents = [("collection.yaml", HEAD.encode()), ("more.yaml", json.dumps(sample).encode())]
    problems = read_contents(contents).problems
    return not any(problem.severity is Severity.ERROR for problem in problems)


def test_the_file_in_the_resources_is_the_one_the_tables_make() -> None:
    stored = resource_path("schema", "collection.schema.json").read_text(encoding="utf-8")
    assert stored == schema_text(), "write it anew: python -m viewer.loading.schema"


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(collection_schema())


@pytest.mark.parametrize("name", _GOOD)
def test_both_accept_what_is_sound(name: str) -> None:
    assert _accepted(_GOOD[name])
    _VALIDATOR.validate(_GOOD[name])


@pytest.mark.parametrize("name", _BAD)
def test_both_refuse_what_is_not(name: str) -> None:
    assert not _accepted(_BAD[name])
    assert not _VALIDATOR.is_valid(_BAD[name])


@pytest.mark.parametrize(
    "sample",
    [
        {"glossary": [{"id": "t", "term": 1988}]},
        _event(importance=5, date=1988),
        _source(ISBN=978, documents=[{"media-type": "text/plain", "sha256": "0" * 64, "bundled": False}]),
        _claim(value={"numbers": [2800], "approximate": True}),
        {"sanad": 1, "id": "x", "title": "X", "tracks": [_TRACK]},
    ],
)
def test_an_editor_that_reads_numbers_and_truth_is_not_misled(sample: dict[str, object]) -> None:
    _VALIDATOR.validate(sample)
