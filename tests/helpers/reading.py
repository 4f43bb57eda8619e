"""Readers of a collection written for tests, and of the bundled one, for pages and panes."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.helpers.collections import HEAD, read_sample
from viewer.loading.catalogue import load_catalogue
from viewer.loading.collection_files import read_collection
from viewer.model.edition import Edition
from viewer.model.memory_edition import MemoryEdition
from viewer.state.pages.blocks import Page
from viewer.state.pages.plain_text import page_to_text
from viewer.state.pages.reader import Reader
from viewer.state.view_state import Appearance, Language, Range, ViewState

SOURCES = """\
sources:
  - id: S1
    title: A report
    type: report
    author: [{literal: A Committee}]
    issued: 1990-12-01
    position: ngo
    speaks: {en: A committee of observers, fa: هیئتی از ناظران}
    limits: {en: It saw no prison., fa: هیچ زندانی را ندید.}
    check: checked
    digest:
      - {id: p1, label: "§1", text: {en: The first thing it says., fa: نخستین سخن آن.}}
      - {id: p2, text: {en: The second thing it says., fa: سخن دوم آن.}, verdict: differs,
         remark: {en: Others say otherwise., fa: دیگران جز این می‌گویند.}, events: [E1], people: [p-one]}
      - {id: p3, text: {en: A harrowing detail., fa: جزئیاتی تکان‌دهنده.}, warnings: [execution]}
  - id: S2
    title: {en: Memoirs, fa: خاطرات}
    type: book
    author: [{family: Writer, given: Ann}, {family: Helper, given: Bo}]
    issued: "2000"
    position: insider
"""
EVENTS = """\
events:
  - id: E1
    title: {en: An order, fa: یک دستور}
    date: 1988-07-28~
    category: order
    text:
      - {text: {en: Something was ordered., fa: چیزی دستور داده شد.}, cites: [S1, S2]}
      - {text: {en: Nobody says why., fa: کسی نمی‌گوید چرا.}}
      - text: {en: It was raining., fa: باران می‌بارید.}
        cites: [S2]
        according-to: {en: the writer, fa: نویسنده}
    citations:
      - {source: S1, locators: [{page: "12-15"}, {section: "3.1"}], passage: p2, check: checked}
      - {source: S2, stance: disputes, note: {en: Written later., fa: بعدها نوشته شده.}}
    people: [{id: p-one, role: {en: signed it, fa: آن را امضا کرد}, cites: [S1]}]
    places: [pl-one]
    related: [{id: E2, kind: follows}]
    questions: [C1]
    check: partly
    unreviewed: [fa]
  - id: E2
    title: {en: A killing, fa: یک کشتار}
    date: 1988-08-01/1988-08-09
    category: order
    text: {text: {en: A terrible scene., fa: صحنه‌ای هولناک.}, cites: [S1]}
    citations: [{source: S1, passage: p3}]
    people: [{id: p-one, role: {en: watched it, fa: شاهد آن بود}}]
    warnings: [execution]
    check: checked
  - id: E3
    title: {en: Only in English}
    category: order
    text: Not translated at all.
    citations: [S2]
"""
ENTITIES = """\
people:
  - id: p-one
    name: {en: Person One, fa: شخص یک}
    variants: [Prsn Won]
    roles: [{text: {en: Judge}, date: "1988"}]
groups:
  - {id: g-one, name: {en: Group One, fa: گروه یک}, kind: {en: party, fa: حزب}}
places:
  - {id: pl-one, name: {en: Town, fa: شهر}, latitude: "35.8", longitude: "50.9"}
glossary:
  - {id: t-one, term: {en: Ward, fa: بند}, note: {en: Part of a prison, fa: بخشی از زندان}}
"""
CLAIMS = """\
claims:
  - id: C1
    question: {en: How many orders?, fa: چند دستور؟}
    note: {en: All count papers., fa: همه کاغذها را می‌شمارند.}
    scale: logarithmic
    answers:
      - {id: C1-1, text: {en: fewer than 1000}, value: {numbers: [<1000]}, claimant: {en: The office},
         position: state, said: 1989-02, citations: [{source: S1, locators: [{page: "7"}]}], check: checked}
      - {id: C1-2, text: {en: 2800 or 3800}, value: {numbers: ["2800", "3800"]}, claimant: {en: Ann Writer},
         position: insider, counts: {en: first weeks only}, said: "2000", citations: [S2]}
      - {id: C1-3, text: {en: thousands}, value: {words: {low: "1000", high: "9999"}},
         claimant: {en: Observers}, position: ngo, said: "1990", said-in: E1}
      - {id: C1-4, text: {en: unknown}, value: {words: {}}, claimant: {en: A paper}, position: press}
  - id: C2
    question: {en: Which day?, fa: کدام روز؟}
    answers:
      - {id: C2-1, text: {en: 28 July}, value: {dates: [1988-07-28]}, claimant: {en: Observers},
         position: ngo}
      - {id: C2-2, text: {en: from August on}, value: {dates: [1988-08-01/..]}, claimant: {en: The office},
         position: state}
"""


@cache
def sample_edition() -> Edition:
    """Give a small collection in which every kind of page has something to say."""
    files = {"collection": HEAD, "sources": SOURCES, "events": EVENTS, "entities": ENTITIES, "claims": CLAIMS}
    with TemporaryDirectory() as folder:
        read = read_sample(Path(folder), **files)
    errors = [problem for problem in read.problems if problem.severity == "error"]
    assert read.collection, read.problems
    assert not errors
    return MemoryEdition(read.collection)


@cache
def bundled_edition() -> Edition:
    """Give the collection that travels with the program."""
    read = read_collection(Path(__file__).resolve().parents[2] / "data" / "iran-1988")
    assert read.collection
    return MemoryEdition(read.collection)


def plain(page: Page) -> str:
    """Give the text of a page with ordinary spaces."""
    return page_to_text(page).replace("\u00a0", " ")


def reader(language: str = "en", edition: Edition | None = None, **state: Any) -> Reader:
    """Read the sample, or another edition, in a language and a state."""
    appearance = Appearance(language=Language(language))
    view = ViewState(visible=Range(0, 1), appearance=appearance, **state)
    return Reader(edition or sample_edition(), load_catalogue(language), view)
