from pathlib import Path

import pytest

from tests.helpers.collections import write_sample
from viewer.loading.opening import open_collection

PEOPLE = """\
people:
  - {id: p1, name: {en: A Person, fa: کسی}, variants: [Persson]}
places:
  - {id: gohardasht, name: {en: Gohardasht, fa: گوهردشت}, variants: [Juhardasht, رجایی‌شهر]}
"""
EVENTS = """\
events:
  - {id: E3, title: {fa: نامه}, date: 1988-07, category: order, people: [p1], citations: [S1], text: x}
  - id: E1
    title: {en: An order, fa: یک دستور}
    date: {edtf: "[1988-07-28,1988-07-30]", stated: {text: "1367-05-06", calendar: solar-hijri}}
    category: order
    text: {text: Something was ordered, cites: [S1]}
    citations: [S1]
    places: [gohardasht]
    warnings: [execution]
    importance: 1
    check: checked
    questions: [C1]
  - {id: E2, title: Undated, category: order, text: Nobody knows when, citations: [S1]}
  - {id: E4, title: Open, date: 1987~/.., category: order, text: It goes on, citations: [S1]}
"""
CLAIMS = """\
claims:
  - id: C1
    question: How many?
    answers:
      - {id: a, text: Many, value: {numbers: [">2"]}, claimant: One, citations: [S1]}
      - {id: b, text: Few, value: {numbers: ["2"]}, claimant: Another, citations: [S1]}
"""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "sample", people=PEOPLE, events=EVENTS, claims=CLAIMS)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def built(sample: Path, shelf: Path) -> Path:
    """Return the folder of the edition of the sample."""
    return shelf / open_collection(sample, cache=shelf).edition.key
