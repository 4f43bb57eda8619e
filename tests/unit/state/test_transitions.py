"""Transitions keep their promises for any start."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from viewer.model.ids import EventId, SourceId, TrackId
from viewer.state.selection import EventSelected, Nothing, OpenSource
from viewer.state.transitions import look, narrow, select, time
from viewer.state.view_state import Language, Range, Theme, ViewState

STARTS = st.integers(-(10**14), 10**14)
LENGTHS = st.integers(time.SHORTEST, 10**14)


@given(STARTS, LENGTHS, st.floats(0.2, 20), st.floats(0, 1))
def test_zoom_keeps_the_instant_under_the_pointer(
    start: int, length: int, factor: float, share: float
) -> None:
    state = ViewState(Range(start, start + length))
    at = start + share * length
    after = time.zoom(factor, at)(state).visible
    kept = (at - after.start) / after.length
    assert abs(kept - share) < 1e-3
    assert time.SHORTEST <= after.length <= time.LONGEST


@given(STARTS, LENGTHS, st.floats(-3, 3))
def test_panning_keeps_the_length(start: int, length: int, by: float) -> None:
    after = time.pan(by)(ViewState(Range(start, start + length))).visible
    assert after.length == length


def test_escape_closes_one_layer_after_the_other() -> None:
    state = ViewState(
        Range(0, 10**9),
        selection=EventSelected(EventId("E1")),
        source=OpenSource(SourceId("S1")),
        query="x",
        marked_range=Range(0, 1),
        tray_open=True,
    )
    seen = []
    while state != ViewState(Range(0, 10**9)):
        state = select.close_layer(state)
        seen.append((state.tray_open, state.marked_range is None, state.source is None, state.query))
    assert seen == [
        (False, False, False, "x"),
        (False, True, False, "x"),
        (False, True, True, "x"),
        (False, True, True, "x"),
        (False, True, True, ""),
    ]
    assert state.selection == Nothing()


def test_text_grows_to_twice_and_begins_again() -> None:
    state = ViewState(Range(0, 10**9))
    scales = []
    for _ in look.SCALES:
        state = look.next_scale(state)
        scales.append(state.appearance.text_scale)
    assert scales == [1.15, 1.3, 1.5, 1.75, 2.0, 1.0]


def test_themes_and_languages_go_round() -> None:
    state = ViewState(Range(0, 10**9))
    for expected in (Theme.DARK, Theme.CONTRAST, Theme.LIGHT):
        state = look.next_theme(state)
        assert state.appearance.theme is expected
    assert look.other_language(state).appearance.language is Language.PERSIAN


@given(st.integers(0, 50), st.integers(-1, 60), st.sampled_from([-1, 1]))
def test_steps_through_hits_stay_among_them(count: int, hit: int, by: int) -> None:
    state = replace(ViewState(Range(0, 10**9)), hit=min(hit, count - 1))
    after = narrow.step_hit(count, by)(state).hit
    assert after == -1 if not count else 0 <= after < count


def test_the_first_step_takes_the_first_hit() -> None:
    assert narrow.step_hit(3, 1)(ViewState(Range(0, 10**9))).hit == 0
    assert narrow.step_hit(3, -1)(ViewState(Range(0, 10**9))).hit == 2


def test_a_moved_track_keeps_the_others_in_order() -> None:
    tracks = tuple(TrackId(name) for name in "abc")
    state = look.move_track(tracks, TrackId("c"), -1)(ViewState(Range(0, 10**9)))
    assert state.tracks.order == ("a", "c", "b")
