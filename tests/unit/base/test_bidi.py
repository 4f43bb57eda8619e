import pytest

from viewer.base.bidi import (
    CONTROLS,
    FSI,
    LRI,
    PDI,
    RLI,
    first_strong,
    isolate,
    isolate_within,
    ltr,
    rtl,
    strip_controls,
)


@pytest.mark.parametrize(
    ("text", "direction"),
    [("Evin", "ltr"), ("اوین", "rtl"), ("1988 اوین", "rtl"), ("(S31)", "ltr"), ("1988-07", None), ("", None)],
)
def test_the_first_strong_letter_decides(text: str, direction: str | None) -> None:
    assert first_strong(text) == direction


def test_isolates_open_and_close() -> None:
    assert (isolate("a"), ltr("a"), rtl("a")) == (f"{FSI}a{PDI}", f"{LRI}a{PDI}", f"{RLI}a{PDI}")


@pytest.mark.parametrize("text", ["اوین", "آیت‌الله منتظری", "«دستور»"])
def test_persian_words_need_no_isolate_inside_persian(text: str) -> None:
    assert isolate_within(text, "rtl") == text


@pytest.mark.parametrize("text", ["S31", "1988-07-28", "۱۳۶۷/۵/۶", "§3", "اوین (Evin)"])
def test_the_rest_does(text: str) -> None:
    assert isolate_within(text, "rtl") == f"{FSI}{text}{PDI}"


def test_inside_english_only_persian_needs_one() -> None:
    assert isolate_within("1988-07-28 §3", "ltr") == "1988-07-28 §3"
    assert isolate_within("اوین", "ltr") == f"{FSI}اوین{PDI}"


def test_controls_can_be_taken_out() -> None:
    assert strip_controls(f"a{CONTROLS}b\u200cc") == "ab\u200cc"
