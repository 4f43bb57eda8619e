import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from viewer.model.records import Records
from viewer.model.word_index import Wanted, WordIndex, WordIndexBuilder

WORDS = st.text(st.sampled_from("abگé"), min_size=1, max_size=3)
EVENTS = st.lists(st.lists(WORDS, max_size=6), max_size=200)


def index_of(events: list[list[str]], positions: list[int] | None = None) -> WordIndex:
    builder = WordIndexBuilder()
    half = len(events) // 2
    builder.add(range(half), events[:half])
    builder.add(range(half, len(events)), events[half:])
    return builder.finish(np.array(range(len(events)) if positions is None else positions, np.int64))


def holds(words: list[str], wanted: Wanted) -> bool:
    return any(word == wanted.word if wanted.whole else word.startswith(wanted.word) for word in words)


@given(EVENTS, st.lists(st.builds(Wanted, WORDS, st.booleans()), min_size=1, max_size=3))
def test_the_index_finds_what_a_plain_look_finds(events: list[list[str]], wanted: list[Wanted]) -> None:
    found = index_of(events).find(wanted)
    expected = [at for at, words in enumerate(events) if all(holds(words, one) for one in wanted)]
    assert found.tolist() == expected


@given(st.permutations(range(6)))
def test_rows_may_come_in_any_order(positions: list[int]) -> None:
    events = [["a"], ["b"], ["ab"], ["ba"], [], ["a", "a"]]
    found = index_of(events, positions).find([Wanted("a")])
    assert found.tolist() == sorted(positions[row] for row in (0, 2, 5))


def test_nothing_asked_finds_nothing() -> None:
    assert index_of([["a"]]).find([]).tolist() == []


@given(st.lists(st.binary(max_size=3)))
def test_records_give_back_what_was_laid_in(items: list[bytes]) -> None:
    records = Records.of(items)
    assert [records[at] for at in range(len(records))] == items


@given(st.lists(st.binary(max_size=2)), st.binary(max_size=2))
def test_the_place_of_a_record_is_found(items: list[bytes], wanted: bytes) -> None:
    items.sort()
    at = Records.of(items).first_at_least(wanted)
    assert all(item < wanted for item in items[:at])
    assert all(item >= wanted for item in items[at:])
