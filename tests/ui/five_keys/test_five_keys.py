"""Everything can be done with previous, next, enter, back and help; from every place there is a way on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from tests.helpers.visitor import Visit, close, exhibit, settle, visit
from viewer.commands.command import Profile
from viewer.model.ids import EventId
from viewer.model.venue import Venue
from viewer.state.selection import ClaimSelected, EventSelected, Nothing, Selection
from viewer.state.view_state import Language
from viewer.ui.five_keys.groups import links_of
from viewer.ui.keyboard.keyboard import Keyboard
from viewer.ui.kiosk.visit_frame import VisitFrame

PREVIOUS, NEXT, ENTER, BACK, HELP = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_F1,
)
MOST = 700
"""Presses after which there would be no way."""


@dataclass
class Hand:
    """A visitor with five keys, and nothing else."""

    made: Visit
    frame: VisitFrame

    def press(self, key: Qt.Key, times: int = 1) -> None:
        for _ in range(times):
            popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            window = (popup or self.frame).windowHandle()
            QTest.keyClick(window, key)
            settle()

    @property
    def held(self) -> QWidget | None:
        return QApplication.focusWidget()

    @property
    def name(self) -> str:
        held = self.held
        if isinstance(held, QAbstractButton):
            return held.accessibleName() or held.text()
        return "" if held is None else held.accessibleName()

    def within(self, pane: QWidget) -> bool:
        held = self.held
        return held is not None and pane.isAncestorOf(held)

    def selection(self) -> Selection:
        return self.made.session.state.selection

    def language(self) -> Language:
        return self.made.session.state.appearance.language

    def walk_to(self, name: str, key: Qt.Key = NEXT) -> None:
        passed: list[str] = []
        for _ in range(MOST):
            if name in self.name:
                return
            self.press(key)
            passed.append(self.name)
        raise AssertionError(f"{name} is not among {passed[-40:]}")

    def walk_to_event(self) -> int:
        """Go to the first mark that is one event, and return its index."""
        view = self.made.window.timeline
        for _ in range(MOST):
            mark = view._hovered
            if view.hasFocus() and mark >= 0 and view.frame().marks.event[mark] >= 0:
                return int(view.frame().marks.event[mark])
            self.press(NEXT)
        raise AssertionError


Take = Callable[..., Hand]


@pytest.fixture
def take(qtbot: QtBot) -> Iterator[Take]:
    hands: list[Hand] = []

    def make(language: str = "en", venue: Venue | None = None, size: tuple[int, int] = (1400, 900)) -> Hand:
        made = visit(ROOT / "data" / "iran-1988", language, Profile.KIOSK, size)
        hand = Hand(made, exhibit(made, venue))
        hand.frame.activateWindow()
        qtbot.waitUntil(hand.frame.isActiveWindow)
        made.window.time_pane().setFocus()
        hands.append(hand)
        return hand

    yield make
    for hand in hands:
        close(hand.made)
        hand.frame.close()
        hand.frame.deleteLater()
    settle()


def test_a_whole_visit(take: Take) -> None:
    hand = take()
    session = hand.made.session
    index = hand.walk_to_event()
    hand.press(ENTER)
    assert hand.selection() == EventSelected(session.edition.event_id(index))
    assert hand.within(hand.made.window.detail)

    hand.made.run("open.event", event="E020")
    hand.made.window.time_pane().setFocus()
    hand.walk_to("Read on")
    hand.press(ENTER)
    assert "E020" in session.state.revealed
    hand.walk_to("Citation 2")
    hand.press(ENTER)
    assert session.state.source is not None
    assert session.state.source.citation == "S27"

    hand.walk_to("When was the order")
    hand.press(ENTER)
    assert isinstance(hand.selection(), ClaimSelected)
    hand.press(BACK)
    assert hand.selection() == EventSelected(EventId("E020"))

    hand.walk_to("فارسی")
    hand.press(ENTER)
    assert hand.language() is Language.PERSIAN
    hand.walk_to("English")
    hand.press(ENTER)
    assert hand.language() is Language.ENGLISH

    hand.walk_to("Introduction")
    hand.press(ENTER)
    assert hand.selection() == Nothing()
    hand.walk_to("The summer of 1988")
    hand.press(ENTER)
    assert "Begin" in hand.name
    hand.press(ENTER)
    assert session.state.story is not None
    assert session.state.story.step == 0
    hand.walk_to("Next ›")
    hand.press(ENTER)
    assert session.state.story.step == 1
    hand.press(BACK)
    assert session.state.story.left
    for _ in range(MOST):
        if not session.store.history.can_go_back:
            break
        hand.press(BACK)
    assert hand.selection() == Nothing()


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("key", [NEXT, PREVIOUS])
def test_the_ring_has_no_end_and_leaves_nothing_out(take: Take, language: str, key: Qt.Key) -> None:
    hand = take(language)
    window = hand.made.window
    hand.made.run("open.event", event="E020")
    hand.made.run("open.reveal", key="E020")
    window.time_pane().setFocus()
    seen: list[QWidget | None] = []
    marks: set[int] = set()
    rounds = 0
    for _ in range(MOST):
        before = hand.held
        hand.press(key)
        seen.append(hand.held)
        if window.timeline.hasFocus():
            marks.add(window.timeline._hovered)
            rounds += before is not window.timeline
        if rounds == 2:
            break
    assert rounds == 2
    assert {id(one) for one in links_of(window.detail)} <= {id(one) for one in seen}
    assert {id(one) for one in links_of(window.source.digest)} <= {id(one) for one in seen}
    buttons = [
        one for one in window.header.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()
    ]
    assert {id(one) for one in buttons} - {id(one) for one in seen} == set()
    assert len(marks) > 5


def test_long_texts_are_read_through_and_not_jumped_over(take: Take) -> None:
    hand = take(size=(1100, 760))
    hand.walk_to("The summer of 1988")
    bar = hand.made.window.detail.verticalScrollBar()
    page = hand.made.window.detail.viewport().height()
    places = [bar.value()]
    while hand.within(hand.made.window.detail):
        hand.press(NEXT)
        places.append(bar.value())
    assert max(b - a for a, b in pairwise(places)) <= page
    assert bar.maximum() in places


def test_the_keyboard_is_worked_with_them(take: Take, qtbot: QtBot) -> None:
    hand = take()
    hand.walk_to("Search", PREVIOUS)
    hand.press(ENTER)
    keyboard = hand.frame.findChildren(Keyboard)[0]
    assert keyboard.isVisible()
    for letter in "evin":
        exact(hand, letter)
        hand.press(ENTER)
    qtbot.waitUntil(lambda: hand.made.session.state.query == "evin")
    exact(hand, "Done")
    hand.press(ENTER)
    assert keyboard.isHidden()
    assert isinstance(hand.made.session.state.selection, EventSelected)
    hand.walk_to("Search", PREVIOUS)
    hand.press(ENTER)
    hand.press(BACK)
    assert keyboard.isHidden()


def exact(hand: Hand, name: str) -> None:
    for _ in range(MOST):
        if hand.name == name:
            return
        hand.press(NEXT)
    raise AssertionError(name)


def test_help_opens_scrolls_and_closes(take: Take) -> None:
    hand = take()
    hand.press(HELP)
    assert QApplication.activeModalWidget() is not None
    hand.press(NEXT)
    hand.press(HELP)
    assert QApplication.activeModalWidget() is None
    hand.press(HELP)
    hand.press(BACK)
    assert QApplication.activeModalWidget() is None


def test_the_house_chooses_the_keys(take: Take) -> None:
    hand = take(venue=Venue(keypad={"next": "F8", "enter": "F9"}))
    window = hand.made.window
    hand.press(Qt.Key.Key_F8)
    assert window.timeline._hovered >= 0
    for _ in range(MOST):
        if hand.within(window.detail):
            break
        hand.press(Qt.Key.Key_F8)
    assert hand.within(window.detail)
    hand.press(Qt.Key.Key_F9)
    assert hand.made.session.state.selection != Nothing() or hand.made.session.state.story is not None


def test_in_the_list_they_walk_from_row_to_row(take: Take) -> None:
    hand = take()
    hand.made.run("look.list")
    hand.made.window.time_pane().setFocus()
    before = hand.made.window.listing.currentIndex().row()
    hand.press(NEXT, 3)
    assert hand.made.window.listing.currentIndex().row() == before + 3
    hand.press(ENTER)
    assert hand.within(hand.made.window.detail)


@pytest.mark.parametrize(("language", "words"), [("en", "With the five keys"), ("fa", "با پنج کلید")])
def test_the_help_of_an_exhibition_tells_them(take: Take, language: str, words: str) -> None:
    hand = take(language)
    hand.press(HELP)
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    assert words in sheet.findChildren(QTextBrowser)[0].toPlainText()
    hand.press(BACK)


def test_menus_are_worked_with_them(take: Take) -> None:
    hand = take(size=(820, 1100))
    hand.walk_to("Tracks", PREVIOUS)
    hand.press(ENTER)
    assert QApplication.activePopupWidget() is not None
    hand.press(NEXT, 2)
    hand.press(ENTER)
    tracks = list(hand.made.session.edition.library.tracks)
    assert hand.made.session.state.filters.hidden_tracks == {tracks[1]}
    hand.press(ENTER)
    hand.press(BACK)
    assert QApplication.activePopupWidget() is None
