"""Folded texts are what the forms say, and every position leads back to where it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.base.textform import comparable
from viewer.model.matching.forms import in_comparable_form, in_quotation_form

ALPHABET = "ab .-*\n\u200c\u0301\u064b\u0654يیكکئ«»’1۱\u00a0\u1100\u1161ﻻﬁ"
TEXTS = st.one_of(st.text(), st.text(ALPHABET))


@given(TEXTS)
def test_the_mapped_comparable_form_is_the_comparable_form(text: str) -> None:
    assert in_comparable_form(text).text == comparable(text)


@given(TEXTS)
def test_the_quotation_form_is_stable(text: str) -> None:
    once = in_quotation_form(text).text
    assert in_quotation_form(once).text == once


@given(TEXTS, st.data())
def test_a_stretch_leads_back_to_what_folds_to_it(text: str, data: st.DataObject) -> None:
    folded = in_quotation_form(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.original(start, end)
    assert 0 <= first < last <= len(text)
    assert folded.text[start:end] in in_quotation_form(text[first:last]).text


def test_positions_lead_back_exactly_past_emphasis_and_gaps() -> None:
    text = "  The **second**\n\n lamp\u200cpost “went” out."
    folded = in_comparable_form(text)
    assert folded.text == 'The second lamp post "went" out.'
    start = folded.text.index("second")
    first, last = folded.original(start, start + len('second lamp post "went"'))
    assert text[first:last] == "second**\n\n lamp\u200cpost “went”"


def test_a_position_of_the_original_leads_into_the_folded_text() -> None:
    text = "one  *two*  three"
    folded = in_comparable_form(text)
    assert folded.folded(text.index("three")) == folded.text.index("three")
    assert folded.folded(0) == 0
    assert folded.folded(len(text)) == len(folded.text)


SAME = [
    ("می‌گوید", "می گوید"),
    ("می‌گوید", "میگوید"),
    ("كتابي", "کتابی"),
    ("مسئول", "مسیول"),
    ("خانهٔ", "خانه"),
    ("مُحَمَّد", "محمد"),
    ("کتـــاب", "کتاب"),
    ("۱۳۶۷", "1367"),
    ("٤٥٦", "۴۵۶"),
    ("«نقل»", '"نقل"'),
    ("a “quoted” word", "a 'quoted' word"),
    ("Montazeri’s", "Montazeri's"),
    ("exe-\ncution", "execution"),
    ("exe\ufffe\r\ncution", "execution"),
    ("soft\u00adhyphen", "softhyphen"),
    ("July — August", "July–August"),
    ("one\n\t two", "one two"),
    ("ofﬁce", "office"),
    ("\u202bسلام\u202c", "سلام"),
    ("ﺳﻼم", "سلام"),
    ("cafe\u0301", "café"),
    ("**bold**", "bold"),
    ("wait…", "wait..."),
]


@pytest.mark.parametrize(("copy", "other"), SAME)
def test_copies_that_differ_in_writing_only_are_one_quotation(copy: str, other: str) -> None:
    assert in_quotation_form(copy).text == in_quotation_form(other).text


@pytest.mark.parametrize(
    ("text", "other"),
    [("August", "august"), ("1988", "1983"), ("cafe", "café"), ("yes.", "yes"), ("کرد", "گرد"), ("زن", "ژن")],
)
def test_other_words_stay_other_words(text: str, other: str) -> None:
    assert in_quotation_form(text).text != in_quotation_form(other).text
