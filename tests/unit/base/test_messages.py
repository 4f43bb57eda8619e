import pytest

from viewer.base.bidi import FSI, PDI
from viewer.base.messages import Catalogue, MissingMessageError, gaps

_ENTRIES = {
    "found": "found {name} in {place}",
    "events.one": "{n} event",
    "events.other": "{n} events",
    "braces": "write {page: 635} or { } or {unknown}",
    "general.ratio": "{part} of {whole}",
    "general.comma": ", ",
}
_ENGLISH = Catalogue("en", _ENTRIES)
_PERSIAN = Catalogue("fa", {**_ENTRIES, "found": "{name} در {place}", "general.comma": "، "})


def test_gaps_are_filled_by_name() -> None:
    assert _ENGLISH.say("found", place="S31", name="a word") == "found a word in S31"


def test_a_gap_may_be_called_key_or_n() -> None:
    catalogue = Catalogue("en", {"missing": "{key} of {n}"})
    assert catalogue.say("missing", key="title", n=3) == "title of 3"


def test_braces_that_are_no_gaps_stay() -> None:
    assert _ENGLISH.say("braces", page="x") == "write {page: 635} or { } or {unknown}"
    assert gaps(_ENTRIES["braces"]) == {"unknown"}


def test_a_message_that_is_missing_is_a_fault_of_the_program() -> None:
    with pytest.raises(MissingMessageError):
        _ENGLISH.say("nothing")


def test_numbers_choose_the_form_and_the_digits() -> None:
    assert _ENGLISH.count("events", 1) == "1 event"
    assert _ENGLISH.count("events", 12345) == "12,345 events"
    assert _PERSIAN.count("events", 12345) == "۱۲٬۳۴۵ events"
    assert _PERSIAN.number(-2.5, 1) == "−۲٫۵"
    assert _PERSIAN.digits("1988") == "۱۹۸۸"


def test_text_is_isolated_only_where_it_would_turn_around() -> None:
    said = _PERSIAN.say("found", name="1988-07-28", place="تهران")
    assert said == f"{FSI}1988-07-28{PDI} در تهران"
    assert _ENGLISH.say("found", name="تهران", place="S31") == f"found {FSI}تهران{PDI} in S31"


def test_text_that_is_isolated_already_is_left() -> None:
    once = f"{FSI}تهران{PDI}"
    assert _ENGLISH.say("found", name=once, place="S31") == f"found {once} in S31"


def test_ratios_and_lists() -> None:
    assert _ENGLISH.ratio(12, 111) == "12 of 111"
    assert _PERSIAN.listing(["قم", "S31"]) == f"قم، {FSI}S31{PDI}"


def test_directions() -> None:
    assert (_ENGLISH.direction, _PERSIAN.direction) == ("ltr", "rtl")
