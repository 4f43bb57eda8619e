"""Hands on the real widget change the state as they should."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.stage import Stage, edition_of, event
from viewer.commands.effects import Move, ShowRange
from viewer.layout.frame import MarkKind
from viewer.state.selection import EventSelected, Nothing
from viewer.state.view_state import Language
from viewer.ui.timeline.hands.mouse import Drag

Make = Callable[..., Stage]
LEFT = Qt.MouseButton.LeftButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
EMPTY = QPoint(700, 470)


def drag(stage: Stage, start: QPoint, *ways: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.mousePress(stage.view, LEFT, keys, start)
    for way in ways:
        QTest.mouseMove(stage.view, way)
    QTest.mouseRelease(stage.view, LEFT, keys, ways[-1])


@pytest.mark.parametrize("language", list(Language))
def test_dragging_keeps_the_instant_under_the_hand(stage: Make, language: Language) -> None:
    made = stage(language=language)
    before = made.view.time_scale().to_time(700)
    drag(made, EMPTY, QPoint(650, 470), QPoint(500, 472))
    assert abs(made.view.time_scale().to_x(before) - 500) < 1


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("turn", [120, -120, 720])
def test_the_wheel_with_control_zooms_about_the_pointer(stage: Make, language: Language, turn: int) -> None:
    made = stage(language=language)
    before = made.view.time_scale().to_time(900)
    length = made.state().visible.length
    made.wheel(QPoint(900, 300), (0, turn), CONTROL)
    assert (made.state().visible.length < length) == (turn > 0)
    assert abs(made.view.time_scale().to_x(before) - 900) < 1


def test_the_wheel_with_shift_pans(stage: Make) -> None:
    made = stage()
    before = made.state().visible
    made.wheel(QPoint(900, 300), (0, -120), SHIFT)
    assert made.state().visible.start > before.start
    assert made.state().visible.length == before.length


def test_the_plain_wheel_scrolls_tracks_that_do_not_fit_and_stops_at_their_end(stage: Make) -> None:
    made = stage(size=(900, 230))
    before = made.state().visible
    assert made.view.frame().content_height > made.view.frame().plot.height
    for _ in range(20):
        made.wheel(QPoint(500, 120), (0, -120))
    frame = made.view.frame()
    assert frame.scroll == pytest.approx(frame.content_height - frame.plot.height)
    assert made.state().visible == before
    assert made.view.frame().rulers[0].y == 0


def test_a_click_opens_an_event_and_the_second_zooms_to_it(stage: Make) -> None:
    made = stage(reduced_motion=True)
    spot = made.spot("letter")
    QTest.mouseClick(made.view, LEFT, PLAIN, spot)
    assert made.state().selection == EventSelected(made.session.edition.event_id(made.index("letter")))
    length = made.state().visible.length
    QTest.mouseDClick(made.view, LEFT, PLAIN, spot)
    assert made.state().visible.length < length
    assert made.view.handling.mouse.drag is Drag.NONE


def test_a_click_on_a_label_opens_its_event(stage: Make) -> None:
    made = stage()
    label = next(one for one in made.view.frame().labels if one.event == made.index("letter"))
    QTest.mouseClick(made.view, LEFT, PLAIN, QPoint(round(label.x + label.width / 2), round(label.y)))
    assert made.state().selection == EventSelected(made.session.edition.event_id(made.index("letter")))


def test_a_click_on_a_cluster_comes_nearer(stage: Make) -> None:
    crowd = [event(f"e{day}", f"1988-08-{day:02}", "protest") for day in range(1, 31)]
    made = stage(edition=edition_of(crowd), visible="1900/2100", reduced_motion=True)
    marks = made.view.frame().marks
    cluster = int((marks.kind == MarkKind.CLUSTER).nonzero()[0][0])
    spot = QPoint(round(float(marks.g0[cluster] + marks.g1[cluster]) / 2), round(float(marks.y[cluster])) + 8)
    length = made.state().visible.length
    QTest.mouseClick(made.view, LEFT, PLAIN, spot)
    assert isinstance(made.effects[-1], ShowRange)
    assert made.state().visible.length < length / 10


def test_clicks_on_ruler_and_empty_time_change_nothing(stage: Make) -> None:
    made = stage()
    before = made.state()
    for spot in (QPoint(700, 10), EMPTY):
        QTest.mouseClick(made.view, LEFT, PLAIN, spot)
    assert made.state() == before


def test_a_click_on_a_box_of_the_tray_opens_its_event(stage: Make) -> None:
    made = stage()
    tray = made.view.frame().tray
    assert tray.count == 1
    spot = QPoint(round(float(tray.boxes[0]) + 4), round(tray.rect.y + tray.rect.height / 2))
    QTest.mouseClick(made.view, LEFT, PLAIN, spot)
    assert made.state().selection == EventSelected(made.session.edition.event_id(made.index("undated")))


def test_dragging_with_shift_on_the_ruler_marks_a_range(stage: Make) -> None:
    made = stage()
    scale = made.view.time_scale()
    drag(made, QPoint(400, 10), QPoint(500, 12), QPoint(600, 300), keys=SHIFT)
    marked = made.state().marked_range
    assert marked is not None
    assert abs(scale.to_x(marked.start) - 400) < 1
    assert abs(scale.to_x(marked.end) - 600) < 1
    QTest.mouseClick(made.view, LEFT, SHIFT, QPoint(450, 10))
    assert made.state().marked_range is None


@pytest.mark.parametrize("language", list(Language))
def test_the_overview_moves_and_stretches_what_is_seen(stage: Make, language: Language) -> None:
    made = stage(language=language, visible="1985/1995")
    overview = made.view.frame().overview
    y = round(overview.rect.y + 12)
    middle = round((overview.window_x0 + overview.window_x1) / 2)
    length = made.state().visible.length
    drag(made, QPoint(middle, y), QPoint(middle + 40, y))
    moved = made.view.frame().overview
    assert moved.window_x0 == pytest.approx(overview.window_x0 + 40, abs=1)
    assert made.state().visible.length == length
    edge = round(moved.window_x1)
    drag(made, QPoint(edge, y), QPoint(edge + 50, y))
    wider = made.view.frame().overview
    assert wider.window_x1 == pytest.approx(moved.window_x1 + 50, abs=1)
    assert wider.window_x0 == pytest.approx(moved.window_x0, abs=1)


def test_a_press_beside_the_window_of_the_overview_brings_it_there(stage: Make) -> None:
    made = stage()
    overview = made.view.frame().overview
    QTest.mouseClick(made.view, LEFT, PLAIN, QPoint(900, round(overview.rect.y + 12)))
    now = made.state().visible
    assert abs(overview.scale.to_x((now.start + now.end) // 2) - 900) < 1


@pytest.mark.parametrize("lost", [QEvent.Type.FocusOut, QEvent.Type.WindowDeactivate, QEvent.Type.Hide])
def test_losing_focus_in_mid_drag_leaves_nothing_held(stage: Make, lost: QEvent.Type) -> None:
    made = stage()
    QTest.mousePress(made.view, LEFT, PLAIN, EMPTY)
    QTest.mouseMove(made.view, QPoint(650, 470))
    QApplication.sendEvent(made.view, QFocusEvent(lost) if lost == QEvent.Type.FocusOut else QEvent(lost))
    before = made.state().visible
    QTest.mouseMove(made.view, QPoint(300, 470))
    assert made.state().visible == before
    QTest.mouseRelease(made.view, LEFT, PLAIN, QPoint(300, 470))


def test_a_pinch_zooms_about_its_middle(stage: Make) -> None:
    made = stage()
    device = QTest.createTouchDevice()
    before = made.view.time_scale().to_time(600)
    length = made.state().visible.length
    sequence = QTest.touchEvent(made.view, device)
    sequence.press(1, QPoint(550, 300), made.view).press(2, QPoint(650, 300), made.view).commit()
    for step in (20, 40, 60):
        sequence.move(1, QPoint(550 - step, 300), made.view)
        sequence.move(2, QPoint(650 + step, 300), made.view).commit()
    assert made.state().visible.length == pytest.approx(length * 100 / 220, rel=0.01)
    assert abs(made.view.time_scale().to_x(before) - 600) < 1
    sequence.release(1, QPoint(490, 300), made.view).release(2, QPoint(710, 300), made.view).commit()
    assert made.state().selection == Nothing()


def test_a_finger_drags_the_window_of_the_overview(stage: Make) -> None:
    made = stage()
    device = QTest.createTouchDevice()
    overview, before = made.view.frame().overview, made.state().visible
    x, y = round((overview.window_x0 + overview.window_x1) / 2), round(overview.rect.y) + 12
    sequence = QTest.touchEvent(made.view, device)
    sequence.press(1, QPoint(x, y), made.view).commit()
    sequence.move(1, QPoint(x + 40, y), made.view).commit()
    moved = made.state().visible
    assert moved.length == before.length
    assert moved.start - before.start == pytest.approx(40 * overview.scale.ms_per_px, rel=0.01)
    sequence.release(1, QPoint(x + 40, y), made.view).commit()
    sequence.press(1, QPoint(500, 300), made.view).commit()
    sequence.move(1, QPoint(450, 300), made.view).commit()
    sequence.release(1, QPoint(450, 300), made.view).commit()
    assert made.state().visible.start > moved.start, "afterwards a finger pans again"


def test_a_glide_arrives_exactly_and_can_be_interrupted(stage: Make, qtbot: QtBot) -> None:
    made = stage()
    target = (made.state().visible.start, made.state().visible.start + 864_000_000)
    made.view.glide_to(*target)
    qtbot.waitUntil(lambda: not made.view.motion.moving)
    assert (made.state().visible.start, made.state().visible.end) == target
    made.view.glide_to(0, 10**12)
    made.wheel(QPoint(900, 300), (0, -120), SHIFT)
    assert not made.view.motion.moving


def test_with_reduced_motion_nothing_glides(stage: Make) -> None:
    made = stage(reduced_motion=True)
    made.view.glide_to(0, 10**12)
    assert not made.view.motion.moving
    assert (made.state().visible.start, made.state().visible.end) == (0, 10**12)
    made.view.run_on(3.0)
    assert not made.view.motion.moving


def test_a_fling_runs_on_and_stops_when_touched(stage: Make, qtbot: QtBot) -> None:
    made = stage()
    before = made.state().visible.start
    made.view.run_on(2.0)
    qtbot.waitUntil(lambda: made.state().visible.start != before)
    QTest.mousePress(made.view, LEFT, PLAIN, EMPTY)
    assert not made.view.motion.moving
    QTest.mouseRelease(made.view, LEFT, PLAIN, EMPTY)


def test_arrows_follow_what_the_eye_sees(stage: Make) -> None:
    for language, first in ((Language.ENGLISH, Move.NEXT), (Language.PERSIAN, Move.PREVIOUS)):
        made = stage(language=language, visible="")
        made.view.move_selection(Move.FIRST)
        seen = [made.state().selection]
        for _ in range(3):
            made.view.move_selection(first)
            seen.append(made.state().selection)
        names = [one.event for one in seen if isinstance(one, EventSelected)]
        assert names == ["war", "order", "trials", "letter"]


def test_up_and_down_go_to_the_other_tracks(stage: Make) -> None:
    made = stage()
    made.commander.run("open.event", event="order")
    made.commander.run("go.down")
    assert made.state().selection == EventSelected(made.session.edition.event_id(made.index("trials")))
    made.commander.run("go.up")
    assert made.state().selection == EventSelected(made.session.edition.event_id(made.index("order")))


def test_the_selected_event_is_scrolled_into_sight(stage: Make) -> None:
    made = stage(size=(900, 230), visible="1988-07/1989-03")
    made.view.move_selection(Move.FIRST)
    for _ in range(6):
        made.view.move_selection(Move.NEXT)
    frame = made.view.frame()
    mark = made.mark("report")
    assert frame.plot.y <= frame.marks.y[mark]
    assert frame.marks.y[mark] + frame.marks.h[mark] <= frame.plot.bottom
