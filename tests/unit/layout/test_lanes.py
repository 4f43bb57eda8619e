import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from viewer.layout.lanes import Need, most_running, pack, share_lanes

spans = st.lists(st.tuples(st.integers(0, 300), st.integers(1, 60)), max_size=80).map(
    lambda pairs: sorted((start, start + length) for start, length in pairs)
)


def arrays(pairs: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    table = np.array(pairs, np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


@given(spans, st.integers(1, 6))
def test_nothing_overlaps_in_a_lane_that_is_not_crowded(pairs: list[tuple[int, int]], lanes: int) -> None:
    starts, ends = arrays(pairs)
    packing = pack(starts, ends, lanes)
    assert len(packing.lane) == len(pairs)
    assert packing.lanes <= lanes
    assert not len(pairs) or packing.lane.max() < packing.lanes
    for lane in range(packing.crowded):
        own = packing.lane == lane
        assert (ends[own][:-1] <= starts[own][1:]).all()


@given(spans, st.integers(1, 6))
def test_lanes_are_crowded_only_where_more_events_run_at_once(
    pairs: list[tuple[int, int]], lanes: int
) -> None:
    running = max((sum(a <= start < b for a, b in pairs) for start, _ in pairs), default=0)
    packing = pack(*arrays(pairs), lanes)
    assert (packing.crowded < packing.lanes) == (running > lanes)


def test_neighbours_in_time_take_different_lanes() -> None:
    starts = np.arange(0, 120, 10, dtype=np.int64)
    packing = pack(starts, starts + 1, 3)
    assert packing.lane.tolist() == [0, 1, 2] * 4


def test_the_shortest_events_are_crowded() -> None:
    pairs = [(0, 100), (10, 12), (11, 70), (11, 90), (20, 21), (22, 80), (200, 201), (300, 301)]
    packing = pack(*arrays(pairs), 3)
    assert (packing.lanes, packing.crowded) == (3, 2)
    assert packing.lane.tolist() == [0, 2, 2, 1, 2, 2, 1, 0]


def test_packing_is_the_same_in_parts_and_whole() -> None:
    random = np.random.default_rng(3)
    starts = np.sort(random.integers(0, 10**9, 150_000))
    ends = starts + random.integers(1, 20_000, 150_000)
    packing = pack(starts, ends, 6)
    for lane in range(packing.crowded):
        own = packing.lane == lane
        assert (ends[own][:-1] <= starts[own][1:]).all()


def test_lanes_are_shared_by_need() -> None:
    sizes = [Need(1, most) for most in (40, 3, 0, 9)]
    assert share_lanes(sizes, budget=9) == [6, 1, 1, 1]
    assert share_lanes([Need(1, 2)] * 2, budget=20) == [2, 2]
    assert share_lanes([Need(1, 5)] * 30, budget=10) == [1] * 30


def test_events_are_kept_apart_even_past_the_budget() -> None:
    assert share_lanes([Need(1, 40), Need(3, 4)], budget=3) == [1, 3]
    assert share_lanes([Need(1, 40), Need(3, 4)], budget=6) == [3, 3]
    assert share_lanes([Need(9, 9)], budget=1) == [6]
    assert most_running(*arrays([(0, 10), (1, 10), (2, 10), (20, 30)])) == 3
