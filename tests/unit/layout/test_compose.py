from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.picture import Made, columns_of, crowd, days, frame_of, looks, plan_of, specs_of
from viewer.base.instant import DAY, TIME_MAX, TIME_MIN
from viewer.layout.metrics import Metrics
from viewer.layout.overview import whole_span
from viewer.layout.periods import PeriodSpan
from viewer.layout.plan import make_plan
from viewer.model.columns import Flag
from viewer.model.dates.calendars import Calendar

CROWD = plan_of(crowd(3000), tray=5)


def test_parts_of_the_picture_do_not_overlap() -> None:
    frame = frame_of(CROWD, 0, 14_000)
    tops = [frame.ruler, frame.plot, frame.tray.rect, frame.overview.rect]
    assert all(a.bottom <= b.y for a, b in pairwise(tops))
    assert frame.overview.rect.bottom == frame.height
    assert frame.header.right == frame.plot.x
    mirrored = frame_of(CROWD, 0, 14_000, looks=looks(right_to_left=True, mirrored=True))
    assert mirrored.plot.right == mirrored.header.x


@given(st.floats(0, 3))
@settings(max_examples=20)
def test_marks_and_tray_together_are_all_shown_events(zoom: float) -> None:
    frame = frame_of(CROWD, -(10**zoom) - 500, 14_500 + 10**zoom, height=1400.0)
    assert int(frame.marks.count.sum()) == frame.totals.placed
    assert frame.totals.placed + frame.tray.count == frame.totals.shown == 3005


def test_a_frame_meets_no_more_marks_when_there_are_more_events() -> None:
    assert len(frame_of(plan_of(crowd(30_000)), 0, 14_000).marks) < 2000


def test_mirroring_turns_the_picture_around() -> None:
    plain, mirrored = frame_of(CROWD, 6000, 7000), frame_of(CROWD, 6000, 7000, looks=looks(mirrored=True))
    turned = plain.scale.x0 + plain.scale.x1
    assert np.allclose(turned - plain.marks.x0, mirrored.marks.x1)
    assert np.allclose(turned - plain.marks.g1, mirrored.marks.g0)
    assert np.allclose(turned - plain.rulers[0].major, mirrored.rulers[0].major)


def test_tracks_scroll_and_pinned_ones_stay() -> None:
    columns = columns_of([Made(1, track=n) for n in range(60)])
    plan = make_plan(columns, specs_of(columns, t0={"pinned": True}), budget=60)
    frame = frame_of(plan, 0, 10, scroll=300.0)
    assert frame.rows[0].track == "t0"
    assert frame.rows[0].y == frame.plot.y
    assert frame.pinned_bottom == frame.rows[0].y + frame.rows[0].height
    assert frame.rows[1].y <= frame.pinned_bottom
    assert frame.content_height > frame.plot.height
    end = frame_of(plan, 0, 10, scroll=1e9)
    assert end.rows[-1].y + end.rows[-1].height == pytest.approx(end.plot.bottom)


def test_larger_text_makes_larger_rows() -> None:
    plan = plan_of([Made(1)])
    large = frame_of(plan, 0, 10, looks=looks(metrics=Metrics().scaled(2.0)))
    assert large.rows[0].height == 2 * frame_of(plan, 0, 10).rows[0].height


def test_lanes_draw_together_before_the_tracks_must_be_scrolled() -> None:
    plan = plan_of([Made(1.0, 9.0 + n, track=n // 5) for n in range(25)])
    tall, low, flat = (frame_of(plan, 0, 10, height=height) for height in (1200.0, 640.0, 300.0))
    assert tall.lane == 24.0
    assert 18.0 < low.lane < 24.0
    assert low.content_height <= low.plot.height
    assert flat.lane == 18.0
    assert flat.content_height > flat.plot.height


def test_three_calendars_stand_one_below_the_other() -> None:
    frame = frame_of(CROWD, 0, 1000, looks=looks(calendars=tuple(Calendar)))
    assert [r.calendar for r in frame.rulers] == list(Calendar)
    assert [r.y for r in frame.rulers] == [0.0, 28.0, 56.0]


def test_the_overview_counts_every_event_and_shows_the_window() -> None:
    frame = frame_of(CROWD, 6000, 7000)
    overview = frame.overview
    assert int(overview.count.sum()) == 3000
    assert overview.level.max() == 1.0
    assert overview.window_x0 == pytest.approx(overview.scale.to_x(days(6000)))
    assert overview.window_x1 == pytest.approx(overview.scale.to_x(days(7000)))
    assert {label.text for label in overview.labels} <= {str(year) for year in range(1965, 2015)}
    tiny = frame_of(CROWD, 6000, 6001).overview
    assert tiny.window_x1 - tiny.window_x0 >= 6.0
    start, end = whole_span(CROWD)
    assert start < CROWD.span[0] < CROWD.span[1] < end


def test_a_mirrored_overview_runs_from_right_to_left() -> None:
    plain, mirrored = (frame_of(CROWD, 0, 1000, looks=looks(mirrored=m)).overview for m in (False, True))
    middle = plain.rect.x + plain.rect.right
    assert np.allclose(middle - plain.x - plain.bin_width, mirrored.x)


def test_the_tray_shows_a_box_for_each_event() -> None:
    tray = frame_of(CROWD, 0, 1000).tray
    assert tray.events.tolist() == [3000, 3001, 3002, 3003, 3004]
    assert len(tray.boxes) == 5
    assert frame_of(plan_of([Made(1)]), 0, 10).tray.rect.height == 0


def period(name: str, start: float, end: float) -> PeriodSpan:
    return PeriodSpan(name, name.title(), days(start), days(start), days(end), days(end))


def test_periods_lie_behind_the_tracks_with_a_line_for_each() -> None:
    bands = frame_of(
        CROWD, 0, 100, periods=(period("war", -50, 60), period("truce", 50, 80), period("later", 200, 300))
    ).periods
    assert [b.period for b in bands] == ["war", "truce"]
    assert bands[0].y != bands[1].y
    assert bands[0].x0 < frame_of(CROWD, 0, 100).plot.x
    assert bands[0].label_x >= frame_of(CROWD, 0, 100).plot.x
    assert bands[0].text == "War"


def test_relations_lead_to_the_edge_when_the_other_event_is_out_of_sight() -> None:
    plan = plan_of([Made(10), Made(50, track=1), Made(500)])
    lines = frame_of(plan, 0, 100, selected=0, related=(1, 2)).relations
    assert [(line.event, line.beyond) for line in lines] == [(1, 0), (2, 1)]
    assert lines[1].x1 == frame_of(plan, 0, 100).plot.right
    assert frame_of(plan, 0, 100, selected=None, related=(1,)).relations == ()
    away = frame_of(plan, 400, 600, selected=0, related=(1, 2)).relations
    assert [line.event for line in away] == [2]


def test_relations_mirrored_lead_to_the_other_edge() -> None:
    plan = plan_of([Made(10), Made(500)])
    line = frame_of(plan, 0, 100, selected=0, related=(1,), looks=looks(mirrored=True)).relations[0]
    assert line.beyond == -1


@pytest.mark.parametrize("years", [0.00001, 1, 1000, 10**6, 4 * 10**6, 70 * 10**6])
def test_open_and_geological_events_are_laid_out_at_any_zoom(years: float) -> None:
    ends = TIME_MIN / DAY, TIME_MAX / DAY
    made = [
        Made(ends[0], 100, certain=(50, 90), flags=Flag.OPEN_START),
        Made(-365.0 * 120 * 10**6, -365.0 * 66 * 10**6),
        Made(-365.0 * 3 * 10**6, 10, certain=(-365.0 * 2 * 10**6, 0)),
        Made(0),
        Made(5, ends[1], certain=(6, 5), flags=Flag.OPEN_END),
    ]
    plan = plan_of(made)
    frame = frame_of(plan, -365.0 * years, 365.0 * years)
    assert int(frame.marks.count.sum()) == frame.totals.in_view
    assert np.isfinite(frame.marks.g0).all()
    assert (frame.marks.x0 <= frame.marks.x1).all()
    assert int(frame.overview.count.sum()) == 5
    assert all(ruler.labels for ruler in frame.rulers)


def test_an_empty_collection_makes_an_empty_picture() -> None:
    frame = frame_of(plan_of([]), 0, 10)
    assert len(frame.marks) == 0
    assert frame.labels == ()
    assert frame.totals.shown == 0
    columns = columns_of([], tray=2)
    assert frame_of(make_plan(columns, []), 0, 10).tray.count == 2


@pytest.mark.parametrize("size", [(60.0, 40.0), (200.0, 90.0), (5000.0, 3000.0)])
def test_any_size_of_window_works(size: tuple[float, float]) -> None:
    frame = frame_of(CROWD, 0, 14_000, width=size[0], height=size[1])
    assert frame.scale.width >= 50
    assert frame.plot.height >= 0
