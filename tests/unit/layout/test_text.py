import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.layout.text import Fitter, shortened

FITTER = Fitter(lambda text, strong: (8.0 if strong else 7.0) * len(text))


@given(st.text(max_size=60), st.floats(0, 300))
def test_a_fitted_text_fits(text: str, room: float) -> None:
    fitted, width, _ = FITTER.fit(text, room)
    assert width <= room
    assert fitted == text or not fitted or "…" in fitted


def test_what_fits_is_left_alone() -> None:
    assert FITTER.fit("abc", 21) == ("abc", 21.0, False)
    assert FITTER.fit("abcdefgh", 40)[0] == "abcd…"


def test_no_cut_inside_a_composed_letter() -> None:
    text = "e" + "\u0301" * 3 + "x"
    assert not any(unicodedata.combining(shortened(text, n)[-2:-1] or "a") for n in (1,))
    assert shortened("abc\u0301d", 3) == "ab…"


def test_isolates_stay_closed() -> None:
    assert shortened("سال \u20671988\u2069 بود", 6) == "سال \u20671…\u2069"


def test_a_width_is_measured_once() -> None:
    asked = []

    def measure(text: str, strong: bool) -> float:
        asked.append((text, strong))
        return 10.0

    fitter = Fitter(measure)
    assert fitter.width("a") == fitter.width("a") == 10.0
    fitter.width("a", strong=True)
    assert asked == [("a", False), ("a", True)]


def test_joined_letters_stay_joined() -> None:
    assert shortened("سرکوب مخالفان", 8) == "سرکوب…"
    assert shortened("دادگاه", 5) == "دادگا…"
    assert shortened("مخالفان", 2) == "مخ…", "one word that must be cut"


@pytest.mark.parametrize(
    ("text", "room", "clean"),
    [
        ("A long headline", 60, True),
        ("سرکوب مخالفان در زندان", 60, True),
        ("مخالفان", 28, False),
        ("سال ۱۳۶۷ در زندان", 70, False),
        ("Evin زندان و جز آن", 70, False),
        ("short", 600, False),
    ],
)
def test_a_clean_cut_looks_like_the_beginning_of_the_whole(text: str, room: float, clean: bool) -> None:
    assert FITTER.fit(text, room).clean is clean
