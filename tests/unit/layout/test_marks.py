import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.picture import Made, crowd, days, frame_of, looks, plan_of
from viewer.base.instant import TIME_MAX
from viewer.layout.frame import Extra, MarkKind
from viewer.model.columns import Flag

CROWD = crowd(1500)


@given(
    st.tuples(st.floats(-50, 150), st.floats(2, 60), st.floats(0.1, 0.4), st.floats(0.6, 0.9)),
    st.floats(10, 200),
    st.booleans(),
)
def test_bars_show_exactly_the_outer_and_strict_bounds(
    date: tuple[float, float, float, float], end: float, mirrored: bool
) -> None:
    start, length, sure0, sure1 = date
    made = Made(start, start + length, certain=(start + sure0 * length, start + sure1 * length))
    frame = frame_of(plan_of([made]), 0, end, looks=looks(mirrored=mirrored))
    marks, scale = frame.marks, frame.scale
    if not len(marks) or marks.kind[0] != MarkKind.BAR:
        return
    bounds = [scale.x_at(min(max(scale.offset(t), -32.0), scale.width + 32.0)) for t in made.bounds]
    outer, sure = sorted((bounds[0], bounds[3])), sorted((bounds[1], bounds[2]))
    assert [marks.x0[0], marks.x1[0]] == pytest.approx(outer)
    assert [marks.c0[0], marks.c1[0]] == pytest.approx(sure)


def test_a_date_without_certain_time_has_none() -> None:
    frame = frame_of(plan_of([Made(10, 40)]), 0, 50)
    assert frame.marks.kind.tolist() == [MarkKind.BAR]
    assert np.isnan(frame.marks.c0).all()


def test_an_open_end_reaches_past_the_edge_and_is_flagged() -> None:
    made = Made(10, TIME_MAX / 86_400_000, certain=(11, 9), flags=Flag.OPEN_END)
    frame = frame_of(plan_of([made]), 0, 50)
    assert frame.marks.x0[0] == frame.scale.to_x(days(10))
    assert frame.marks.x1[0] > frame.plot.right
    assert Flag.OPEN_END in Flag(int(frame.marks.flags[0]))


def test_one_of_a_set_has_its_possibilities_apart() -> None:
    made = Made(10, 40, flags=Flag.SET, parts=((10, 11), (30, 40)))
    frame = frame_of(plan_of([Made(1, 5), made]), 0, 50)
    scale, parts = frame.scale, frame.parts
    mark = frame.marks.event.tolist().index(1)
    assert parts.mark.tolist() == [mark, mark]
    assert parts.x0.tolist() == pytest.approx([scale.to_x(days(10)), scale.to_x(days(30))])
    assert parts.x1.tolist() == pytest.approx([scale.to_x(days(11)), scale.to_x(days(40))])


def test_a_cluster_tells_what_its_members_hide() -> None:
    told = [Flag.CONTESTED | Flag.APPROXIMATE, Flag.SENSITIVE | Flag.CONTESTED, Flag.UNCHECKED, Flag(0)]
    frame = frame_of(plan_of([Made(10, flags=f) for f in told], one_lane=True), 0, 3000)
    marks = frame.marks
    assert marks.kind.tolist() == [MarkKind.CLUSTER]
    assert marks.count.tolist() == [4]
    assert (marks.contested[0], marks.sensitive[0], marks.unchecked[0]) == (2, 1, 1)
    assert Flag(int(marks.flags[0])) == Flag.CONTESTED | Flag.SENSITIVE | Flag.UNCHECKED
    assert marks.event.tolist() == [-1]


def test_a_bar_cut_by_the_next_one_says_so() -> None:
    frame = frame_of(plan_of([Made(0, 50), Made(20, 60)], one_lane=True), 0, 100)
    marks = frame.marks
    assert marks.x1[0] == pytest.approx(frame.scale.to_x(days(20)))
    assert [bool(e & Extra.CUT) for e in marks.extra.tolist()] == [True, False]


def test_what_runs_on_unseen_from_before_the_window_is_counted() -> None:
    plan = plan_of([Made(0, 90), Made(2, 80), Made(4, 5), Made(60, 70)], one_lane=True)
    assert frame_of(plan, 50, 100).rows[0].earlier == 2
    assert frame_of(plan, 50, 55).rows[0].earlier == 2
    assert frame_of(plan, 85, 100).rows[0].earlier == 1
    assert frame_of(plan, -5, 100).rows[0].earlier == 0


@given(st.integers(0, 90), st.integers(1, 40))
def test_painted_and_counted_events_are_all_that_are_in_view(start: int, length: int) -> None:
    events = [Made(float(n), n + 3.0 + 7 * (n % 5)) for n in range(0, 80, 3)]
    frame = frame_of(plan_of(events, one_lane=True), start, start + length)
    plan = plan_of(events, one_lane=True)
    painted = {
        e
        for a, b in zip(frame.marks.first, frame.marks.last, strict=True)
        for e in plan.members(a, b).tolist()
    }
    seen = {
        n for n, e in enumerate(events) if e.bounds[0] < days(start + length) and e.bounds[3] > days(start)
    }
    assert frame.totals.in_view == len(seen)
    assert len(seen - painted) == sum(row.earlier for row in frame.rows)


@given(st.floats(6_690, 6_850), st.floats(1, 4))
@settings(max_examples=60, deadline=None)
def test_what_a_cluster_across_the_edge_holds_is_not_counted_as_unseen(start: float, power: float) -> None:
    plan = plan_of(CROWD, one_lane=True)
    frame = frame_of(plan, start, start + 10**power)
    marks, ends = frame.marks, np.array([e.bounds[3] for e in CROWD])
    for number, row in enumerate(frame.rows):
        own = marks.first[marks.row == number]
        lane = plan.lanes()[number]
        members = plan.event[lane.first : lane.last]
        begun = plan.start[lane.first : lane.last] < days(start)
        unseen = np.arange(lane.first, lane.last) < (own.min() if len(own) else lane.last)
        assert row.earlier == (begun & unseen & (ends[members] > days(start))).sum()


def test_selected_focused_and_found_events_are_marked_in_every_track() -> None:
    plan = plan_of([Made(1), Made(20), Made(40, track=1)])
    hits = plan.count_before(np.array([1, 2], np.int32))
    frame = frame_of(plan, 0, 50, selected=0, focused=2, hits_before=hits)
    extra = {int(e): int(x) for e, x in zip(frame.marks.event, frame.marks.extra, strict=True)}
    assert extra == {0: Extra.SELECTED, 1: Extra.HIT, 2: Extra.HIT | Extra.FOCUSED}
