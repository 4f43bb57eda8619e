from hypothesis import given
from hypothesis import strategies as st

from viewer.base.instant import DAY, HOUR
from viewer.layout.time_scale import FARTHEST, LIMIT, SHORTEST, TimeScale

starts = st.integers(-LIMIT // 2, LIMIT // 2)
lengths = st.integers(SHORTEST, FARTHEST // 4)
mirrors = st.booleans()


def scale(start: int, length: int, *, mirrored: bool) -> TimeScale:
    return TimeScale(start, start + length, 190.0, 1256.0, mirrored)


@given(starts, lengths, mirrors, st.floats(-0.5, 1.5))
def test_time_to_pixels_and_back_is_within_half_a_pixel(
    start: int, length: int, mirrored: bool, part: float
) -> None:
    s = scale(start, length, mirrored=mirrored)
    time = start + round(part * length)
    assert abs(s.to_x(s.to_time(s.to_x(time))) - s.to_x(time)) <= 0.5
    assert abs(s.to_time(s.to_x(time)) - time) <= max(0.5 * s.ms_per_px, 1)


@given(starts, lengths, mirrors, st.floats(190, 1256), st.floats(0.01, 100))
def test_zoom_keeps_the_time_under_the_pointer(
    start: int, length: int, mirrored: bool, x: float, factor: float
) -> None:
    s = scale(start, length, mirrored=mirrored)
    zoomed = s.zoomed(x, factor)
    at_limit = zoomed.start == -LIMIT or zoomed.end == LIMIT
    assert at_limit or abs(zoomed.to_x(s.to_time(x)) - x) <= 0.5 + 2 / min(s.ms_per_px, zoomed.ms_per_px)


@given(starts, lengths, mirrors, st.floats(-3000, 3000))
def test_panning_moves_the_picture_by_the_pixels_dragged(
    start: int, length: int, mirrored: bool, px: float
) -> None:
    s = scale(start, length, mirrored=mirrored)
    panned = s.panned(px)
    assert panned.length == s.length
    at_limit = panned.start == -LIMIT or panned.end == LIMIT
    assert at_limit or abs(panned.to_x(start) - (s.to_x(start) + px)) <= 1 / s.ms_per_px + 1e-6


def test_later_lies_to_the_right_or_mirrored_to_the_left() -> None:
    plain = scale(0, DAY, mirrored=False)
    assert plain.to_x(0) == 190.0
    assert plain.to_x(DAY) == 1256.0
    mirrored = scale(0, DAY, mirrored=True)
    assert mirrored.to_x(0) == 1256.0
    assert mirrored.to_x(DAY) == 190.0


def test_a_second_far_from_1970_is_as_exact_as_a_near_one() -> None:
    far = 10**15
    s = TimeScale(far, far + 60_000, 0.0, 600.0)
    assert s.to_x(far + 1_000) == 10.0


def test_zoom_stops_at_the_limits() -> None:
    s = scale(0, HOUR, mirrored=False)
    assert s.zoomed(700, 1e9).length == SHORTEST
    assert s.zoomed(700, 1e-30).length == FARTHEST
    assert s.panned(-1e18).end == LIMIT


def test_showing_widens_what_is_too_short() -> None:
    shown = scale(0, DAY, mirrored=False).showing(5 * DAY, 5 * DAY + 1)
    assert shown.length == SHORTEST
    assert shown.start <= 5 * DAY < shown.end
