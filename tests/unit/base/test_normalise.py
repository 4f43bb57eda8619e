import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.base.normalise import normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كرج", "کرج"),
        ("علي", "علی"),
        ("موسى", "موسی"),
        ("مُحَمَّد", "محمد"),
        ("آیت‌الله", "ایت الله"),
        ("آیة", "ایه"),
        ("خانۀ", "خانه"),
        ("خانهٔ", "خانه"),
        ("مسؤول", "مسوول"),
        ("رئیس", "رییس"),
        ("أمین", "امین"),
        ("ســـند", "سند"),
        ("۱۳۶۷", "1367"),
        ("١٣٦٧", "1367"),
        ("\u2067اوین\u2069", "اوین"),
        ("ﻻ", "لا"),
        ("Évin", "evin"),
        ("Raja’i", "rajai"),
        ("Raja'i", "RAJAI"),
        ("STRASSE", "straße"),
        ("two  words\n", "two words"),
    ],
)
def test_spellings_meet(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


def test_different_words_stay_apart() -> None:
    assert normalise("نیری") != normalise("نوری")
    assert normalise("S31") != normalise("S32")


@given(st.text(max_size=30))
def test_a_normal_form_is_its_own_normal_form(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
