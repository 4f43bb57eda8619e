from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from tests.helpers.visitor import Visit, close, exhibit, settle, visit
from viewer.commands.command import Profile
from viewer.state.selection import EventSelected, Nothing
from viewer.ui.keyboard.key import Key
from viewer.ui.keyboard.keyboard import Keyboard
from viewer.ui.kiosk.visit_frame import VisitFrame

ISIRI_9147 = {"ض": (1, 0), "چ": (1, 11), "ش": (2, 0), "ی": (2, 2), "گ": (2, 10), "ظ": (3, 0), "پ": (3, 6)}
"""Row and place of some letters in the standard."""


@dataclass
class Desk:
    made: Visit
    frame: VisitFrame
    keyboard: Keyboard

    @property
    def field(self) -> QLineEdit:
        return self.made.window.header.search.field

    def touch(self) -> None:
        QTest.mouseClick(self.field, Qt.MouseButton.LeftButton)
        settle()

    def key(self, name: str) -> Key:
        return next(key for key in self.keyboard.keys if name in (key.text(), key.accessibleName()))

    def press(self, *names: str) -> None:
        for name in names:
            QTest.mouseClick(self.key(name), Qt.MouseButton.LeftButton)
            settle()


Sit = Callable[..., Desk]


@pytest.fixture
def sit(qtbot: QtBot) -> Iterator[Sit]:
    desks: list[Desk] = []

    def make(language: str = "en", size: tuple[int, int] = (1280, 900), *, low_reach: bool = False) -> Desk:
        folder = ROOT / "data" / "iran-1988"
        made = visit(folder, language, Profile.KIOSK, size, text_scale=1.3, low_reach=low_reach)
        frame = exhibit(made)
        frame.activateWindow()
        qtbot.waitUntil(frame.isActiveWindow)
        desk = Desk(made, frame, frame.findChildren(Keyboard)[0])
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        close(desk.made)
        desk.frame.close()
        desk.frame.deleteLater()
    settle()


def test_it_appears_when_the_field_is_touched_and_goes_when_it_is_left(sit: Sit) -> None:
    desk = sit()
    assert desk.keyboard.isHidden()
    desk.touch()
    assert desk.keyboard.isVisible()
    desk.made.window.detail.setFocus()
    settle()
    assert desk.keyboard.isHidden()


def test_what_is_pressed_is_searched(sit: Sit, qtbot: QtBot) -> None:
    desk = sit()
    desk.touch()
    desk.press(*"nayeri")
    assert desk.field.text() == "nayeri"
    assert desk.field.hasFocus()
    qtbot.waitUntil(lambda: desk.made.session.state.query == "nayeri")
    desk.press("Delete the last letter", "i", "Done")
    assert desk.keyboard.isHidden()
    assert isinstance(desk.made.session.state.selection, EventSelected)


def test_persian_is_written_with_its_half_space(sit: Sit, qtbot: QtBot) -> None:
    desk = sit("fa")
    desk.touch()
    assert desk.keyboard.language == "fa"
    desk.press(*"زندان", "نیم‌فاصله", *"ها")
    assert desk.field.text() == "زندان\u200cها"
    qtbot.waitUntil(lambda: len(desk.made.session.hits()) > 0)


def test_each_script_is_a_key_away_and_has_its_own_digits(sit: Sit) -> None:
    desk = sit("fa")
    desk.touch()
    desk.press("۱", "English", "1", "a", "فارسی", "ا")
    assert desk.field.text() == "۱1aا"


def test_letters_of_the_second_level_are_behind_one_key(sit: Sit) -> None:
    desk = sit("fa")
    desk.touch()
    desk.press("حرف‌های دیگر", "ژ", "ا", "حرف‌های دیگر", "آ")
    assert desk.field.text() == "ژاآ"


def test_persian_letters_stand_where_the_standard_puts_them(sit: Sit) -> None:
    desk = sit("fa")
    desk.touch()
    placed = [(key.text(), key.mapTo(desk.keyboard, QPoint(0, 0))) for key in desk.keyboard.keys]
    spots = dict(placed)
    heights = sorted({spot.y() for _, spot in placed})
    for letter, (row, place) in ISIRI_9147.items():
        assert heights.index(spots[letter].y()) == row
        beside = sorted(spot.x() for _, spot in placed if spot.y() == spots[letter].y())
        assert beside.index(spots[letter].x()) == place + (1 if row == 3 else 0)


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("low_reach", [False, True])
def test_keys_are_large_and_cover_nothing(
    sit: Sit, language: str, size: tuple[int, int], low_reach: bool
) -> None:
    desk = sit(language, size, low_reach=low_reach)
    desk.touch()
    assert [key.text() for key in desk.keyboard.keys if key.width() < 44 or key.height() < 44] == []
    high = [key.height() for key in desk.keyboard.keys]
    assert max(high) - min(high) <= 1, "rows alike, whatever is written on their keys"
    top = desk.keyboard.mapTo(desk.frame, QPoint(0, 0)).y()
    field = desk.field.mapTo(desk.frame, QPoint(0, 0)).y()
    assert field + desk.field.height() <= top
    assert top + desk.keyboard.height() <= desk.frame.height()
    assert desk.field.isVisible()


def test_a_search_without_hits_changes_nothing(sit: Sit) -> None:
    desk = sit()
    desk.touch()
    desk.press(*"qqqq", "Done")
    assert desk.made.session.state.selection == Nothing()
