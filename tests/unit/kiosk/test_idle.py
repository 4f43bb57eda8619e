from viewer.app.kiosk.idle import IdleClock, Phase
from viewer.model.venue import IdleTimes

TIMES = IdleTimes(after=90, countdown=20, story=300)


def phases(clock: IdleClock, *times: float, story: bool = False) -> list[Phase]:
    return [clock.phase(now, story_plays=story) for now in times]


def test_a_visit_ends_in_two_steps() -> None:
    clock = IdleClock(TIMES)
    clock.touched(100)
    assert phases(clock, 100, 189.9) == [Phase.VISIT, Phase.VISIT]
    assert phases(clock, 190, 209.9) == [Phase.COUNTDOWN, Phase.COUNTDOWN]
    assert phases(clock, 210) == [Phase.OVER]


def test_any_input_stops_the_countdown_and_all_begins_anew() -> None:
    clock = IdleClock(TIMES)
    clock.touched(0)
    assert phases(clock, 95) == [Phase.COUNTDOWN]
    assert clock.left(100) == 15
    clock.touched(105)
    assert clock.left(105) == 20
    assert phases(clock, 105, 194, 196) == [Phase.VISIT, Phase.VISIT, Phase.COUNTDOWN]


def test_a_story_that_plays_gives_more_time() -> None:
    clock = IdleClock(TIMES)
    clock.touched(0)
    assert phases(clock, 299, 301, story=True) == [Phase.VISIT, Phase.COUNTDOWN]


def test_a_story_that_ends_is_followed_by_the_whole_countdown() -> None:
    clock = IdleClock(TIMES)
    clock.touched(0)
    assert phases(clock, 200, story=True) == [Phase.VISIT]
    assert phases(clock, 200, 219, 220) == [Phase.COUNTDOWN, Phase.COUNTDOWN, Phase.OVER]
