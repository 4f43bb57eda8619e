"""Gestures as small state machines: no pixels, no Qt."""

import math

import numpy as np
import pytest

from viewer.state.view_state import Range
from viewer.ui.timeline.hands.glide import DURATION_MS, Glide
from viewer.ui.timeline.hands.intents import (
    Click,
    DoubleClick,
    Fling,
    Grip,
    Halt,
    Hover,
    Mark,
    OverviewJump,
    OverviewShift,
    Pan,
    Scroll,
    Zoom,
)
from viewer.ui.timeline.hands.kinetic import Run
from viewer.ui.timeline.hands.mouse import Area, Drag, MouseHand
from viewer.ui.timeline.hands.touch import Touch, TouchHand
from viewer.ui.timeline.hands.wheel import Turn, read_wheel


def total(intents: list[object], kind: type) -> float:
    name = "dx" if kind is Pan else "dy"
    return float(sum(getattr(intent, name) for intent in intents if isinstance(intent, kind)))


def test_a_press_that_does_not_wander_is_a_click() -> None:
    hand = MouseHand()
    assert hand.press(Area.TRACKS, 100, 50, shift=False) == (Halt(),)
    assert hand.move(102, 51, held=True) == ()
    assert hand.release(102, 51) == (Click(102, 51),)
    assert hand.drag is Drag.NONE


def test_a_sideways_drag_pans_by_exactly_the_way_of_the_hand() -> None:
    hand = MouseHand()
    hand.press(Area.TRACKS, 100, 50, shift=False)
    steps = [step for x in (102, 110, 160, 90) for step in hand.move(x, 52, held=True)]
    assert total(list(steps), Pan) == -10
    assert hand.release(90, 52) == ()


def test_a_downward_drag_scrolls_the_tracks_and_leaves_time_alone() -> None:
    hand = MouseHand()
    hand.press(Area.TRACKS, 100, 50, shift=False)
    steps = [step for y in (60, 90) for step in hand.move(101, y, held=True)]
    assert steps == [Scroll(10), Scroll(30)]


def test_a_drag_on_the_ruler_pans_and_with_shift_marks() -> None:
    hand = MouseHand()
    hand.press(Area.RULER, 100, 5, shift=False)
    assert hand.move(130, 5, held=True) == (Pan(30),)
    hand.release(130, 5)
    hand.press(Area.RULER, 100, 5, shift=True)
    assert hand.move(180, 40, held=True) == (Mark(100, 180),)
    assert hand.move(60, 40, held=True) == (Mark(100, 60),)
    assert hand.release(60, 40) == ()


def test_a_shift_click_on_the_ruler_takes_the_mark_away() -> None:
    hand = MouseHand()
    hand.press(Area.RULER, 100, 5, shift=True)
    assert hand.release(101, 5) == (Mark(101, 101),)


def test_the_overview_jumps_where_nothing_is_held_and_moves_what_is() -> None:
    hand = MouseHand()
    assert hand.press(Area.OVERVIEW, 400, 5, shift=False) == (Halt(), OverviewJump(400))
    assert hand.move(410, 5, held=True) == (OverviewShift(Grip.WINDOW, 10),)
    hand.release(410, 5)
    assert hand.press(Area.OVERVIEW, 400, 5, shift=False, grip=Grip.RIGHT) == (Halt(),)
    assert hand.move(405, 5, held=True) == (OverviewShift(Grip.RIGHT, 5),)


def test_a_release_that_never_arrived_ends_with_the_next_move() -> None:
    hand = MouseHand()
    hand.press(Area.TRACKS, 100, 50, shift=False)
    hand.move(150, 50, held=True)
    assert hand.move(300, 50, held=False) == (Hover(300, 50),)
    assert hand.drag is Drag.NONE


def test_cancel_leaves_nothing_held() -> None:
    hand = MouseHand()
    hand.press(Area.TRACKS, 100, 50, shift=False)
    hand.cancel()
    assert hand.release(100, 50) == ()


def test_wheels() -> None:
    assert read_wheel(Turn(500, (0, 120), control=True)) == (Zoom(1.25, 500),)
    assert read_wheel(Turn(500, (0, -120), control=True)) == (Zoom(0.8, 500),)
    assert read_wheel(Turn(500, (0, 120))) == (Scroll(48),)
    assert read_wheel(Turn(500, (0, -120), shift=True)) == (Pan(-48),)
    assert read_wheel(Turn(500, (120, 0))) == (Pan(48),)
    assert read_wheel(Turn(500, (0, 0))) == ()


def test_touchpads_move_by_their_pixels() -> None:
    assert read_wheel(Turn(500, (30, 8), pixels=(13, 2))) == (Pan(13),)
    assert read_wheel(Turn(500, (8, 30), pixels=(2, 13))) == (Scroll(13),)
    (zoom,) = read_wheel(Turn(500, (0, 30), pixels=(0, 20), control=True))
    assert isinstance(zoom, Zoom)
    assert 1.05 < zoom.factor < 1.15


@pytest.mark.parametrize("angle", [1e9, -1e9, math.nan, math.inf])
def test_an_absurd_turn_is_tamed(angle: float) -> None:
    for intent in read_wheel(Turn(500, (0, angle), control=True)):
        assert isinstance(intent, Zoom)
        assert 0.2 < intent.factor < 5


def test_a_finger_pans_and_flings() -> None:
    hand = TouchHand()
    hand.update({1: (100, 50)}, 0)
    steps = [step for t in range(1, 6) for step in hand.update({1: (100 + 20 * t, 50)}, 16 * t)]
    assert total(list(steps), Pan) == 100
    (fling,) = hand.update({}, 82)
    assert isinstance(fling, Fling)
    assert fling.velocity == pytest.approx(20 / 16, rel=0.1)


def test_a_finger_that_rests_before_it_leaves_does_not_fling() -> None:
    hand = TouchHand()
    hand.update({1: (100, 50)}, 0)
    hand.update({1: (160, 50)}, 16)
    assert hand.update({}, 400) == ()


def test_a_tap_clicks_and_a_second_one_zooms_to_it() -> None:
    hand = TouchHand()
    hand.update({1: (100, 50)}, 0)
    assert hand.update({}, 60) == (Click(100, 50),)
    hand.update({2: (104, 50)}, 200)
    assert hand.update({}, 260) == (DoubleClick(104, 50),)


def test_a_finger_that_stops_a_running_picture_does_not_tap() -> None:
    hand = TouchHand()
    assert hand.update({1: (100, 50)}, 0, running=True) == (Halt(),)
    assert hand.update({}, 60) == ()


def test_a_pinch_zooms_about_its_middle() -> None:
    hand = TouchHand()
    hand.update({1: (400, 50)}, 0)
    hand.update({1: (400, 50), 2: (600, 50)}, 10)
    assert hand.update({1: (390, 50), 2: (610, 50)}, 20) == (Pan(0), Zoom(1.1, 500))


def test_a_pinch_of_touching_fingers_does_not_fly_away() -> None:
    hand = TouchHand()
    hand.update({1: (500, 50), 2: (500, 50)}, 0)
    factors = []
    for apart in (1, 0, 5, 0, 900, 1, 900):
        for intent in hand.update({1: (500 - apart, 50), 2: (500 + apart, 50)}, 1):
            factors += [intent.factor] if isinstance(intent, Zoom) else []
    assert all(0.6 < factor <= 1.5 for factor in factors)


def test_two_fingers_becoming_one_neither_jump_nor_tap() -> None:
    hand = TouchHand()
    hand.update({1: (400, 50), 2: (600, 50)}, 0)
    hand.update({1: (390, 50), 2: (610, 50)}, 16)
    assert hand.update({2: (610, 50)}, 32) == (Halt(),)
    assert hand.update({2: (612, 50)}, 48) == (Pan(2),)
    assert hand.update({}, 64) == ()
    assert hand.touch is Touch.NONE


def test_a_cancelled_touch_leaves_nothing() -> None:
    hand = TouchHand()
    hand.update({1: (400, 50), 2: (600, 50)}, 0)
    hand.cancel()
    assert hand.update({}, 10) == ()


def test_random_fingers_always_come_to_rest_and_stay_finite() -> None:
    dice = np.random.default_rng(7)
    hand = TouchHand()
    for time in range(3000):
        count = dice.choice((0, 1, 1, 2, 2, 3))
        fingers = {int(dice.integers(4)): (dice.uniform(0, 2000), dice.uniform(0, 900)) for _ in range(count)}
        for intent in hand.update(fingers, time * dice.choice((0, 8, 16))):
            values = [getattr(intent, name) for name in intent.__slots__]
            assert all(math.isfinite(value) for value in values)
            assert not isinstance(intent, Zoom) or intent.factor > 0.5
    hand.update({}, 10**6)
    assert hand.touch is Touch.NONE


def test_a_flung_picture_comes_to_rest_near_where_physics_says() -> None:
    run, way, steps = Run(2.0), 0.0, 0
    while not run.over:
        way += run.step(16)
        steps += 1
    assert 300 < way < 420
    assert steps < 100


def test_a_glide_ends_exactly_and_keeps_one_instant_in_place() -> None:
    origin, target = Range(0, 1_000_000), Range(500_000, 510_000)
    glide = Glide(origin, target)
    assert glide.at(0) == pytest.approx((0, 1_000_000))
    assert glide.at(DURATION_MS) == (500_000, 510_000)
    fixed = 500_000 / 0.99
    for elapsed in (30.0, 90.0, 150.0):
        start, end = glide.at(elapsed)
        assert (fixed - start) / (end - start) == pytest.approx(fixed / 1_000_000)


def test_a_glide_between_equal_lengths_slides() -> None:
    start, end = Glide(Range(0, 100), Range(1000, 1100)).at(60)
    assert 0 < start < 1000
    assert end - start == pytest.approx(100)


def test_a_finger_that_was_held_on_the_ruler_marks_a_range() -> None:
    hand = TouchHand()
    hand.update({1: (100, 5)}, 0, on_ruler=True)
    assert hand.update({1: (102, 5)}, 400, on_ruler=True) == (), "it trembles"
    assert hand.update({1: (130, 6)}, 700, on_ruler=True) == (Mark(100, 130),)
    assert hand.update({1: (180, 30)}, 720, on_ruler=True) == (Mark(100, 180),)
    assert hand.update({}, 740) == (), "nothing runs on"


def test_a_finger_that_moves_at_once_or_elsewhere_pans() -> None:
    for on_ruler, when in ((True, 200.0), (False, 900.0)):
        hand = TouchHand()
        hand.update({1: (100, 5)}, 0, on_ruler=on_ruler)
        assert hand.update({1: (130, 6)}, when, on_ruler=on_ruler) == (Pan(30),)
