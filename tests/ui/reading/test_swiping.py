"""A swipe scrolls every area, the first and the last of a long day, and none leaves anything behind."""

import gc
from functools import cache

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from viewer.ui.touch.swiping import let_swipe


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    """A page much higher than its window."""
    made = QScrollArea()
    qtbot.addWidget(made)
    page = QLabel("long")
    page.resize(300, 4000)
    made.setWidget(page)
    made.resize(320, 400)
    let_swipe(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@cache
def touch_screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def swipe_up(area: QScrollArea) -> None:
    view, device = area.viewport(), touch_screen()
    QTest.touchEvent(view, device).press(1, QPoint(150, 380), view).commit()
    for y in range(360, 20, -20):
        QTest.touchEvent(view, device).move(1, QPoint(150, y), view).commit()
        QTest.qWait(5)
    QTest.touchEvent(view, device).release(1, QPoint(150, 20), view).commit()
    QApplication.processEvents()


def kinds_of_gesture() -> int:
    gc.collect()
    return sum(isinstance(one, Qt.GestureType) for one in gc.get_objects())


def test_a_swipe_scrolls(area: QScrollArea) -> None:
    swipe_up(area)
    assert area.verticalScrollBar().value() > 100


def test_a_swipe_scrolls_an_area_made_after_many_that_are_gone(area: QScrollArea) -> None:
    for _ in range(5):
        gone = QScrollArea()
        let_swipe(gone)
        gone.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    swipe_up(area)
    assert area.verticalScrollBar().value() > 100


def test_no_area_leaves_a_kind_of_gesture_behind(area: QScrollArea) -> None:
    before = kinds_of_gesture()
    for _ in range(3):
        let_swipe(QScrollArea(area))
    assert kinds_of_gesture() == before
