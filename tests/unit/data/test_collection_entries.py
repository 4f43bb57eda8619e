"""Every entry that the collection promises is there, under the id by which others may already cite it."""

import pytest

from viewer.loading.collection_files import Read
from viewer.model.collection import Collection, Library

PEOPLE = """
p-khomeini p-montazeri p-nayeri p-eshraghi p-raisi p-pourmohammadi p-shoshtari p-khamenei p-rafsanjani
p-mousavi p-ardebili p-ahmad-khomeini p-ahmad-montazeri p-mahallati p-fallahian p-avaei p-lajevardi
p-moghiseh p-nouri p-galindo-pohl p-wako p-jahangir p-rehman p-sato p-callamard p-balde p-guterres
p-robertson p-kriegler p-akhavan p-copithorne p-zander p-lindhoff-carleson p-mesdaghi p-massoud-rajavi
p-maryam-rajavi p-abrahamian p-sadr p-boroumand p-akbari-monfared p-banisadr p-beheshti p-ejei p-dewar
p-terzi
"""
GROUPS = """
g-pmoi g-nla g-ncri g-tudeh g-fadaiyan g-left-other g-kdpi g-panels g-mois g-irgc g-families g-bahai g-ai
g-hrw g-abc g-ihrdc g-jfi g-jvmi g-iran-tribunal g-un-chr g-unga g-wgeid g-special-procedures
g-stockholm-dc g-svea g-crd g-ep g-canada g-gov-iran
"""
PLACES = """
pl-tehran pl-evin pl-gohardasht pl-qezelhesar pl-karaj pl-khavaran pl-behesht-zahra pl-qom pl-mashhad
pl-vakilabad pl-behesht-reza pl-kermanshah pl-islamabad pl-kerend pl-sarpol pl-kangavar pl-shiraz pl-anzali
pl-rasht pl-ahvaz pl-dezful pl-tabriz pl-sanandaj pl-qorveh pl-ilam pl-iran pl-iraq pl-new-york
pl-new-haven pl-geneva pl-london pl-the-hague pl-stockholm pl-durres pl-muscat pl-rome pl-ottawa
pl-gwangju pl-brussels pl-washington pl-vienna
"""
NEVER_GIVEN = {"S21", "S98"}
ANSWERS = {
    "C01": 22,
    "C02": 6,
    "C03": 5,
    "C04": 9,
    "C05": 6,
    "C06": 3,
    "C07": 6,
    "C08": 4,
    "C09": 5,
    "C10": 5,
    "C11": 4,
    "C12": 8,
    "C13": 7,
    "C14": 5,
    "C15": 4,
    "C16": 3,
    "C17": 4,
    "C18": 5,
}


def test_the_check_finds_no_error(reading: Read) -> None:
    assert [problem for problem in reading.problems if problem.severity.value == "error"] == []


def test_what_the_check_warns_of_is_known(reading: Read) -> None:
    codes = {problem.code for problem in reading.problems}
    assert codes <= {"answer-without-citation", "statement-without-citation", "unused-sources"}


def test_the_counts_are_those_promised(reading: Read) -> None:
    promised = {
        "events": 111,
        "sources": 109,
        "claims": 18,
        "answers": 111,
        "people": 45,
        "groups": 29,
        "places": 41,
        "glossary": 34,
        "stories": 2,
    }
    assert {kind: reading.counts[kind] for kind in promised} == promised


def test_every_event_keeps_its_id(collection: Collection) -> None:
    assert set(collection.events) == {f"E{number:03}" for number in range(1, 112)}


def test_every_source_keeps_its_id(library: Library) -> None:
    given = {f"S{number:02}" for number in range(1, 112)} - NEVER_GIVEN
    assert set(library.sources) == given


def test_every_question_has_all_its_answers(library: Library) -> None:
    assert {claim.id: len(claim.answers) for claim in library.claims.values()} == ANSWERS


@pytest.mark.parametrize(("kind", "ids"), [("people", PEOPLE), ("groups", GROUPS), ("places", PLACES)])
def test_everyone_and_every_place_keeps_its_id(library: Library, kind: str, ids: str) -> None:
    assert set(getattr(library, kind)) == set(ids.split())


def test_the_eight_tracks_carry_every_category_in_use(collection: Collection) -> None:
    library = collection.library
    assert len(library.tracks) == 8
    assert {event.category for event in collection.events.values()} == set(library.categories)


def test_about_a_dozen_events_tell_the_story(collection: Collection) -> None:
    foremost = {event.id for event in collection.events.values() if event.importance == 1}
    assert 10 <= len(foremost) <= 14
    assert {"E020", "E033", "E045", "E099"} <= foremost


def test_the_first_view_is_the_summer_of_1988(library: Library) -> None:
    assert library.about.start_view == "1988-07/1988-10"


def test_the_two_men_of_similar_name_are_kept_apart(library: Library) -> None:
    by_id = {str(person.id): person for person in library.people.values()}
    nayeri = {variant.text for variant in by_id["p-nayeri"].variants}
    nouri = {variant.text for variant in by_id["p-nouri"].variants}
    assert "Hussein Ali Nouri" in nayeri
    assert not nayeri & nouri
