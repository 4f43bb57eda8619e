import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.picture import Made, columns_of, crowd, days, plan_of, specs_of
from viewer.base.instant import TIME_MIN
from viewer.layout.plan import Packer, make_plan
from viewer.layout.tracks import REST, TrackStyle, arranged, tracks_by_link
from viewer.model.columns import Flag, Links

CROWD = plan_of(crowd(2000))


def test_every_placed_event_stands_in_its_track_and_the_others_in_the_tray() -> None:
    plan = plan_of([Made(1), Made(2, track=1), Made(3)], tray=2)
    assert sorted(plan.event.tolist()) == [0, 1, 2]
    assert plan.tray.tolist() == [3, 4]
    assert [t.total for t in plan.tracks] == [2, 1]


def test_only_shown_events_are_packed() -> None:
    columns = columns_of([Made(1), Made(2), Made(3)], tray=2)
    plan = make_plan(columns, specs_of(columns), np.array([0, 2, 4], np.int32))
    assert sorted(plan.event.tolist()) == [0, 2]
    assert plan.tray.tolist() == [4]
    assert plan.placed.tolist() == [0, 2]


def test_painted_spans_of_a_lane_never_overlap() -> None:
    for first, last in zip(CROWD.lane_first[:-1], CROWD.lane_first[1:], strict=True):
        assert (CROWD.end[first : last - 1] <= CROWD.start[first + 1 : last]).all()
        assert (np.diff(CROWD.event[first:last]) > 0).all()


@given(st.floats(-100, 14_500), st.floats(0.01, 3000))
def test_events_in_view_are_counted_exactly(start: float, length: float) -> None:
    low, high = days(start), days(start + length)
    columns = CROWD.columns
    expected = np.count_nonzero((columns.start_min < high) & (columns.end_max > low))
    assert CROWD.in_view(low, high) == expected


def test_positions_find_an_event_in_every_track() -> None:
    columns = columns_of([Made(1), Made(2)])
    everything = np.arange(2, dtype=np.int32)
    spec = specs_of(columns)[0]
    both = [spec, type(spec)("again", "", "", "", everything)]
    plan = make_plan(columns, both)
    found = plan.positions(1)
    assert [int(plan.lane_track[lane]) for lane, _ in found] == [0, 1]
    assert [int(plan.event[position]) for _, position in found] == [1, 1]
    assert plan.positions(7) == []


def test_counts_before_each_position() -> None:
    plan = plan_of([Made(1), Made(2), Made(3)], one_lane=True)
    assert plan.count_before(np.array([0, 2], np.int32)).tolist() == [0, 1, 1, 2]


def test_members_flags_are_counted() -> None:
    plan = plan_of([Made(1, flags=Flag.CONTESTED), Made(2), Made(3, flags=Flag.SENSITIVE)], one_lane=True)
    assert plan.told[:, -1].tolist() == [1, 1, 0]


def test_a_collapsed_track_has_one_lane() -> None:
    columns = columns_of([Made(n * 0.1, n * 0.1 + 5) for n in range(20)])
    plan = make_plan(columns, specs_of(columns, t0={"collapsed": True}))
    assert [t.lanes for t in plan.tracks] == [1]
    assert len(plan.event) == 20


def test_the_span_leaves_open_ends_out() -> None:
    made = [Made(TIME_MIN / 86_400_000, 10, certain=(5, 9), flags=Flag.OPEN_START), Made(20, 30)]
    assert plan_of(made).span == (days(5), days(30))
    assert plan_of([]).span[0] < plan_of([]).span[1]


def test_a_packer_gives_the_same_plan_again() -> None:
    columns = CROWD.columns
    packer = Packer()
    specs = specs_of(columns)
    first = make_plan(columns, specs, packer=packer)
    fewer = make_plan(columns, specs, np.arange(100, dtype=np.int32), packer=packer)
    again = make_plan(columns, specs, packer=packer)
    assert len(fewer.event) == 100
    assert again.event.tolist() == first.event.tolist() == CROWD.event.tolist()


@given(st.integers(0, 40))
def test_a_level_holds_every_boundary_of_its_distance(power: int) -> None:
    distance = 2.0**power
    wanted = np.flatnonzero(CROWD.pyramid.reach >= distance)
    assert set(wanted.tolist()) <= set(CROWD.pyramid.level(distance).tolist())


def test_grouping_by_entity_shows_an_event_in_several_tracks_and_loses_none() -> None:
    columns = columns_of([Made(1), Made(2), Made(3)])
    links = Links(("a", "b"), np.array([0, 2, 4], np.int64), np.array([0, 1, 1, 2], np.int32))
    styles = {"b": TrackStyle("B"), "a": TrackStyle("A"), "none": TrackStyle("None")}
    specs = tracks_by_link(links, columns, styles, TrackStyle("Rest"))
    assert [(s.id, s.events.tolist()) for s in specs] == [("b", [1, 2]), ("a", [0, 1])]
    only_a = tracks_by_link(links, columns, {"a": TrackStyle("A")}, TrackStyle("Rest"))
    assert [(s.id, s.events.tolist()) for s in only_a] == [("a", [0, 1]), (REST, [2])]
    plan = make_plan(columns, specs)
    assert len(plan.event) == 4
    assert plan.placed.tolist() == [0, 1, 2]


def test_tracks_are_arranged_as_the_reader_wishes() -> None:
    columns = columns_of([Made(1, track=n) for n in range(4)])
    specs = arranged(
        specs_of(columns),
        ("t2", "t0"),
        hidden=frozenset({"t3"}),
        collapsed=frozenset({"t0"}),
        pinned=frozenset({"t1"}),
    )
    assert [s.id for s in specs] == ["t1", "t2", "t0"]
    assert [s.collapsed for s in specs] == [False, False, True]
    plan = make_plan(columns, specs)
    assert plan.placed.tolist() == [0, 1, 2]
