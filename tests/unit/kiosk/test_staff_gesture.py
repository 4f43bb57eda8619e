from viewer.ui.kiosk.staff_gesture import HOLD_S, StaffGesture

WIDTH = 1920


def test_a_finger_that_rests_in_an_upper_corner_is_noticed_once() -> None:
    for x in (3, WIDTH - 3):
        gesture = StaffGesture()
        gesture.press(x, 5, WIDTH, 10)
        gesture.move(x + 6, 9)
        assert not gesture.held(10 + HOLD_S - 0.1)
        assert gesture.held(10 + HOLD_S)
        assert not gesture.held(10 + 2 * HOLD_S)


def test_nothing_else_is() -> None:
    for x, y in ((WIDTH // 2, 5), (3, 400), (-20, 5), (WIDTH + 900, 5)):
        gesture = StaffGesture()
        gesture.press(x, y, WIDTH, 0)
        assert not gesture.held(60)


def test_slipping_or_letting_go_ends_it() -> None:
    slipped, let_go = StaffGesture(), StaffGesture()
    for gesture in (slipped, let_go):
        gesture.press(3, 5, WIDTH, 0)
    slipped.move(60, 5)
    let_go.release()
    assert not slipped.held(60)
    assert not let_go.held(60)
