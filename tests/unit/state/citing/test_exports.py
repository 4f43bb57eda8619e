"""What is exported is read by other programs' parsers as what the collection says."""

import json
from collections.abc import Iterable
from typing import Any

import jsonschema
import pytest
import rispy
from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from tests.helpers.csl_schema import SCHEMA
from tests.helpers.reading import bundled_edition, reader
from viewer.model.dates.edtf import parse_edtf
from viewer.model.ids import SourceId
from viewer.model.source import Name, Source
from viewer.model.text import Text
from viewer.state.citing.export import Form, exported
from viewer.state.citing.record import Record, record_of

READERS = [reader("en", bundled_edition()), reader("fa", bundled_edition())]
HARD = "{ } {{ \\ \\n % & $ # _ ~ ^ \" ' “” «نامه‌ها» – — … 50% A&B @book{x, y = {z}} <i>"
WORDS = st.text(st.sampled_from("aZ 0&%$#_{}~^\\\"'@,=.–«»‌نامهé“”()[]/:;-"), min_size=1, max_size=30).filter(
    lambda text: text == " ".join(text.split()) and bool(text)
)


def sources() -> list[Source]:
    return list(bundled_edition().library.sources.values())


def hard_source(title: str = HARD, author: str = "A & B {and} C", **fields: str) -> Source:
    names = (Name(literal=author), Name(family="Ó Briain, von", given="J. and M."), Name(family="منتظری"))
    return Source(
        SourceId("S_1"),
        Text({"en": title}),
        "book",
        authors=names,
        issued=parse_edtf("1988-07-28~"),
        csl={
            "publisher": HARD,
            "number": "A/43/705_{1}",
            "URL": "https://example.org/a_b?c={d}&e=%20",
            **fields,
        },
    )


def plain_latex(text: str) -> str:
    """Read TeX as the decoder of bibtexparser does; it alone takes the circumflex for an accent."""
    return str(LatexNodes2Text().latex_to_text(text)).replace("\u02c6", "^")


def bibtex_entries(text: str) -> dict[str, dict[str, Any]]:
    library = parse_string(text, append_middleware=[middlewares.SeparateCoAuthors()])
    assert library.failed_blocks == []
    return {
        entry.key: {field.key: decoded(field.value) for field in entry.fields} for entry in library.entries
    }


def decoded(value: Any) -> Any:
    return [plain_latex(name) for name in value] if isinstance(value, list) else plain_latex(value)


def bibtex_name(name: Name) -> str:
    return name.literal or ", ".join(part for part in (name.family, name.given) if part)


@pytest.mark.parametrize("given_reader", READERS, ids=["en", "fa"])
def test_every_source_is_sound_csl_json(given_reader: Any) -> None:
    items = json.loads(exported(given_reader, sources(), Form.CSL_JSON))
    jsonschema.Draft202012Validator(SCHEMA).validate(items)
    assert len(items) == len(sources()) >= 109
    for item, source in zip(items, sources(), strict=True):
        record = record_of(given_reader, source)
        assert (item["id"], item["type"], item["title"]) == (record.key, source.type, record.title)
        assert {name: item[name] for name in source.csl} == dict(source.csl)
        names = [Name(**name) for name in item.get("author", [])]
        assert tuple(names) == source.authors


@pytest.mark.parametrize("given_reader", READERS, ids=["en", "fa"])
def test_every_source_comes_back_from_bibtex(given_reader: Any) -> None:
    entries = bibtex_entries(exported(given_reader, sources(), Form.BIBTEX))
    assert len(entries) == len(sources())
    for source in sources():
        assert_bibtex(entries[f"iran-1988-{source.id}"], record_of(given_reader, source))


def assert_bibtex(fields: dict[str, Any], record: Record) -> None:
    assert fields["title"] == record.title
    assert fields.get("author", []) == [bibtex_name(name) for name in record.authors]
    assert fields.get("note", "") == record.note
    assert fields.get("language") == record.fields.get("language")
    assert fields.get("isbn") == record.fields.get("ISBN")
    assert fields.get("number") == record.fields.get("number")
    publisher = fields.get("publisher") or fields.get("institution") or fields.get("howpublished")
    assert publisher == record.fields.get("publisher")
    container = fields.get("journal") or fields.get("booktitle")
    assert container == record.fields.get("container-title")
    if record.issued:
        assert fields["year"] == str(record.issued.points[0][0])


@pytest.mark.parametrize("given_reader", READERS, ids=["en", "fa"])
def test_every_source_comes_back_from_ris(given_reader: Any) -> None:
    entries = rispy.loads(exported(given_reader, sources(), Form.RIS))
    assert len(entries) == len(sources())
    for entry, source in zip(entries, sources(), strict=True):
        assert_ris(entry, record_of(given_reader, source))


def assert_ris(entry: dict[str, Any], record: Record) -> None:
    assert entry["id"] == record.key
    assert entry["title"] == record.title
    assert entry.get("authors", []) == [bibtex_name(name) for name in record.authors]
    assert "; ".join(entry.get("notes", [])) == record.note
    assert entry.get("publisher") == record.fields.get("publisher")
    assert entry.get("number") == record.fields.get("number")
    assert entry.get("language") == record.fields.get("language")
    assert "unknown_tag" not in entry
    if record.issued:
        assert entry["year"] == f"{record.issued.points[0][0]:04}"
        assert entry["date"].count("/") == 3


def test_signs_with_a_meaning_stand_for_themselves() -> None:
    source = hard_source()
    record = record_of(READERS[0], source)
    entry = bibtex_entries(exported(READERS[0], [source], Form.BIBTEX))[record.key]
    assert entry["title"] == HARD
    assert entry["author"] == ["A & B {and} C", "Ó Briain, von, J. and M.", "منتظری"]
    assert entry["publisher"] == HARD
    assert rispy.loads(exported(READERS[0], [source], Form.RIS))[0]["title"] == HARD
    assert json.loads(exported(READERS[0], [source], Form.CSL_JSON))[0]["title"] == HARD


@given(WORDS, WORDS)
def test_any_words_come_back(title: str, author: str) -> None:
    source = hard_source(title, author)
    record = record_of(READERS[0], source)
    entry = bibtex_entries(exported(READERS[0], [source], Form.BIBTEX))[record.key]
    assert entry["title"] == title
    assert entry["author"][0] == author
    back = rispy.loads(exported(READERS[0], [source], Form.RIS))[0]
    assert (back["title"], back["authors"][0]) == (title, author)


@pytest.mark.parametrize(
    ("edtf", "csl", "date"),
    [
        ("1990-12-01", {"date-parts": [[1990, 12, 1]]}, "1990-12-01"),
        ("2009-08", {"date-parts": [[2009, 8]]}, "2009-08"),
        ("2021/2022", {"date-parts": [[2021], [2022]]}, "2021/2022"),
        ("2023~", {"date-parts": [[2023]], "circa": True}, "2023~"),
        ("202X", {"literal": "2020s"}, None),
        ("[2024,2025]", {"literal": "one of: 2024; 2025"}, None),
        ("1988-21", {"literal": "spring 1988"}, None),
        ("1988-08/..", {"literal": "from August 1988, no end stated"}, None),
    ],
)
def test_dates_are_as_precise_as_the_source(edtf: str, csl: dict[str, Any], date: str | None) -> None:
    source = Source(SourceId("S1"), Text({"en": "T"}), "report", issued=parse_edtf(edtf))
    item = json.loads(exported(READERS[0], [source], Form.CSL_JSON))[0]
    assert item["issued"] == csl
    entry = next(iter(bibtex_entries(exported(READERS[0], [source], Form.BIBTEX)).values()))
    assert entry.get("date", "").replace("\u00a0", "~") == (date or "")


def test_a_markdown_list_has_one_entry_for_each_source() -> None:
    text = exported(READERS[0], sources(), Form.MARKDOWN)
    assert text.startswith("# Sources\n")
    assert sum(line.startswith("- ") for line in text.splitlines()) == len(sources())
    assert r"\[" not in bare(text.splitlines()[:3])


def bare(lines: Iterable[str]) -> str:
    return "\n".join(lines)
