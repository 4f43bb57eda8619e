"""A frame shows the same whatever was shown before it; panning only makes it cheaper."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.picture import Made, crowd, days, frame_of, looks, plan_of
from viewer.base.instant import TIME_MAX, TIME_MIN
from viewer.layout.clusters import find_runs
from viewer.layout.compose import visible_scale
from viewer.layout.found import Memory
from viewer.layout.frame import Frame
from viewer.layout.metrics import Metrics
from viewer.layout.plan import Plan
from viewer.layout.stretch import MOST_CELL, Stretch, Zoom, surroundings_of, window_of
from viewer.layout.time_scale import FARTHEST, LIMIT, SHORTEST, TimeScale

CROWD = plan_of(crowd(3000))
OTHER = plan_of(crowd(800, seed=3), one_lane=True)
NOISE = 1e-5
"""Pixels; half of the last place to which marks are rounded would be enough for all but labels."""

moves = st.lists(
    st.tuples(st.floats(-0.7, 0.7), st.sampled_from([1.0] * 6 + [0.5, 2.0, 8.0]), st.booleans()),
    min_size=3,
    max_size=8,
)


def shows_the_same(frame: Frame, other: Frame) -> None:
    for name in frame.marks.__slots__:
        one, two = getattr(frame.marks, name), getattr(other.marks, name)
        assert one.dtype == two.dtype
        np.testing.assert_allclose(one, two, rtol=0, atol=NOISE, err_msg=name)
    assert [(label.text, label.event, label.mark, label.side) for label in frame.labels] == [
        (label.text, label.event, label.mark, label.side) for label in other.labels
    ]
    np.testing.assert_allclose(
        [(label.x, label.width) for label in frame.labels],
        [(label.x, label.width) for label in other.labels],
        rtol=0,
        atol=NOISE,
    )
    assert [row.earlier for row in frame.rows] == [row.earlier for row in other.rows]


@given(st.floats(0, 14_000), st.floats(-2, 4.2), moves, st.booleans())
@settings(max_examples=80, deadline=None)
def test_what_was_found_before_never_shows(
    middle: float, power: float, steps: list[tuple[float, float, bool]], mirrored: bool
) -> None:
    memory, width = Memory(), 10**power
    for pan, zoom, crowded in steps:
        middle += pan * width
        width *= zoom
        plan: Plan = CROWD if crowded else OTHER
        window = (middle - width / 2, middle + width / 2)
        look = looks(mirrored=mirrored)
        shows_the_same(
            frame_of(plan, *window, looks=look, memory=memory), frame_of(plan, *window, looks=look)
        )


@given(st.floats(0, 14_000), st.floats(-2, 4.2), st.integers(300, 1500), st.floats(0, 60))
@settings(max_examples=40, deadline=None)
def test_a_frame_of_another_size_or_scrolled_finds_its_own_marks(
    middle: float, power: float, height: int, scroll: float
) -> None:
    memory, window = Memory(), (middle - 10**power, middle + 10**power)
    for size, scrolled in ((720.0, 0.0), (720.0, 0.0), (float(height), 0.0), (90.0, scroll), (90.0, 0.0)):
        given_ = {"height": size, "scroll": scrolled}
        shows_the_same(frame_of(CROWD, *window, memory=memory, **given_), frame_of(CROWD, *window, **given_))


def test_shapes_that_meet_at_a_bar_do_not_lose_a_pixel_to_the_noise_of_floats() -> None:
    """Marks would twitch while the picture is panned."""
    events = [event for n in range(0, 900, 30) for event in (Made(n, n + 0.1), Made(n + 1.7, n + 19.3))]
    plan, random, metrics = plan_of(events, one_lane=True), np.random.default_rng(1), Metrics()
    lanes = np.arange(1, dtype=np.int64)
    for length in random.integers(days(180), days(320), 60).tolist():
        widths = set()
        for origin in random.integers(-length, 0, 5).tolist():
            stretch = Stretch(Zoom(length, 1000.0), origin, days(0), days(900))
            runs = find_runs(plan, stretch, metrics, lanes, 0.0)
            widths.add(tuple((runs.g1 - runs.g0).round(3).tolist()))
        assert len(widths) == 1


def test_another_plan_never_shows_what_the_last_one_held() -> None:
    memory, plans = Memory(), [plan_of(crowd(800, seed), one_lane=True) for seed in (3, 4)]
    for plan in (plans[0], plans[0], plans[1], plans[0]):
        shows_the_same(frame_of(plan, 6000, 8000, memory=memory), frame_of(plan, 6000, 8000))


def test_a_pan_looks_up_its_surroundings_once() -> None:
    memory = Memory()
    frames = [frame_of(CROWD, 6000 + n, 7000 + n, memory=memory) for n in range(5)]
    kept = memory._kept
    assert kept is not None
    assert frames[-1].marks.first.min() >= kept.runs.first.min()
    frame_of(CROWD, 6007, 7007, memory=memory)
    assert memory._kept is kept
    frame_of(CROWD, 6000, 7001, memory=memory)
    assert memory._kept is None


@given(st.integers(SHORTEST, FARTHEST), st.floats(0, 1))
def test_every_window_lies_in_its_surroundings_and_nothing_overflows(length: int, part: float) -> None:
    start = round(-LIMIT + part * (2 * LIMIT - length))
    start = min(max(start, -LIMIT), LIMIT - length)
    scale = TimeScale(start, start + length, 190.0, 1896.0)
    window, wide = window_of(scale), surroundings_of(scale)
    assert window.origin == wide.origin
    assert wide.start <= window.start < window.end <= wide.end
    assert 0 <= window.start - window.origin < min(length, MOST_CELL)
    far = np.array([TIME_MIN // 2, TIME_MAX // 2], np.int64)
    exact = [(int(time) - window.origin) * window.px_per_ms for time in far]
    np.testing.assert_allclose(window.offsets(far), exact, rtol=1e-9)


def test_offsets_are_those_of_the_scale() -> None:
    scale = visible_scale(looks(), 1280.0, days(10), days(35))
    window = window_of(scale)
    times = np.array([days(n) for n in (10, 11.5, 34)], np.int64)
    assert (window.offsets(times) - window.low).round(6).tolist() == scale.offsets(times).round(6).tolist()
