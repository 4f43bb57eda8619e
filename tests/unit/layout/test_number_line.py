from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.layout.number_line import (
    Axis,
    Extent,
    LineMark,
    MarkKind,
    NumberLine,
    Tick,
    axis_for,
    even_step,
    number_ticks,
)

values = st.floats(1, 1e6, allow_nan=False)


def line(*, mirrored: bool = False) -> NumberLine:
    return NumberLine(Axis(100, 10_000, logarithmic=True), 0, 1000, mirrored)


def test_equal_factors_are_equally_far_on_a_logarithmic_line() -> None:
    assert line().x(1000) == pytest.approx(500)
    assert line().x(1000) - line().x(100) == pytest.approx(line().x(10_000) - line().x(1000))


def test_a_mirrored_line_grows_to_the_left() -> None:
    assert line(mirrored=True).x(100) == 1000
    assert line(mirrored=True).x(10_000) == 0


def test_a_point_a_range_and_an_open_end() -> None:
    marks = [line().marks([extent])[0] for extent in (Extent(500, 500), Extent(500, 5000))]
    assert [mark.kind for mark in marks] == [MarkKind.POINT, MarkKind.RANGE]
    assert (marks[1].start, marks[1].end) == (line().x(500), line().x(5000))
    (more,) = line().marks([Extent(500, None)])
    assert more.kind is MarkKind.AT_LEAST
    assert more.start == line().x(500) < more.end
    (fewer,) = line().marks([Extent(None, 500)])
    assert fewer.kind is MarkKind.AT_MOST
    assert fewer.end < fewer.start == line().x(500)


def test_an_open_end_points_to_the_larger_values_when_mirrored() -> None:
    (more,) = line(mirrored=True).marks([Extent(500, None)])
    assert more.end < more.start


def test_two_numbers_of_one_source_are_hollow_and_stay_two() -> None:
    kinds = [mark.kind for mark in line().marks([Extent(200, 200), Extent(800, 800)])]
    assert kinds == [MarkKind.EITHER, MarkKind.EITHER]


def test_words_are_hatched_between_their_bounds() -> None:
    assert line().marks([Extent(1000, 9999)], worded=True)[0].kind is MarkKind.WORDS


@given(values, values, st.booleans(), st.booleans())
def test_no_mark_leaves_the_line(one: float, other: float, mirrored: bool, logarithmic: bool) -> None:
    low, high = sorted((one, other))
    extents = (Extent(low, high), Extent(None, low), Extent(high, None))
    axis = axis_for(extents, logarithmic=logarithmic)
    assert axis
    placed = NumberLine(axis, 50, 550, mirrored)
    for extent in extents:
        (mark,) = placed.marks([extent])
        assert 50 <= min(mark.start, mark.end) <= max(mark.start, mark.end) <= 550


@given(st.lists(values, min_size=1, max_size=30), st.booleans())
def test_ticks_never_touch_each_other(numbers: list[float], logarithmic: bool) -> None:
    axis = axis_for([Extent(n, n) for n in numbers], logarithmic=logarithmic)
    assert axis
    placed = NumberLine(axis, 0, 400).ticks(number_ticks(axis, str), lambda text: 7.0 * len(text))
    boxes = [(tick.x - 3.5 * len(tick.label), tick.x + 3.5 * len(tick.label)) for tick in placed]
    assert all(left[1] < right[0] for left, right in pairwise(boxes))


def test_the_weightier_tick_wins_where_room_is_short() -> None:
    placed = NumberLine(Axis(0, 100), 0, 60).ticks([Tick(45, "45", 1), Tick(50, "50", 0)], lambda _: 14.0)
    assert [tick.label for tick in placed] == ["50"]


def test_ticks_of_a_logarithmic_line_are_round() -> None:
    labels = [
        tick.label for tick in sorted(number_ticks(Axis(600, 48_000, True), str), key=lambda t: t.value)
    ]
    assert labels == ["1000", "2000", "3000", "5000", "10000", "20000", "30000"]


def test_a_line_of_words_alone_has_no_axis() -> None:
    assert axis_for([], logarithmic=True) is None
    assert axis_for([Extent(None, None)], logarithmic=False) is None


def test_zero_has_no_logarithm() -> None:
    axis = axis_for([Extent(0, 10)], logarithmic=True)
    assert axis == Axis(0, 10.8)


def test_words_stand_behind_their_mark_and_before_it_at_the_edge() -> None:
    placed = line()
    assert placed.label_start([LineMark(MarkKind.POINT, 300, 300)], 200) == 312
    assert placed.label_start([LineMark(MarkKind.POINT, 950, 950)], 200) == 738
    assert placed.label_start([], 200) == 0
    assert line(mirrored=True).label_start([LineMark(MarkKind.POINT, 700, 700)], 200) == 488


@pytest.mark.parametrize(("least", "step"), [(0.3, 1), (1, 1), (1.2, 2), (3, 5), (7, 10), (120, 200)])
def test_steps_are_one_two_or_five(least: float, step: int) -> None:
    assert even_step(least) == step
