"""Nothing behind a content warning comes out anywhere before the reader agrees."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.canary import CANARY, write_canary
from tests.helpers.visitor import Visit, close, settle, visit
from tests.ui.warnings.sinks import PICTURES, SINKS, drawn
from viewer.commands.command import Profile
from viewer.model.ids import EventId, WarningKind
from viewer.model.raised_edition import RaisedEdition
from viewer.model.venue import RaisedWarning
from viewer.state.pages.blocks import WarningGate
from viewer.state.pages.plain_text import page_to_text
from viewer.state.pages.reader import Reader
from viewer.state.pages.selected import detail_page
from viewer.state.selection import EventSelected

Commands = tuple[tuple[str, dict[str, object]], ...]
Open = Callable[..., Visit]

PLACES: dict[str, Commands] = {
    "first view": (),
    "sensitive event": (("open.event", {"event": "E2"}),),
    "event in the tray": (("open.event", {"event": "E3"}),),
    "sensitive passage": (("open.source", {"source": "S1", "passage": "p2"}),),
    "document": (("open.source", {"source": "S1", "passage": "p2"}), ("document.open", {"document": 0})),
    "sensitive question": (("open.claim", {"claim": "C2"}),),
    "sensitive answer": (("open.claim", {"claim": "C2", "answer": "C2-1"}),),
    "person": (("open.person", {"person": "p-one"}),),
    "place": (("open.place", {"place": "pl-one"}),),
    "event beside a sensitive one": (("open.event", {"event": "E1"}),),
    "list": (("look.list", {}), ("open.event", {"event": "E2"})),
    "tour on offer": (("story.start", {"story": "tale"}),),
}
"""Where a reader may stand without having agreed to anything."""

CONSENTS: dict[str, tuple[str, Commands, str]] = {
    "event": ("sensitive event", (("open.reveal", {"key": "E2"}),), "text of the detail page"),
    "kind": ("sensitive event", (("open.reveal", {"key": "*execution"}),), "text of the detail page"),
    "speech": ("sensitive event", (("open.reveal", {"key": "E2"}),), "speech"),
    "widgets": (
        "sensitive event",
        (("open.reveal", {"key": "E2"}),),
        "texts, names and tips of every widget",
    ),
    "beside": ("sensitive event", (("open.reveal", {"key": "E2"}),), "text of the source page"),
    "passage": ("sensitive passage", (("open.reveal", {"key": "S1"}),), "text of the source page"),
    "question": ("sensitive question", (("open.reveal", {"key": "C2"}),), "text of the detail page"),
    "answer cited": ("sensitive answer", (("open.reveal", {"key": "C2"}),), "citations"),
    "answer copied": ("sensitive answer", (("open.reveal", {"key": "C2"}),), "clipboard and cited view"),
    "role": ("person", (("open.reveal", {"key": "E2"}),), "text of the detail page"),
    "tour": ("tour on offer", (("story.begin", {}),), "text of the tour"),
    "event of the tour": ("tour on offer", (("story.begin", {}),), "text of the detail page"),
}
"""Where a reader stands, how they agree, and a sink in which the text then comes out."""


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    visits: list[Visit] = []

    def make(word: str = CANARY, language: str = "en", profile: Profile = Profile.DESKTOP) -> Visit:
        made = visit(write_canary(tmp_path / word, word), language, profile)
        visits.append(made)
        return made

    del qtbot
    yield make
    for made in visits:
        close(made)


def go(made: Visit, commands: Commands) -> None:
    for name, arguments in commands:
        made.run(name, **arguments)
    settle()


def leaks(made: Visit) -> list[str]:
    return [name for name, read in SINKS.items() if CANARY in read(made).lower()]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("language", ["en", "fa"])
def test_nothing_comes_out_before_the_reader_agrees(opened: Open, place: str, language: str) -> None:
    made = opened(language=language)
    go(made, PLACES[place])
    assert leaks(made) == []


@pytest.mark.parametrize("place", ["sensitive event", "sensitive question", "sensitive passage"])
def test_nothing_comes_out_in_an_exhibition_either(opened: Open, place: str) -> None:
    made = opened(profile=Profile.KIOSK)
    go(made, PLACES[place])
    names = [name for name in SINKS if name != "clipboard and cited view"]
    assert [name for name in names if CANARY in SINKS[name](made).lower()] == []


@pytest.mark.parametrize("consent", CONSENTS)
def test_what_the_reader_agreed_to_shows(opened: Open, consent: str) -> None:
    place, commands, sink = CONSENTS[consent]
    made = opened()
    go(made, PLACES[place])
    assert CANARY not in SINKS[sink](made).lower()
    go(made, commands)
    assert CANARY in SINKS[sink](made).lower()


@pytest.mark.parametrize("suffix", PICTURES)
def test_pictures_are_the_same_whatever_stands_behind_a_warning(opened: Open, suffix: str) -> None:
    pictures = {}
    for word in (CANARY, "w" * 40):
        made = opened(word)
        for place in ("sensitive event", "sensitive question", "tour on offer"):
            go(made, PLACES[place])
            pictures[word, place] = drawn(made, suffix)
        go(made, (("story.end", {}), *PLACES["sensitive event"], ("open.reveal", {"key": "E2"})))
        pictures[word, "told"] = drawn(made, suffix)
    same = {place for word, place in pictures if pictures[CANARY, place] == pictures["w" * 40, place]}
    assert same == {"sensitive event", "sensitive question", "tour on offer"}


def test_one_kind_alone_does_not_open_a_text_that_holds_two(opened: Open) -> None:
    made = opened()
    go(made, (*PLACES["event in the tray"], ("open.reveal", {"key": "*execution"})))
    text = SINKS["text of the detail page"](made)
    assert CANARY not in text
    assert "Torture" in text
    go(made, (("open.reveal", {"key": "*torture"}),))
    assert CANARY in SINKS["text of the detail page"](made)


@pytest.mark.parametrize("consent", [name for name in CONSENTS if "tour" not in name])
def test_what_was_shown_can_be_hidden_again(opened: Open, consent: str) -> None:
    place, commands, sink = CONSENTS[consent]
    made = opened()
    go(made, (*PLACES[place], *commands, ("open.conceal-all", {})))
    assert CANARY not in SINKS[sink](made).lower()


def test_a_house_that_asks_for_each_text_never_asks_for_a_kind(opened: Open) -> None:
    made = opened()
    edition = RaisedEdition(made.session.edition, (), always_ask=True)
    state = replace(made.session.state, selection=EventSelected(EventId("E2")))
    page = detail_page(Reader(edition, made.session.catalogue, state))
    (gate,) = [block for block in page.blocks if isinstance(block, WarningGate)]
    assert gate.always == ()
    everything = replace(state, revealed=frozenset({"*execution", "*torture"}))
    assert CANARY not in page_to_text(detail_page(Reader(edition, made.session.catalogue, everything)))
    this = replace(state, revealed=frozenset({"E2"}))
    assert CANARY in page_to_text(detail_page(Reader(edition, made.session.catalogue, this)))


def test_a_house_can_raise_warnings_and_take_none_away(opened: Open) -> None:
    made = opened()
    rule = RaisedWarning(WarningKind("torture"), events=(EventId("E1"), EventId("E2")))
    edition = RaisedEdition(made.session.edition, (rule,))
    kinds = {str(edition.event(n).id): set(edition.event(n).warnings) for n in range(3)}
    assert kinds == {"E1": {"torture"}, "E2": {"execution", "torture"}, "E3": {"execution", "torture"}}
    state = replace(made.session.state, selection=EventSelected(EventId("E1")))
    text = page_to_text(detail_page(Reader(edition, made.session.catalogue, state)))
    assert "Something was ordered" not in text
    assert "Torture" in text
