"""A search in a document finds words however they are written."""

import pytest

from viewer.model.matching.match import Searched
from viewer.model.matching.quotes import occurrences


@pytest.mark.parametrize(
    ("text", "words", "stands"),
    [
        ("A lamp, a LAMP, a Lamp.", "lamp", ["lamp", "LAMP", "Lamp"]),
        ("می‌گوید و مي گويد", "میگوید", ["می‌گوید", "مي گويد"]),
        ("in ۱۳۶۷ and 1367", "1367", ["۱۳۶۷", "1367"]),
        ("İstanbul lamps", "LAMPS", []),
        ("nothing", "  ", []),
        ("aaa", "aa", ["aa"]),
    ],
)
def test_words_are_found_in_any_writing(text: str, words: str, stands: list[str]) -> None:
    assert [text[start:end] for start, end in occurrences(Searched(text), words)] == stands


def test_there_is_an_end_to_hits() -> None:
    assert len(occurrences(Searched("a " * 500), "a", most=20)) == 20
