from pathlib import Path

import pytest

from resources.packaging.staging import stage_messages
from viewer.base.messages import Catalogue, gaps
from viewer.loading import catalogue
from viewer.loading.catalogue import LANGUAGES, load_catalogue
from viewer.model.dates.problems import CODES

_PERSIAN = load_catalogue("fa").entries
_ENGLISH = load_catalogue("en").entries


def test_both_languages_say_the_same_things() -> None:
    assert _PERSIAN.keys() == _ENGLISH.keys()


@pytest.mark.parametrize("key", sorted(_ENGLISH))
def test_both_languages_fill_the_same_gaps(key: str) -> None:
    assert gaps(_PERSIAN[key]) == gaps(_ENGLISH[key])


def test_keys_begin_with_the_name_of_their_file() -> None:
    assert load_catalogue("en").say("general.ratio", part=1, whole=2) == "1 of 2"


def test_every_problem_of_a_date_can_be_said() -> None:
    for language in LANGUAGES:
        assert [code for code in CODES if not load_catalogue(language).has(f"date.problem.{code}")] == []


def test_a_likely_word_is_offered_where_one_is_known() -> None:
    offering = [key for key in _ENGLISH if key.startswith("problem.") and key.endswith("-near")]
    assert len(offering) > 10
    for key in offering:
        assert key.removesuffix("-near") in _ENGLISH
        assert "near" in gaps(_ENGLISH[key])


def test_an_unknown_language_has_no_catalogue() -> None:
    with pytest.raises(FileNotFoundError):
        load_catalogue("xx")


def test_catalogues_are_read_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def load(name: str) -> Catalogue:
        asked.append(name)
        return load_catalogue(name)

    monkeypatch.setattr(catalogue, "load_catalogue", load)
    every = catalogue.Catalogues(("fa", "en"))
    assert (tuple(every), len(every), "fa" in every, "de" in every, asked) == (
        ("fa", "en"),
        2,
        True,
        False,
        [],
    )
    assert every["fa"].language == "fa"
    assert asked == ["fa"]
    with pytest.raises(KeyError):
        every["de"]


def test_messages_in_one_file_are_the_messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage_messages(tmp_path)
    monkeypatch.setattr(catalogue, "resource_path", tmp_path.joinpath)
    load_catalogue.cache_clear()
    brought = load_catalogue("fa").entries
    load_catalogue.cache_clear()
    assert brought == _PERSIAN
