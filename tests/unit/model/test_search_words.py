import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.base.normalise import normalise
from viewer.model.search_words import suggest, wanted_words, words_of
from viewer.model.word_index import Wanted, WordIndex, WordIndexBuilder


def index_of(*texts: str) -> WordIndex:
    builder = WordIndexBuilder()
    builder.add(range(len(texts)), [words_of([text]) for text in texts])
    return builder.finish(np.arange(len(texts)))


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("Gohar dasht", ["gohar*", "dasht*"]),
        ("  ", []),
        ('"Court" act', ["court", "act*"]),
        ("«دادگاه» حکم", ["دادگاه", "حکم*"]),
        ('say "open', ["say*", "open*"]),
        ("a* OR (b NEAR c)", ["a*", "or*", "b*", "near*", "c*"]),
        ("title:x -y 'z'", ["title*", "x*", "y*", "z*"]),
        ("۱۳۶۷ كرج", ["1367*", "کرج*"]),
        ("x x", ["x*"]),
    ],
)
def test_a_query_is_words_and_nothing_else(query: str, wanted: list[str]) -> None:
    assert [one.word + ("" if one.whole else "*") for one in wanted_words(query)] == wanted


@given(st.text(st.characters(max_codepoint=127), max_size=40))
def test_the_short_way_for_plain_text_is_the_long_way(text: str) -> None:
    assert words_of([text]) == words_of([normalise(text)])


@given(st.text(max_size=40))
def test_what_is_indexed_is_found(text: str) -> None:
    index = index_of(text)
    for word in words_of([text]):
        assert index.find([Wanted(word)]).tolist() == [0]
        assert index.find([Wanted(word, whole=True)]).tolist() == [0]


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("gohardsht", "gohardasht"),
        ("prison gohardascht", "prison gohardasht"),
        ("گوهردشد", "گوهردشت"),
        ("gohar", None),
        ("prison", None),
        ("xyzzy", None),
        ("", None),
    ],
)
def test_a_misspelt_word_leads_to_the_likest(query: str, meant: str | None) -> None:
    assert suggest(query, index_of("Gohardasht prison", "زندان گوهردشت")) == meant
