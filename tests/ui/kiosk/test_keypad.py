"""The five keys in the life of an exhibition: they wake it, work it, and count as presence."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.exhibition import Rehearsal, settle
from viewer.app.kiosk.exhibition import Part


def press_next(held: Rehearsal) -> None:
    QTest.keyClick(held.show.shell.windowHandle(), Qt.Key.Key_Right)
    settle()


def part_of(held: Rehearsal) -> Part:
    return held.show.part


def test_each_visitor_can_work_it_and_is_not_taken_for_gone(
    exhibition: Callable[..., Rehearsal], qtbot: QtBot
) -> None:
    held = exhibition()
    held.show.shell.activateWindow()
    qtbot.waitUntil(held.show.shell.isActiveWindow)
    for _ in range(2):
        press_next(held)
        assert part_of(held) is Part.VISIT
        press_next(held)
        view = held.show.visit.frame.window_inside.timeline
        assert view._hovered >= 0
        for _ in range(5):
            held.pass_time(40)
            press_next(held)
        assert part_of(held) is Part.VISIT
        assert not held.show.countdown.isVisible()
        held.pass_time(400)
        assert part_of(held) is Part.ATTRACT
