from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.helpers.canary import write_canary
from tests.helpers.visitor import Visit, close, settle, visit
from viewer.commands.commander import CommandError
from viewer.model.ids import EventId, PassageId, SourceId, StoryId
from viewer.state.selection import EventSelected, OpenSource
from viewer.state.view_state import StoryPlace
from viewer.ui.stories.bar import StoryBar

TALE = StoryId("tale")
Open = Callable[..., Visit]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    visits: list[Visit] = []

    def make(language: str = "en", **look: Any) -> Visit:
        made = visit(write_canary(tmp_path), language, **look)
        made.window.activateWindow()
        qtbot.waitUntil(made.window.isActiveWindow)
        visits.append(made)
        return made

    yield make
    for made in visits:
        close(made)


def bar(made: Visit) -> StoryBar:
    return made.window.story


def moving(made: Visit) -> bool:
    return made.window.timeline.motion.moving


def press(button: QAbstractButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def link(made: Visit, label: str) -> QAbstractButton:
    links = bar(made).text.column.links()
    return next(one for one in links if label in one.text() + one.accessibleName())


def told(made: Visit) -> Visit:
    made.run("story.start", story="tale")
    press(link(made, "Begin"))
    return made


def test_without_a_story_there_is_no_bar(opened: Open) -> None:
    assert bar(opened()).isHidden()


def test_a_tour_names_what_it_holds_before_its_first_step(opened: Open) -> None:
    made = opened()
    before = made.session.state
    made.run("story.start", story="tale")
    words = bar(made).text.page
    assert words is not None
    assert made.session.state.selection == before.selection
    assert made.session.state.visible == before.visible
    begin, skip = link(made, "Begin"), link(made, "Not now")
    assert begin.size() == skip.size()
    press(skip)
    assert bar(made).isHidden()


def test_a_step_shows_its_event_its_time_and_its_source(opened: Open) -> None:
    made = told(opened())
    state = made.session.state
    assert state.story == StoryPlace(TALE, 0)
    assert state.selection == EventSelected(EventId("E2"))
    assert state.source == OpenSource(SourceId("S1"), PassageId("p2"), "S1")
    press(bar(made).next)
    assert made.session.state.story == StoryPlace(TALE, 1)
    assert made.session.state.selection == EventSelected(EventId("E1"))
    press(bar(made).previous)
    assert made.session.state.story == StoryPlace(TALE, 0)


def test_citations_of_a_step_lead_to_the_source(opened: Open) -> None:
    made = told(opened())
    made.run("open.no-source")
    press(link(made, "Source 1: A report"))
    assert made.session.state.source == OpenSource(SourceId("S1"))


def test_time_goes_on_by_itself_and_stops_at_the_last_step(opened: Open) -> None:
    made = told(opened())
    clock = bar(made).teller.clock
    assert clock.running
    clock.begin(0.1)
    QTest.qWait(150)
    clock.tick()
    assert made.session.state.story == StoryPlace(TALE, 1)
    clock.begin(0.1)
    QTest.qWait(150)
    clock.tick()
    assert made.session.state.story == StoryPlace(TALE, 1, playing=False)
    press(bar(made).next)
    assert made.session.state.story is None


def test_a_press_in_a_pane_holds_the_tour_and_going_on_returns(opened: Open) -> None:
    made = told(opened())
    view = made.session.state.visible
    QTest.mouseClick(made.window.detail.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    settle()
    assert made.session.state.story == StoryPlace(TALE, 0, playing=False)
    assert not bar(made).teller.clock.running
    made.run("open.event", event="E1")
    made.run("time.fit-all")
    press(bar(made).pause)
    assert made.session.state.story == StoryPlace(TALE, 0)
    assert made.session.state.visible == view
    assert made.session.state.selection == EventSelected(EventId("E2"))


@pytest.mark.parametrize("command", ["time.zoom-in", "open.introduction", "look.list"])
def test_whatever_else_changes_what_is_seen_holds_it(opened: Open, command: str) -> None:
    made = told(opened())
    made.run(command)
    assert made.session.state.story == StoryPlace(TALE, 0, playing=False)


@pytest.mark.parametrize("command", ["look.other-language", "look.larger", "look.next-theme"])
def test_how_things_look_does_not(opened: Open, command: str) -> None:
    made = told(opened())
    made.run(command)
    assert made.session.state.story == StoryPlace(TALE, 0)
    assert bar(made).teller.clock.running


def test_it_is_left_and_taken_up_again(opened: Open) -> None:
    made = told(opened())
    press(bar(made).next)
    press(bar(made).leave)
    assert made.session.state.story == StoryPlace(TALE, 1, playing=False, left=True)
    assert bar(made).text.isHidden()
    made.run("open.person", person="p-one")
    with pytest.raises(CommandError):
        made.run("story.next")
    press(bar(made).pause)
    assert made.session.state.story == StoryPlace(TALE, 1)
    press(bar(made).leave)
    press(bar(made).end)
    assert made.session.state.story is None


def test_hiding_sensitive_texts_again_hides_the_step_too(opened: Open) -> None:
    made = told(opened())
    made.run("open.conceal-all")
    assert not bar(made).teller.clock.running
    assert "quetzalcoatlus" not in str(bar(made).text.page)
    press(link(made, "Begin"))
    assert made.session.state.story == StoryPlace(TALE, 0)


def test_it_glides_from_view_to_view(opened: Open) -> None:
    made = told(opened(reduced_motion=False))
    QTest.qWait(300)
    start = made.session.state.visible
    press(bar(made).next)
    assert moving(made)
    QTest.qWait(400)
    end = made.session.state.visible
    assert end.length < start.length
    assert made.session.state.story == StoryPlace(TALE, 1)
    made.run("look.reduced-motion")
    press(bar(made).previous)
    assert not moving(made)
    assert made.session.state.visible == start
