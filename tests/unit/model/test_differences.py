from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from types import ModuleType

import pytest

from tests.helpers.collections import HEAD, read_sample
from viewer.loading.catalogue import load_catalogue
from viewer.loading.collection_files import read_collection
from viewer.model import claim, collection, entities, event, evidence, restricted, source, story
from viewer.model.collection import Collection
from viewer.model.dates.edtf import parse_edtf
from viewer.model.difference_plain import plain_changes
from viewer.model.differences import Changes, Difference, EntryDifference, Turn, diff_collections
from viewer.state.difference_text import difference_lines

EVENTS = """\
events:
  - id: E1
    title: {en: An order, fa: یک دستور}
    date: 1988-07-28~
    category: order
    importance: 2
    text: [{text: One, cites: [S1]}, {text: Two, cites: [S1]}, {text: Three}]
    citations: [{source: S1, locators: [{page: "5"}], note: A note}]
    check: unchecked
  - {id: E2, title: Gone, date: 1990, category: order, text: x, citations: [S1]}
"""
LATER = """\
events:
  - id: E1
    title: {en: The order, fa: یک دستور}
    date: 1988-07-29
    category: order
    text: [{text: One, cites: [S1]}, {text: Second, cites: [S1]}, {text: Three}, {text: Four, cites: [S1]}]
    citations: [{source: S1, locators: [{page: "6"}]}, {source: S1, key: again}]
    check: checked
    warnings: [execution]
  - {id: E3, title: New, date: 1991, category: order, text: x, citations: [S1]}
"""
CLAIMS = """\
claims:
  - id: C1
    question: How many?
    answers:
      - {id: a, text: Many, value: {numbers: ["2800..5000"], approximate: true}, claimant: One}
      - {id: b, text: Few, value: {numbers: ["<2"]}, claimant: Two, citations: [S1]}
"""


def collection_of(folder: Path, **files: str) -> Collection:
    read = read_sample(folder, **files)
    assert read.collection is not None
    assert not read.has_errors, read.problems
    return read.collection


@pytest.fixture
def changes(tmp_path: Path) -> Changes:
    old = collection_of(tmp_path / "old", events=EVENTS, claims=CLAIMS)
    later = CLAIMS.replace("2800..5000", ">3000").replace("id: b", "id: c")
    return diff_collections(old, collection_of(tmp_path / "new", events=LATER, claims=later))


def entry(changes: Changes, name: str) -> EntryDifference:
    (one,) = (one for one in changes.entries if one.id == name)
    return one


def test_the_same_edition_has_no_difference(bundled_collection: Path) -> None:
    whole = read_collection(bundled_collection).collection
    assert whole is not None
    assert not diff_collections(whole, whole)


def test_entries_are_new_gone_or_changed(changes: Changes) -> None:
    found = [(one.section, one.id, one.turn) for one in changes.entries]
    assert found == [
        ("events", "E1", Turn.CHANGED),
        ("events", "E3", Turn.ADDED),
        ("events", "E2", Turn.REMOVED),
        ("claims", "C1", Turn.CHANGED),
    ]


def test_each_field_that_differs_is_named(changes: Changes) -> None:
    found = {one.path: (one.turn, one.old, one.new) for one in entry(changes, "E1").fields}
    assert found.pop(("when", "date")) == (
        Turn.CHANGED,
        parse_edtf("1988-07-28~"),
        parse_edtf("1988-07-29"),
    )
    (fourth,) = (found.pop(path) for path in list(found) if path == ("statements", "4"))
    (again,) = (found.pop(path) for path in list(found) if path == ("citations", "again"))
    assert fourth[0] is again[0] is Turn.ADDED
    locators = found.pop(("citations", "S1", "locators", "1"))
    assert [getattr(one, "value", None) for one in locators[1:]] == ["5", "6"]
    state = found.pop(("check", "state"))
    assert [str(one) for one in state[1:]] == ["unchecked", "checked"]
    assert found == {
        ("title", "en"): (Turn.CHANGED, "An order", "The order"),
        ("importance",): (Turn.CHANGED, 2, 3),
        ("statements", "2", "text", "en"): (Turn.CHANGED, "Two", "Second"),
        ("citations", "S1", "note", "en"): (Turn.REMOVED, "A note", None),
        ("warnings",): (Turn.ADDED, None, "execution"),
    }


def test_a_new_order_alone_is_told(tmp_path: Path) -> None:
    events = EVENTS.replace("check: unchecked", "warnings: [execution, other]")
    head = (tmp_path / "a", tmp_path / "b")
    kinds = "warnings: [{id: execution, label: Execution}, {id: other, label: Other}]\n"
    whole = HEAD[: HEAD.index("warnings:")] + kinds
    old = collection_of(head[0], collection=whole, events=events)
    new = collection_of(
        head[1], collection=whole, events=events.replace("[execution, other]", "[other, execution]")
    )
    (found,) = entry(diff_collections(old, new), "E1").fields
    assert found == Difference(("warnings",), Turn.CHANGED, "execution, other", "other, execution")


def test_what_the_collection_says_of_itself_is_compared(tmp_path: Path) -> None:
    old = collection_of(tmp_path)
    about = replace(old.library.about, version="2", contact="someone")
    new = replace(old, library=replace(old.library, about=about))
    (found,) = diff_collections(old, new).entries
    assert (found.section, found.id, found.turn) == ("collection", "sample", Turn.CHANGED)
    assert found.fields == (
        Difference(("version",), Turn.CHANGED, "0", "2"),
        Difference(("contact",), Turn.ADDED, None, "someone"),
    )


def test_it_is_told_in_english(changes: Changes) -> None:
    assert list(difference_lines(changes, load_catalogue("en"))) == [
        "Event E1: The order",
        "  title › English: “An order” became “The order”",
        "  date › date: “about 28 July 1988” became “29 July 1988”",
        "  importance: “2” became “3”",
        "  text › no. 2 › words › English: “Two” became “Second”",
        "  text › no. 4: added “Four”",
        "  citations › S1 › place in the source › no. 1: “p. 5” became “p. 6”",
        "  citations › S1 › note › English: removed “A note”",
        "  citations › again: added “again, S1, supports, not yet checked”",
        "  content warnings: added “execution”",
        "  check › state: “not yet checked” became “checked”",
        "Event E3: New — new",
        "Event E2: Gone — removed",
        "Question C1: How many?",
        "  answers › a › value: “about 2,800 to 5,000” became “about more than 3,000”",
        "  answers › c: added “Few”",
        "  answers › b: removed “Few”",
        "4 entries differ: 2 changed, 1 new, 1 removed.",
    ]


def test_it_is_told_in_persian(changes: Changes) -> None:
    text = "\n".join(difference_lines(changes, load_catalogue("fa")))
    for isolate in "\u2066\u2067\u2068\u2069":
        text = text.replace(isolate, "")
    assert "رویداد E1: یک دستور" in text
    assert "  اهمیت: «۲» شد «۳»" in text
    assert "۴ مدخل تفاوت دارند: ۲ تغییرکرده، ۱ تازه، ۱ برداشته‌شده." in text


def test_it_is_told_to_programs(changes: Changes) -> None:
    plain = plain_changes(changes)
    assert plain[1] == {"section": "events", "id": "E3", "change": "added"}
    listed = plain[0]["fields"]
    assert isinstance(listed, list)
    by_path = {tuple(one["path"]): one for one in listed}
    assert by_path["when", "date"] == {
        "path": ["when", "date"],
        "change": "changed",
        "old": "1988-07-28~",
        "new": "1988-07-29",
    }
    assert by_path["statements", "4"]["new"] == {"text": {"en": "Four"}, "cites": ["S1"]}


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("module", [claim, collection, entities, event, evidence, restricted, source, story])
def test_every_field_of_the_model_has_a_word(module: ModuleType, language: str) -> None:
    catalogue = load_catalogue(language)
    inner = {"Library", "Collection", "Quantity", "Words", "DateAnswer", "Locator", "Name"}
    inner |= {"TextQuote", "TextPosition", "Region", "PageFragment", "Text"}
    own = [kind for kind in vars(module).values() if isinstance(kind, type) and is_dataclass(kind)]
    mine = [
        kind for kind in own if kind.__module__.startswith("viewer.model.") and kind.__name__ not in inner
    ]
    names = {one.name for kind in mine if "dates" not in kind.__module__ for one in fields(kind)}
    assert {name for name in names if not catalogue.has(f"edition.field.{name}")} == set()
