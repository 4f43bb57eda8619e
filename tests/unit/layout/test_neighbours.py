import numpy as np

from tests.helpers.picture import Made, columns_of, plan_of, specs_of
from viewer.layout.neighbours import beside, ends_of_time, following, other_track
from viewer.layout.plan import make_plan

PLAN = plan_of([Made(1), Made(2, track=2), Made(3), Made(9, track=2)], tray=1)


def test_steps_follow_time_across_tracks() -> None:
    assert [following(PLAN, event, later=True) for event in (None, 0, 1, 2, 3)] == [0, 1, 2, 3, None]
    assert [following(PLAN, event, later=False) for event in (None, 3, 1, 0)] == [3, 2, 0, None]


def test_the_eye_decides_in_mirrored_time() -> None:
    assert beside(PLAN, 1, to_right=True, mirrored=False) == 2
    assert beside(PLAN, 1, to_right=True, mirrored=True) == 0
    assert beside(PLAN, 1, to_right=False, mirrored=True) == 2


def test_steps_start_anew_from_a_hidden_or_unplaced_event() -> None:
    columns = columns_of([Made(1), Made(2), Made(3)], tray=1)
    plan = make_plan(columns, specs_of(columns), np.array([0, 2], np.int32))
    assert following(plan, 1, later=True) == 2
    assert following(plan, 1, later=False) == 0
    assert following(plan, 3, later=True) == 0
    assert following(plan_of([]), None, later=True) is None


def test_the_other_track_gives_its_nearest_event() -> None:
    assert other_track(PLAN, 0, down=True) == 1
    assert other_track(PLAN, 2, down=True) == 1
    assert other_track(PLAN, 3, down=False) == 2
    assert other_track(PLAN, 3, down=True) is None
    assert other_track(PLAN, 4, down=True) is None


def test_first_and_last() -> None:
    assert ends_of_time(PLAN) == (0, 3)
    assert ends_of_time(plan_of([])) is None
