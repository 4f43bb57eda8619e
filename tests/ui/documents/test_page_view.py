"""A page is moved, turned and zoomed with every hand: keys, wheel, mouse and two fingers."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.documents.conftest import Desk, Sit
from viewer.loading.documents.pdf import Box
from viewer.state.view_state import Theme
from viewer.ui.documents.page_view import FAR, LEAST, MOST, PageView
from viewer.ui.reading.kit import Look
from viewer.ui.theme.colours import colours
from viewer.ui.theme.typography import sizes

KEY = Qt.Key


@pytest.fixture
def page(qtbot: QtBot) -> PageView:
    view = PageView(Look(colours(Theme.LIGHT), sizes(1.0), "en"))
    qtbot.addWidget(view)
    view.resize(400, 300)
    with qtbot.waitExposed(view):
        view.show()
    view.show_page(1.5)
    view.set_picture(QImage(384, 576, QImage.Format.Format_RGB32))
    return view


def test_a_page_fits_the_width_at_first(page: PageView) -> None:
    box = page.page_box()
    assert box.width() == pytest.approx(page.viewport().width() - 16)
    assert box.height() == pytest.approx(1.5 * box.width())


def test_keys_zoom_and_fit(page: PageView) -> None:
    QTest.keyClick(page, KEY.Key_Plus)
    assert page.zoom == pytest.approx(1.25)
    QTest.keyClick(page, KEY.Key_Minus)
    QTest.keyClick(page, KEY.Key_Minus)
    assert page.zoom == pytest.approx(0.8)
    QTest.keyClick(page, KEY.Key_0)
    assert page.zoom == 1.0


def test_zoom_has_ends(page: PageView) -> None:
    page.set_zoom(1000)
    assert page.zoom == MOST
    page.set_zoom(0)
    assert page.zoom == LEAST


def test_keys_turn_pages_at_their_ends(page: PageView) -> None:
    turned: list[int] = []
    page.turned.connect(turned.append)
    bar = page.verticalScrollBar()
    QTest.keyClick(page, KEY.Key_PageDown)
    assert (turned, bar.value() > 0) == ([], True)
    QTest.keyClick(page, KEY.Key_PageDown)
    QTest.keyClick(page, KEY.Key_PageDown)
    assert turned == [1]
    QTest.keyClick(page, KEY.Key_Home)
    QTest.keyClick(page, KEY.Key_End)
    assert turned == [1, -FAR, FAR]


def test_the_page_keeps_its_keys_from_the_timeline(page: PageView) -> None:
    for key, own in ((KEY.Key_Plus, True), (KEY.Key_PageDown, True), (KEY.Key_L, False)):
        asked = QKeyEvent(QKeyEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        asked.ignore()
        QApplication.sendEvent(page, asked)
        assert asked.isAccepted() is own


def test_the_wheel_zooms_about_the_pointer(page: PageView) -> None:
    point = QPointF(300, 200)
    before = page.page_box()
    share = (point.x() - before.x()) / before.width(), (point.y() - before.y()) / before.height()
    wheel = QWheelEvent(
        point,
        page.viewport().mapToGlobal(point),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.viewport(), wheel)
    after = page.page_box()
    assert page.zoom == pytest.approx(1.25**2)
    assert after.x() + share[0] * after.width() == pytest.approx(point.x(), abs=1.5)
    assert after.y() + share[1] * after.height() == pytest.approx(point.y(), abs=1.5)


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_hand_moves_the_page_with_it(page: PageView, direction: Qt.LayoutDirection) -> None:
    page.setLayoutDirection(direction)
    page.set_zoom(3)
    before = page.page_box().topLeft()
    view: QWidget = page.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    QTest.mouseMove(view, QPoint(180, 120))
    QTest.mouseMove(view, QPoint(160, 110))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(160, 110))
    moved = page.page_box().topLeft() - before
    assert (moved.x(), moved.y()) == pytest.approx((-40, -40), abs=1)


def test_a_place_is_brought_into_view(page: PageView) -> None:
    page.set_zoom(3)
    page.reveal(Box(0.8, 0.9, 0.1, 0.02))
    assert page.viewport().rect().contains(page.place_of(Box(0.8, 0.9, 0.1, 0.02)).toAlignedRect())


def test_two_fingers_zoom(sit: Sit) -> None:
    desk: Desk = sit()
    desk.open("T2", "p1")
    view, device = desk.pages.view.viewport(), QTest.createTouchDevice()
    for spread in (20, 30, 45, 60, 80):
        touch = QTest.touchEvent(view, device)
        left, right = QPoint(200 - spread, 150), QPoint(200 + spread, 150)
        if spread == 20:
            touch.press(1, left, view).press(2, right, view)
        else:
            touch.move(1, left, view).move(2, right, view)
        touch.commit()
        QApplication.processEvents()
    touch = QTest.touchEvent(view, device)
    touch.release(1, QPoint(120, 150), view).release(2, QPoint(280, 150), view)
    touch.commit()
    assert desk.pages.view.zoom > 1.5


def test_tab_reaches_tools_and_document(sit: Sit) -> None:
    desk = sit()
    desk.open("T1", "p1")
    desk.pane.activateWindow()
    desk.qtbot.waitUntil(desk.pane.isActiveWindow)
    desk.view.tools.places.setFocus()
    reached = set()
    for _ in range(30):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, KEY.Key_Tab)
        reached.add(QApplication.focusWidget())
    tools = desk.view.tools
    assert {tools.field, tools.button("zoom_in"), desk.pages.view, desk.pane.bar.tabs} <= reached


def test_everything_has_a_name_for_people_who_listen(sit: Sit) -> None:
    desk = sit("fa")
    desk.open("T1", "p1")
    tools = desk.view.tools
    named = [tools.places, tools.field, desk.pages.view, desk.pages.strip, desk.pane.bar.tabs]
    named += [
        tools.button(name) for name in ("zoom_in", "zoom_out", "fit", "next_page", "find_next", "pages")
    ]
    assert [widget for widget in named if not widget.accessibleName()] == []


def test_pages_are_listed_beside_the_page(sit: Sit) -> None:
    desk = sit(size=(900, 600))
    desk.open("T1", "p1")
    strip = desk.pages.strip
    assert strip.isVisible()
    assert [strip.item(n).text() for n in range(strip.count())] == ["1", "2", "3"]
    strip.setCurrentRow(2)
    desk.qtbot.waitUntil(lambda: desk.view.tools.page.text() == "page 3 of 3")
    desk.view.tools.button("pages").click()
    assert not strip.isVisible()
