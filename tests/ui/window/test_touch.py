"""In an exhibition, fingers find everything."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from tests.helpers.visitor import Visit, close, settle, visit
from viewer.commands.command import Profile
from viewer.model.ids import EventId
from viewer.state.selection import EventSelected
from viewer.ui.reading.spot import Spot
from viewer.ui.touch.long_press import LongPress

LEAST = 44
Open = Callable[..., Visit]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    visits: list[Visit] = []

    def make(language: str = "en", size: tuple[int, int] = (1280, 900), scale: float = 1.3) -> Visit:
        folder = ROOT / "data" / "iran-1988"
        made = visit(folder, language, Profile.KIOSK, size, text_scale=scale)
        visits.append(made)
        return made

    del qtbot
    yield make
    for made in visits:
        close(made)


def page_of(made: Visit) -> QWidget:
    page = made.window.detail.widget()
    assert page is not None
    return page


def press_at(page: QWidget, spot: QPoint) -> None:
    found = page.childAt(spot)
    target = page if found is None else found
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(page, spot))
    settle()


def pressed_things(made: Visit) -> list[QWidget]:
    kinds: tuple[type[QWidget], ...] = (QAbstractButton, QLineEdit)
    return [one for kind in kinds for one in made.window.findChildren(kind) if one.isVisible()]


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("language", ["en", "fa"])
def test_targets_are_large_enough(opened: Open, language: str, scale: float, size: tuple[int, int]) -> None:
    made = opened(language, size, scale)
    steps: tuple[tuple[str, dict[str, str]], ...] = (
        ("open.event", {"event": "E020"}),
        ("story.start", {"story": "summer-1988"}),
        ("story.begin", {}),
    )
    for step, arguments in steps:
        made.run(step, **arguments)
        things = [one for one in pressed_things(made) if not isinstance(one, Spot)]
        assert len(things) >= 12
        small = [(type(one).__name__, one.accessibleName(), one.size()) for one in things]
        assert [one for one in small if one[2].height() < LEAST or one[2].width() < LEAST] == []


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_tour_has_the_room_of_the_filters(opened: Open, language: str) -> None:
    made = opened(language, (1920, 1080))
    assert made.window.filters.isVisible()
    made.run("story.start", story="summer-1988")
    made.run("story.begin")
    assert not made.window.filters.isVisible()
    plot = made.window.timeline.frame().plot
    assert plot.height >= 6 * made.window.timeline.frame().lane
    made.run("story.leave")
    assert made.window.filters.isVisible()


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1280, 900)])
def test_the_keys_of_time_stand_in_one_place(opened: Open, language: str, size: tuple[int, int]) -> None:
    made = opened(language, size)
    places = [bar.times for bar in (made.window.header, made.window.filters) if bar.times]
    assert [keys.isVisible() for keys in places] == [size[0] == 1920, size[0] != 1920]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_tracks_and_filters_share_one_row_of_a_wide_screen(opened: Open, language: str) -> None:
    made = opened(language, (1920, 1080))
    bar = made.window.filters
    parts = [*bar._chips.values(), bar.all_filters, bar.layout_switch]
    assert all(part.isVisible() for part in parts)
    middles = {part.mapTo(bar, part.rect().center()).y() for part in parts}
    assert max(middles) - min(middles) <= 1


def test_on_a_small_screen_tracks_are_in_a_menu_and_a_search_has_room(opened: Open) -> None:
    made = opened("en", (1280, 800))
    bar = made.window.filters
    assert bar.tracks.isVisible()
    assert not any(chip.isVisible() for chip in bar._chips.values())
    assert bar.count.isVisible()
    made.run("find.search", query="order")
    assert made.window.header.search.field.width() > 200


def test_a_press_beside_a_small_citation_finds_it(opened: Open) -> None:
    made = opened()
    made.run("open.event", event="E001")
    made.run("open.no-source")
    chip = next(one for one in made.window.detail.column.links() if "Citation 1" in one.accessibleName())
    page = page_of(made)
    middle = chip.mapTo(page, chip.rect().center())
    beside = middle + QPoint(0, chip.height() // 2 + 4)
    press_at(page, beside)
    assert made.session.state.source is not None


def test_a_press_far_from_any_link_does_nothing(opened: Open) -> None:
    made = opened()
    made.run("open.event", event="E001")
    before = made.session.state
    page = page_of(made)
    press_at(page, QPoint(page.width() - 40, 250))
    assert made.session.state == before


def test_both_languages_are_offered_in_their_own_script_at_any_width(opened: Open) -> None:
    made = opened(size=(760, 1200))
    shown = {one.text() for one in pressed_things(made) if isinstance(one, QAbstractButton)}
    assert {"English", "فارسی"} <= shown


def test_the_controls_move_within_reach(opened: Open) -> None:
    made = opened()
    header, panes = made.window.header, made.window.panes
    assert header.y() < panes.y()
    reach = next(one for one in header.findChildren(QAbstractButton) if "foot" in one.accessibleName())
    QTest.mouseClick(reach, Qt.MouseButton.LeftButton)
    settle()
    assert header.y() > panes.y() + panes.height() - 1


def test_buttons_do_what_keys_and_wheels_do(opened: Open) -> None:
    made = opened()
    before = made.session.state.visible
    keys = {one.accessibleName() or one.text(): one for one in made.window.findChildren(QAbstractButton)}
    QTest.mouseClick(keys["Nearer: show less time"], Qt.MouseButton.LeftButton)
    assert made.session.state.visible.length < before.length
    QTest.mouseClick(keys["Later"], Qt.MouseButton.LeftButton)
    assert made.session.state.visible.start > before.start
    made.run("open.event", event="E020")
    QTest.mouseClick(keys["‹ Back"], Qt.MouseButton.LeftButton)
    assert made.session.state.selection != EventSelected(EventId("E020"))


def test_a_resting_finger_shows_the_tip_and_presses_nothing(opened: Open, qtbot: QtBot) -> None:
    made = opened()
    LongPress(made.window)
    before = made.session.state
    button = next(
        one for one in made.window.header.findChildren(QAbstractButton) if "foot" in one.accessibleName()
    )
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(QToolTip.isVisible, timeout=5000)
    assert "foot" in QToolTip.text()
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert made.session.state == before
    QToolTip.hideText()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert made.session.state.appearance.low_reach
