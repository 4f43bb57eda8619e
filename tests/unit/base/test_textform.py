"""The comparable form is blind to what copies of one document differ in, and to nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.base.textform import comparable, digest_of, stretch_at


@pytest.mark.parametrize(
    ("copy", "other"),
    [
        ("the “first”  letter", 'the "first" letter'),
        ("Montazeri’s letter", "Montazeri's letter"),
        ("July — August", "July - August"),
        ("a non\u2011breaking hyphen", "a non-breaking hyphen"),
        ("**In bold**", "In bold"),
        ("one\n\n\ttwo\u00a0three ", "one two three"),
        ("كتابي", "کتابی"),
        ("می\u200cگوید", "می گوید"),
        ("cafe\u0301", "café"),
        ("«نقل»", '"نقل"'),
    ],
)
def test_copies_that_differ_in_form_only_become_equal(copy: str, other: str) -> None:
    assert comparable(copy) == comparable(other)


@pytest.mark.parametrize(
    ("text", "other"),
    [("August", "august"), ("1988", "1983"), ("۱۹۸۸", "1988"), ("a b", "ab"), ("yes.", "yes")],
)
def test_what_is_really_different_stays_different(text: str, other: str) -> None:
    assert comparable(text) != comparable(other)


def test_a_star_between_spaces_leaves_one_space() -> None:
    assert comparable("one * two") == "one two"


def test_a_letter_and_its_accent_meet_where_a_star_stood() -> None:
    assert comparable("caf*e*\u0301") == "café"


@given(st.text())
def test_the_form_is_stable(text: str) -> None:
    assert comparable(comparable(text)) == comparable(text)


def test_a_stretch_is_found_again_by_position_and_digest() -> None:
    document = comparable("He wrote:\n“The order is undated.”\nNobody signed it.")
    start = document.index('"The')
    stretch = '"The order is undated."'
    assert stretch_at(document, start, start + len(stretch), digest_of(stretch)) == stretch


def test_another_copy_with_other_words_gives_no_stretch() -> None:
    assert stretch_at(comparable("The order is dated."), 0, 12, digest_of("The order is")) == "The order is"
    assert stretch_at(comparable("An order is dated."), 0, 12, digest_of("The order is")) is None


def test_an_empty_or_reversed_stretch_is_never_found() -> None:
    assert stretch_at("text", 2, 2, digest_of("")) is None
    assert stretch_at("text", 3, 1, digest_of("")) is None


def test_a_digest_has_sixteen_hex_digits() -> None:
    assert len(digest_of("x")) == 16
    assert int(digest_of("x"), 16) > 0
