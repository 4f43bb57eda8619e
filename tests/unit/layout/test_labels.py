from math import isnan

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.picture import Made, crowd, frame_of, looks, plan_of
from viewer.layout.frame import Frame, LabelSide
from viewer.layout.labels import MOST_LABELS
from viewer.model.columns import Flag

CROWD = plan_of(crowd(600))
windows = st.tuples(st.floats(0, 14_000), st.floats(0, 3.5)).map(lambda w: (w[0], w[0] + 10 ** w[1]))


def boxes(frame: Frame) -> list[tuple[float, float, float, int]]:
    """(left, right, y, mark) of each label with its badge."""
    found = []
    for label in frame.labels:
        badge = label.badge_x
        left = label.x if isnan(badge) else min(label.x, badge)
        right = label.x + label.width if isnan(badge) else max(label.x + label.width, badge + 20)
        found.append((left, right, label.y, label.mark))
    return found


@given(windows, st.booleans())
@settings(max_examples=50)
def test_labels_overlap_no_mark_and_no_other_label(window: tuple[float, float], mirrored: bool) -> None:
    frame = frame_of(CROWD, *window, looks=looks(mirrored=mirrored))
    marks = frame.marks
    placed = boxes(frame)
    for n, (left, right, y, mark) in enumerate(placed):
        assert frame.plot.x <= left <= right <= frame.plot.right + 1e-6
        for other_left, other_right, other_y, _ in placed[n + 1 :]:
            assert other_y != y or right <= other_left or other_right <= left
        inside = frame.labels[n].side is LabelSide.INSIDE
        in_lane = abs(marks.y + marks.h / 2 - y) < 1
        overlaps = in_lane & (marks.g0 < right - 1e-6) & (marks.g1 > left + 1e-6)
        assert {m for m in range(len(marks)) if overlaps[m]} <= ({mark} if inside else set())


@given(windows, st.floats(-40, 40))
@settings(max_examples=40)
def test_labels_stay_put_while_panning(window: tuple[float, float], px: float) -> None:
    before = frame_of(CROWD, *window)
    shift = px * (window[1] - window[0]) / before.scale.width
    after = frame_of(CROWD, window[0] + shift, window[1] + shift)
    kept = {(label.event, label.y): label for label in after.labels}
    reach = before.plot.x + 420, before.plot.right - 420
    for label in before.labels:
        mark = label.mark
        off_edge = (
            before.marks.x0[mark] < before.plot.x + 40 or before.marks.x1[mark] > before.plot.right - 40
        )
        if reach[0] < label.x and label.x + label.width < reach[1] and not off_edge:
            same = kept[label.event, label.y]
            assert (same.text, same.side) == (label.text, label.side)
            assert abs(same.x - (label.x - px)) < 0.5


def test_a_label_stands_after_its_mark_in_the_direction_of_time() -> None:
    plan = plan_of([Made(50)])
    for mirrored in (False, True):
        frame = frame_of(plan, 0, 1000, looks=looks(mirrored=mirrored))
        label = frame.labels[0]
        assert label.side is LabelSide.AFTER
        mark = label.mark
        if mirrored:
            assert label.x + label.width < frame.marks.g0[mark]
        else:
            assert label.x > frame.marks.g1[mark]


def test_a_label_stands_before_its_mark_at_the_end_of_the_window() -> None:
    label = frame_of(plan_of([Made(998)]), 0, 1000).labels[0]
    assert label.side is LabelSide.BEFORE
    assert not label.elided


def test_a_long_bar_holds_its_label_and_keeps_it_in_sight() -> None:
    plan = plan_of([Made(0, 1000)])
    label = frame_of(plan, 500, 900).labels[0]
    assert label.side is LabelSide.INSIDE
    assert label.x == frame_of(plan, 600, 1000).labels[0].x


@given(st.floats(0, 900), st.floats(50, 900), st.integers(4, 60), st.booleans())
@settings(max_examples=60)
def test_a_headline_never_crosses_from_certain_to_possible_where_it_has_room_elsewhere(
    start: float, length: float, letters: int, mirrored: bool
) -> None:
    plan = plan_of([Made(200, 800, certain=(400, 600))])
    frame = frame_of(
        plan, start, start + length, looks=looks(mirrored=mirrored), title=lambda _: "x" * letters
    )
    for label in frame.labels:
        if label.side is LabelSide.INSIDE and label.width > 80:
            low, high = label.x, label.x + label.width
            c0, c1 = frame.marks.c0[label.mark], frame.marks.c1[label.mark]
            assert c1 <= low or high <= c0 or (c0 <= low and high <= c1)


def test_the_more_important_event_takes_the_room_between_two() -> None:
    def between(first: int, second: int) -> list[int]:
        events = [Made(100, importance=first), Made(300, importance=second), Made(301, 999)]
        frame = frame_of(plan_of(events, one_lane=True), 99, 1000, title=lambda i: f"{i}" + "x" * 24)
        return [label.event for label in frame.labels if label.event < 2]

    assert between(1, 5) == [0]
    assert between(5, 1) == [1]


def test_the_selected_event_is_labelled_first() -> None:
    plan = plan_of([Made(float(n * 60)) for n in range(20)], one_lane=True)
    without, with_ = frame_of(plan, -30, 600), frame_of(plan, -30, 600, selected=7)
    assert with_.labels[0].event == 7
    assert without.labels[0].event != 7


def test_the_selected_event_is_named_beside_its_cluster() -> None:
    plan = plan_of([Made(50), Made(50.1, flags=Flag.CONTESTED), Made(50.2)], one_lane=True)
    assert frame_of(plan, 0, 1000).labels == ()
    label = frame_of(plan, 0, 1000, selected=2).labels[0]
    assert (label.text, label.mark) == ("Event 2", 0)
    assert isnan(label.badge_x)


def test_a_headline_is_whole_or_long_enough_to_be_read() -> None:
    events = [Made(0, 10), Made(80, 200)]
    frame = frame_of(plan_of(events, one_lane=True), 0, 1000, title=lambda i: f"{i}" + "x" * 40)
    assert all(label.width >= 68 for label in frame.labels)
    short = frame_of(plan_of(events, one_lane=True), 0, 1000, title=lambda i: f"{i} short")
    assert {label.text for label in short.labels} == {"0 short", "1 short"}


def test_room_for_the_badge_is_kept() -> None:
    label = frame_of(plan_of([Made(50, flags=Flag.CONTESTED)]), 0, 1000).labels[0]
    assert label.badge_x > label.x + label.width
    plain = frame_of(plan_of([Made(50)]), 0, 1000).labels[0]
    assert isnan(plain.badge_x)


def test_titles_are_asked_for_few_events_only() -> None:
    asked = set()

    def title(index: int) -> str:
        asked.add(index)
        return "A headline"

    plan = plan_of(crowd(20_000))
    frame = frame_of(plan, 0, 14_000, title=title)
    assert len(frame.labels) <= MOST_LABELS
    assert len(asked) <= 600
