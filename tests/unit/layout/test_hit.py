import numpy as np

from tests.helpers.picture import Made, columns_of, days, frame_of, looks, plan_of, specs_of
from viewer.layout.hit import (
    HeaderHit,
    MarkHit,
    OverviewHit,
    PeriodHit,
    PlotHit,
    RulerHit,
    TrayHit,
    hit_test,
    mark_at,
)
from viewer.layout.periods import PeriodSpan
from viewer.layout.plan import make_plan

PLAN = plan_of([Made(10, 40), Made(60), Made(80, track=1)], tray=2)
FRAME = frame_of(PLAN, 0, 100, periods=(PeriodSpan("war", "War", 0, 0, days(50), days(50)),))


def middle(mark: int) -> tuple[float, float]:
    marks = FRAME.marks
    return (marks.g0[mark] + marks.g1[mark]) / 2, marks.y[mark] + marks.h[mark] / 2


def test_every_mark_is_hit_in_its_middle() -> None:
    for mark in range(len(FRAME.marks)):
        assert hit_test(FRAME, *middle(mark)) == MarkHit(mark)


def test_a_mark_is_hit_a_little_beside_it() -> None:
    x, y = middle(1)
    beside = float(FRAME.marks.g1[1]) + 5
    assert mark_at(FRAME, beside, y) == -1
    assert mark_at(FRAME, beside, y, slop=8) == 1
    assert mark_at(FRAME, x, y - 400, slop=8) == -1


def test_a_label_belongs_to_its_mark() -> None:
    label = next(one for one in FRAME.labels if one.event == 1)
    assert hit_test(FRAME, label.x + label.width / 2, label.y) == MarkHit(label.mark, on_label=True)


def test_the_other_parts_are_told_apart() -> None:
    x = FRAME.scale.to_x(days(20))
    ruler = hit_test(FRAME, x, FRAME.ruler.y + 3)
    assert isinstance(ruler, RulerHit)
    assert abs(ruler.time - days(20)) < days(0.1)
    assert hit_test(FRAME, x, FRAME.periods[0].y + 2) == PeriodHit("war")
    assert hit_test(FRAME, 10.0, FRAME.rows[1].y + 3) == HeaderHit("t1")
    assert isinstance(hit_test(FRAME, x, FRAME.overview.rect.y + 5), OverviewHit)
    tray = FRAME.tray
    assert hit_test(FRAME, tray.boxes[1] + 2, tray.rect.y + 5) == TrayHit(4)
    assert hit_test(FRAME, tray.rect.right - 2, tray.rect.y + 5) == TrayHit(-1)
    assert hit_test(FRAME, -5, -5) is None


def test_empty_time_knows_its_track() -> None:
    row = FRAME.rows[1]
    hit = hit_test(FRAME, FRAME.scale.to_x(days(30)), row.y + row.height / 2)
    assert isinstance(hit, PlotHit)
    assert hit.track == "t1"
    below = hit_test(FRAME, FRAME.scale.to_x(days(30)), FRAME.plot.bottom - 2)
    assert isinstance(below, PlotHit)
    assert below.track == ""


def test_pinned_tracks_cover_what_is_scrolled_under_them() -> None:
    columns = columns_of([Made(1, track=n) for n in range(60)])
    plan = make_plan(columns, specs_of(columns, t0={"pinned": True}), budget=60)
    frame = frame_of(plan, 0, 10, scroll=300.0, looks=looks())
    x = frame.scale.to_x(days(1.5))
    hit = hit_test(frame, x, frame.plot.y + frame.rows[0].height / 2)
    assert isinstance(hit, MarkHit)
    assert frame.rows[int(frame.marks.row[hit.mark])].track == "t0"


def test_the_smallest_of_several_marks_is_hit() -> None:
    frame = frame_of(plan_of([Made(0, 50), Made(50, 50.1), Made(50.2, 90)], one_lane=True), 0, 100)
    marks = frame.marks
    small = int(np.argmin(marks.g1 - marks.g0))
    x = float(marks.g0[small] + marks.g1[small]) / 2
    assert mark_at(frame, x, float(marks.y[small] + marks.h[small] / 2)) == small
