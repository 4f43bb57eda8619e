import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.picture import Made, columns_of, crowd, days, plan_of, specs_of
from viewer.layout.clusters import Runs, find_runs
from viewer.layout.metrics import Metrics
from viewer.layout.plan import Plan, make_plan
from viewer.layout.stretch import window_of
from viewer.layout.time_scale import TimeScale

WIDTH = 1000.0
METRICS = Metrics()
CROWD = plan_of(crowd(3000))


def runs_of(plan: Plan, start: float, end: float, *, mirrored: bool = False) -> Runs:
    window = window_of(TimeScale(days(start), days(end), 0.0, WIDTH, mirrored))
    lanes = np.arange(len(plan.lane_track), dtype=np.int64)
    runs = find_runs(plan, window, METRICS, lanes, 0.0)
    return runs.moved(np.arange(len(runs.first)), window.low)


windows = st.tuples(st.floats(-100, 14_100), st.floats(-3, 5)).map(
    lambda w: (w[0], w[0] + max(10 ** w[1], 0.001))
)


@given(st.floats(0, 5))
def test_every_event_is_in_exactly_one_mark_at_every_zoom(power: float) -> None:
    runs = runs_of(CROWD, 7000 - 10**power - 14_000, 7000 + 10**power + 14_000)
    positions = np.concatenate([np.arange(a, b) for a, b in zip(runs.first, runs.last, strict=True)])
    assert sorted(positions.tolist()) == list(range(len(CROWD.event)))


@given(windows)
@settings(max_examples=60)
def test_every_event_that_begins_in_a_window_is_in_exactly_one_mark(window: tuple[float, float]) -> None:
    runs = runs_of(CROWD, *window)
    inside = np.zeros(len(CROWD.event), int)
    for a, b in zip(runs.first.tolist(), runs.last.tolist(), strict=True):
        inside[a:b] += 1
    begins = (CROWD.start >= days(window[0])) & (CROWD.start < days(window[1]))
    assert (inside[begins] == 1).all()
    assert inside.max() <= 1


@given(windows)
@settings(max_examples=60)
def test_marks_of_a_lane_do_not_overlap(window: tuple[float, float]) -> None:
    runs = runs_of(CROWD, *window)
    same = runs.lane[1:] == runs.lane[:-1]
    overlap = (runs.g1[:-1] - runs.g0[1:])[same]
    # Between two bars a mark keeps a sliver of four pixels.
    assert (overlap <= 4.0).all()
    pills = (runs.count[:-1] > 1) & (runs.count[1:] > 1)
    assert ((runs.g1[:-1] - runs.g0[1:])[same & pills] <= 1e-6).all()


@given(windows)
@settings(max_examples=60)
def test_a_shape_holds_its_span_and_is_no_wider_than_a_glyph_or_pill_needs(
    window: tuple[float, float],
) -> None:
    runs = runs_of(CROWD, *window)
    assert (runs.g0 <= runs.u0 + 1e-6).all()
    assert (runs.g1 >= runs.u1 - 1e-6).all()
    least = np.where(runs.count == 1, METRICS.glyph, METRICS.pill(4))
    assert (runs.g1 - runs.g0 <= np.maximum(least, runs.u1 - runs.u0) + 1e-6).all()


@given(windows, st.floats(-0.7, 0.7))
@settings(max_examples=60)
def test_marks_keep_their_members_while_panning(window: tuple[float, float], part: float) -> None:
    start, end = window
    shift = (end - start) * part
    before, after = runs_of(CROWD, start, end), runs_of(CROWD, start + shift, end + shift)
    low, high = max(0.0, part) * WIDTH, WIDTH + min(0.0, part) * WIDTH
    inner = (before.g0 > low + 1) & (before.g1 < high - 1)
    kept = set(zip(after.first.tolist(), after.last.tolist(), strict=True))
    shown = set(zip(before.first[inner].tolist(), before.last[inner].tolist(), strict=True))
    assert shown <= kept


def test_far_apart_events_are_single_and_near_ones_one_cluster() -> None:
    plan = plan_of([Made(0), Made(100), Made(100.5), Made(101), Made(200)], one_lane=True)
    runs = runs_of(plan, -10, 290)
    assert runs.count.tolist() == [1, 3, 1]
    closer = runs_of(plan, 98, 104)
    assert closer.count.tolist() == [1, 1, 1]


def test_long_bars_stay_by_themselves() -> None:
    plan = plan_of([Made(0, 50), Made(50.1, 50.2), Made(50.3, 50.4), Made(51, 99)], one_lane=True)
    runs = runs_of(plan, -10, 110)
    assert runs.count.tolist() == [1, 2, 1]
    assert runs.bar.tolist() == [True, False, True]


def test_identical_dates_cannot_be_parted() -> None:
    plan = plan_of([Made(10)] * 500, one_lane=True)
    for window in ((0, 20), (9.9, 11.1), (10, 10.001)):
        assert runs_of(plan, *window).count.tolist() == [500]


def test_a_bar_is_painted_exactly_from_its_first_to_its_last_possible_instant() -> None:
    runs = runs_of(plan_of([Made(20, 70)]), 0, 100)
    assert (runs.u0[0], runs.u1[0]) == (200.0, 700.0)
    assert (runs.g0[0], runs.g1[0]) == (200.0, 700.0)


def test_a_narrow_date_gets_a_glyph_with_the_span_in_its_middle() -> None:
    runs = runs_of(plan_of([Made(50)]), 0, 1000)
    assert (runs.u0[0], runs.u1[0]) == (50.0, 51.0)
    assert (runs.g0[0], runs.g1[0]) == (44.5, 56.5)


def test_a_glyph_makes_way_for_a_bar_beside_it() -> None:
    runs = runs_of(plan_of([Made(0, 50), Made(50, 50.1)], one_lane=True), 0, 100)
    assert runs.g1[0] == pytest.approx(500.0)
    assert runs.g0[1] == pytest.approx(500.0)


def test_a_cluster_in_a_crowded_lane_ends_where_the_next_mark_begins() -> None:
    events = [Made(float(n), n + 80.0) for n in range(0, 100, 20)]
    plan = plan_of(events, one_lane=True)
    runs = runs_of(plan, 0, 200)
    assert (runs.u1[:-1] <= runs.u0[1:]).all()
    assert runs.count.sum() == 5


def test_no_events_make_no_marks() -> None:
    columns = columns_of([])
    assert len(runs_of(make_plan(columns, specs_of(columns)), 0, 10).first) == 0
    assert len(runs_of(CROWD, -9000, -8000).first) == 0
