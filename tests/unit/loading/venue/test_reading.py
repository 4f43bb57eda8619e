import re
from pathlib import Path

import pytest

from viewer.app.kiosk.house import HouseError, open_house, venue_problems
from viewer.base import atomic
from viewer.base.bidi import strip_controls
from viewer.base.messages import gaps
from viewer.base.resources import resource_path
from viewer.loading.catalogue import load_catalogue
from viewer.loading.problem_text import problem_line
from viewer.loading.venue.reading import read_venue
from viewer.loading.venue.recognising import is_venue_file
from viewer.loading.venue.shape import VENUE
from viewer.model.columns import Flag
from viewer.model.ids import EventId, WarningKind
from viewer.model.venue import Opening, Venue

EXAMPLE = resource_path("venue.example.yaml")
PIN = f"scrypt:14:{'0' * 32}:{'f' * 64}"


def venue_file(folder: Path, text: str) -> Path:
    path = folder / "venue.yaml"
    path.write_text(f"venue: 1\n{text}", encoding="utf-8")
    return path


def lines(path: Path, language: str = "en") -> list[str]:
    catalogue = load_catalogue(language)
    return [strip_controls(problem_line(problem, catalogue)) for problem in venue_problems(path)]


def test_the_example_is_sound_and_so_is_all_that_it_only_mentions(tmp_path: Path) -> None:
    assert is_venue_file(EXAMPLE)
    assert lines(EXAMPLE) == []
    settings = "|".join(set(VENUE.fields) - {"collection"})
    uncommented = re.sub(
        rf"^# ({settings}): ", r"\1: ", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert set(VENUE.fields) - {"collection"} == set(re.findall(r"^([a-z-]+):", uncommented, re.MULTILINE))
    whole = tmp_path / "venue.yaml"
    whole.write_text(uncommented, encoding="utf-8")
    assert lines(whole) == []


def test_an_empty_venue_is_that_of_a_first_start(tmp_path: Path) -> None:
    read = read_venue(venue_file(tmp_path, ""))
    assert read.problems == ()
    assert read.venue == Venue()
    assert Venue().first_language == "en"


def test_everything_is_read(tmp_path: Path) -> None:
    text = f"""\
collection: ../things
languages: [fa, en]
start: {{view: 1988-07/1988-09, event: E020, story: s}}
idle: {{after: 60, countdown: 15, story: 200}}
attract: {{texts: [متن], headline: 20}}
text-size: 150
theme: contrast
time: left-to-right
reduced-motion: true
warnings: {{always-ask: true, extra: [{{kind: bodies, label: Bodies, events: [E1], categories: [c]}}]}}
hours: {{sunday: closed, friday: 10:00-18:30}}
exit-pin: {PIN}
keypad: {{previous: F1, next: F2, enter: Return, back: Esc, help: Help}}
screens: {{timeline: 2, source: 1}}
counts: counts.csv
"""
    read = read_venue(venue_file(tmp_path, text))
    assert read.problems == ()
    venue = read.venue
    assert venue is not None
    assert venue.collection == tmp_path.absolute() / "../things"
    assert (venue.first_language, venue.text_size, venue.theme, venue.time) == (
        "fa",
        150,
        "contrast",
        "left-to-right",
    )
    assert venue.attract.texts[0].values == {"fa": "متن"}
    assert (venue.idle.after, venue.idle.countdown, venue.idle.story) == (60, 15, 200)
    assert venue.hours.days[4] == Opening(600, 1110)
    assert venue.hours.days[6] is None
    assert venue.exit_pin is not None
    assert dict(venue.keypad)["help"] == "Help"
    assert dict(venue.screens) == {"timeline": 2, "source": 1}
    assert venue.counts == tmp_path.absolute() / "counts.csv"
    assert venue.warnings.always_ask
    assert venue.warnings.extra[0].kind == "bodies"


WRONG = {
    "colection: x": "2:1: “colection” is not a known key here; did you mean “collection”?",
    "languages: [en, fr]": "2:17: “fr” is not one of the known words: en, fa",
    "languages: [en]\nlanguage: fa": (
        "3:11: “fa” is not among the languages offered (en); add it there or choose another"
    ),
    "idle: {after: 2}": "2:15: 2 is out of range; it must be from 5 to 3600",
    "text-size: 90": "2:12: 90 is out of range; it must be from 100 to 200",
    "theme: drak": "2:8: “drak” is not a known word here; did you mean “dark”?",
    "hours: {monday: 9-17}": (
        "2:17: “9-17” are no opening hours; write “closed” or two times such as 10:00-18:00"
    ),
    "exit-pin: 1234": "2:11: this is no hashed PIN; run “sanad pin” and paste the line it prints",
    "keypad: {next: Rigth}": "2:16: “Rigth” is not a known word here; did you mean “Right”?",
    "keypad: {next: F1, back: F1}": (
        "2:26: “F1” was given before, in line 2, column 16; each needs a name of its own"
    ),
    "start: {view: 1988-13}": "2:20: the date “1988-13” cannot be read: there is no month or season 13",
    "start: {story: sumer-1988}": "2:16: there is no story “sumer-1988”; did you mean “summer-1988”?",
    "start: {event: E0200}": "2:16: there is no event “E0200”; did you mean “E020”?",
    "attract: {events: [E001, E020]}": (
        "2:26: event “E020” carries a content warning, so its headline cannot pass over the screen unasked; "
        "choose another"
    ),
    "warnings: {extra: [{kind: foo}]}": (
        "2:27: there is no kind of content warning “foo”; add it in collection.yaml or correct the id"
    ),
    "warnings: {remove: [execution]}": "2:12: “remove” is not a known key here; known are: always-ask, extra",
    "collection: nowhere": "2:13: the collection “nowhere” cannot be opened; check the path",
}


@pytest.mark.parametrize("text", WRONG)
def test_everything_wrong_is_told_with_its_place(text: str, tmp_path: Path) -> None:
    path = venue_file(tmp_path, text + "\n")
    found = [line.replace(str(tmp_path) + "/", "") for line in lines(path)]
    assert len(found) == 1
    assert found[0].startswith(f"venue.yaml:{WRONG[text]}")
    (persian,) = lines(path, "fa")
    assert not gaps(persian)
    assert any("آ" <= letter <= "ی" for letter in persian)


def test_a_collection_is_no_venue(bundled_collection: Path) -> None:
    assert not is_venue_file(bundled_collection)
    assert not is_venue_file(bundled_collection / "collection.yaml")


def test_warnings_are_raised_and_never_removed(tmp_path: Path) -> None:
    plain = open_house(venue_file(tmp_path, "")).edition
    extra = "{kind: noise, label: Noise, events: [E001]}, {kind: execution, events: [E003]}"
    text = f"warnings: {{extra: [{extra}]}}\n"
    raised = open_house(venue_file(tmp_path, text)).edition
    calm = raised.index_of(EventId("E001"))
    assert calm is not None
    assert plain.event(calm).warnings == ()
    assert raised.event(calm).warnings == ("noise",)
    assert int(raised.columns.flags[calm]) & Flag.SENSITIVE
    assert calm in raised.links["warnings"].of("noise")
    assert raised.library.about.warning_labels[WarningKind("noise")].pick("en").text == "Noise"
    for index in range(len(plain.columns)):
        assert set(plain.event(index).warnings) <= set(raised.event(index).warnings)


def test_a_raised_warning_keeps_an_event_from_being_a_headline(tmp_path: Path) -> None:
    text = "attract: {events: [E001]}\nwarnings: {extra: [{kind: n, label: N, events: [E001]}]}\n"
    assert "carries a content warning" in lines(venue_file(tmp_path, text))[0]


def test_the_last_sound_file_stands_in_for_a_broken_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SANAD_HOME", str(tmp_path / "home"))
    path = venue_file(tmp_path, "text-size: 150\n")
    assert open_house(path).problems == ()
    venue_file(tmp_path, "text-size: large\n")
    house = open_house(path)
    assert house.venue.text_size == 150
    assert [problem.line for problem in house.problems] == [2]


def test_without_one_the_problems_are_all_there_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANAD_HOME", str(tmp_path / "home"))
    with pytest.raises(HouseError) as told:
        open_house(venue_file(tmp_path, "text-size: large\n"))
    assert [problem.code for problem in told.value.problems] == ["not-whole"]
    assert not (tmp_path / "home").exists() or not list((tmp_path / "home").glob("venue-*"))


def test_without_traces_a_sound_file_counts_but_no_copy_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SANAD_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(atomic._Traces, "refused", True)
    path = venue_file(tmp_path, "text-size: 150\n")
    assert open_house(path).venue.text_size == 150
    assert not (tmp_path / "home").exists()
    venue_file(tmp_path, "text-size: large\n")
    with pytest.raises(HouseError):
        open_house(path)
