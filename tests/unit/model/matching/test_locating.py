"""A passage is found by its words or its place, and what is said of it is no more than what is so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.base.textform import comparable, digest_of
from viewer.model.evidence import PageFragment, Region, Selector, TextPosition, TextQuote
from viewer.model.matching.locate import locate, page_of, region_of
from viewer.model.matching.match import Certainty, Match, Searched

ENGLISH = (
    "The harbour clerk counted forty lamps that night. He wrote the number down twice.\n\n"
    "On the second morning the clerk counted again, and found thirty‑nine. “Nobody signed the\n"
    "report,” he said. The lamps were counted a third time in spring."
)
PERSIAN = (
    "نگهبان بندر آن شب چهل چراغ شمرد. شماره را دو بار نوشت.\n\n"
    "بامداد روز دوم دوباره شمرد و سی‌ونه چراغ یافت. او می‌گوید: «هیچ‌کس گزارش را امضا نکرد.»"
)


def found(text: str, *selectors: Selector) -> tuple[Match, str]:
    match = locate(Searched(text), selectors)
    assert match is not None
    return match, text[match.start : match.end]


def position_of(text: str, words: str) -> TextPosition:
    start = comparable(text).index(comparable(words))
    return TextPosition(start, start + len(comparable(words)), digest_of(comparable(words)))


@pytest.mark.parametrize(
    ("text", "exact", "stands"),
    [
        (ENGLISH, "found thirty-nine", "found thirty‑nine"),
        (ENGLISH, "'Nobody signed the report,' he said", "“Nobody signed the\nreport,” he said"),
        (PERSIAN, "سی و نه چراغ", "سی‌ونه چراغ"),
        (PERSIAN, 'مي گويد: "هيچ كس گزارش را امضا نكرد."', "می‌گوید: «هیچ‌کس گزارش را امضا نکرد.»"),
    ],
)
def test_the_same_words_in_other_writing_are_the_same(text: str, exact: str, stands: str) -> None:
    match, words = found(text, TextQuote(exact))
    assert (match.certainty, match.percent, words) == (Certainty.SAME, 100, stands)


def test_what_stands_around_decides_between_places() -> None:
    first, _ = found(ENGLISH, TextQuote("clerk counted", suffix=" forty lamps"))
    second, _ = found(ENGLISH, TextQuote("clerk counted", prefix="morning the ", suffix=" again"))
    assert ENGLISH.index("clerk counted") == first.start < second.start
    assert (first.places, second.places) == (1, 1)


def test_several_places_that_fit_as_well_are_owned_to() -> None:
    match, _ = found(ENGLISH, TextQuote("clerk counted"))
    assert (match.certainty, match.places) == (Certainty.SAME, 2)


def test_a_short_quotation_is_not_found_inside_a_word() -> None:
    assert found("The sand was cold.", TextQuote("and"))[0].certainty is Certainty.ABSENT


@pytest.mark.parametrize(
    ("exact", "low", "high"),
    [
        ("the clerk counted again, and found thirty-eight", 85, 99),
        ("On the second evening a clerk counted again and found thirty-nine.", 85, 99),
        ("he wrote the number down twice", 90, 99),
    ],
)
def test_nearly_the_same_words_say_how_nearly(exact: str, low: int, high: int) -> None:
    match, words = found(ENGLISH, TextQuote(exact))
    assert match.certainty is Certainty.ALIKE
    assert low <= match.percent <= high
    assert abs(len(words) - len(exact)) < 6
    assert match.is_found


def test_nearly_the_same_persian_words_are_found() -> None:
    match, words = found(PERSIAN, TextQuote("بامداد روز سوم دوباره شمرد و سی‌ونه چراغ یافت"))
    assert match.certainty is Certainty.ALIKE
    assert words == "بامداد روز دوم دوباره شمرد و سی‌ونه چراغ یافت"


@pytest.mark.parametrize("exact", ["", "  ", "The minister left for the mountains in his own car."])
def test_what_is_not_there_is_not_found(exact: str) -> None:
    match, _ = found(ENGLISH, TextQuote(exact))
    assert (match.certainty, match.is_found) == (Certainty.ABSENT, False)


def test_an_empty_document_holds_nothing() -> None:
    assert found("", TextQuote("lamps"))[0].certainty is Certainty.ABSENT
    assert found("", TextPosition(0, 5, "0" * 16))[0].certainty is Certainty.DIFFERS


@pytest.mark.parametrize(
    "words", ["He wrote the number down twice.", "“Nobody signed the\nreport,” he said."]
)
def test_a_position_is_found_at_its_place(words: str) -> None:
    match, stands = found(ENGLISH, position_of(ENGLISH, words))
    assert (match.certainty, stands) == (Certainty.SAME, words)


def test_words_that_moved_are_found_where_they_went() -> None:
    words = "found thirty‑nine."
    longer = ENGLISH.replace("That", "At that").replace("clerk", "chief clerk")
    match, stands = found(longer, position_of(ENGLISH, words))
    assert (match.certainty, stands) == (Certainty.MOVED, words)


@given(st.integers(0, len("He wrote the number down twice.") - 1))
def test_one_changed_letter_makes_the_place_differ_and_no_other(at: int) -> None:
    words = "He wrote the number down twice."
    start = ENGLISH.index(words) + at
    copy = f"{ENGLISH[:start]}#{ENGLISH[start + 1 :]}"
    changed, _ = found(copy, position_of(ENGLISH, words))
    assert (changed.certainty, changed.is_found) == (Certainty.DIFFERS, False)
    assert changed.start <= start < changed.end
    for other in ("The harbour clerk counted forty lamps that night.", "found thirty‑nine."):
        assert found(copy, position_of(ENGLISH, other))[0].certainty is Certainty.SAME


def test_a_position_beyond_the_end_differs() -> None:
    assert found("short", TextPosition(400, 420, "0" * 16)) == (Match(Certainty.DIFFERS, score=0.0), "")


def test_the_surest_of_several_selectors_counts() -> None:
    gone = TextPosition(0, 20, "0" * 16)
    match, words = found(ENGLISH, gone, TextQuote("forty lamps"))
    assert (match.certainty, words) == (Certainty.SAME, "forty lamps")


def test_selectors_without_words_leave_the_text_alone() -> None:
    region = Region(3, 0.1, 0.2, 0.3, 0.4)
    assert locate(Searched(ENGLISH), (region,)) is None
    assert (page_of((region,)), page_of((PageFragment(7),)), page_of(())) == (3, 7, None)
    assert (region_of((PageFragment(7), region)), region_of(())) == (region, None)
