from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.picture import TEXT, days, looks
from viewer.base.instant import DAY, HOUR, MINUTE, day_of_instant
from viewer.layout.metrics import Metrics
from viewer.layout.ticks.ruler import RulerInput, choose_steps, make_ruler
from viewer.layout.ticks.steps import STEPS, Step, Unit, boundaries
from viewer.layout.time_scale import FARTHEST, LIMIT, SHORTEST, TimeScale
from viewer.model.dates.calendars import Calendar

calendars = st.sampled_from(list(Calendar))
LENGTHS = st.floats(0, 1).map(lambda p: int(SHORTEST * (FARTHEST / 4 / SHORTEST) ** p))


def source(start: int, length: int, *, mirrored: bool = False, width: float = 1000.0) -> RulerInput:
    scale = TimeScale(start, start + length, 100.0, 100.0 + width, mirrored)
    return RulerInput(scale, Metrics(), TEXT, looks().fitter)


placeable = [step for step in STEPS if step.length < LIMIT // 10]


@given(calendars, st.sampled_from(placeable), st.integers(-3 * 10**13, 3 * 10**13))
def test_boundaries_lie_where_the_calendar_turns(calendar: Calendar, step: Step, start: int) -> None:
    times = boundaries(calendar, step, start, start + 7 * step.length)
    assert 4 <= len(times) <= 9
    assert all(start <= t < start + 7 * step.length for t in times.tolist())
    for time in times.tolist():
        date = calendar.from_days(day_of_instant(time))
        if step.unit >= Unit.DAY:
            assert time % DAY == 0
        match step.unit:
            case Unit.YEAR:
                assert (date.month, date.day) == (1, 1)
                assert date.year % step.every == 0
            case Unit.MONTH:
                assert date.day == 1
                assert (date.month - 1) % step.every == 0
            case Unit.DAY:
                assert (date.day - 1) % step.every == 0
            case _:
                assert time % step.length == 0


@given(calendars, st.integers(-3 * 10**13, 3 * 10**13))
def test_coarser_steps_hold_their_finer_ones(calendar: Calendar, start: int) -> None:
    for coarse in STEPS[8:24]:
        finer = next(s for s in STEPS if coarse.holds(s) and s.length * 400 > coarse.length)
        end = start + 3 * coarse.length
        assert set(boundaries(calendar, coarse, start, end)) <= set(boundaries(calendar, finer, start, end))


def test_the_table_reaches_from_seconds_to_millions_of_years() -> None:
    assert STEPS[0] == Step(Unit.SECOND, 1)
    assert STEPS[-1].every >= 10**6
    assert all(a.length < b.length for a, b in pairwise(STEPS))


@given(calendars, LENGTHS, st.floats(-1, 1), st.booleans())
def test_the_year_is_on_screen_at_every_zoom(
    calendar: Calendar, length: int, at: float, mirrored: bool
) -> None:
    start = int(at * min(LIMIT // 4, 10**6 * length))
    given_ = source(start, length, mirrored=mirrored)
    ruler = make_ruler(given_, calendar, 0.0)
    years = set()
    for time in (start, *boundaries(calendar, choose_steps(given_, calendar)[0], start, start + length)):
        years.add(TEXT.year(calendar.from_days(day_of_instant(int(time))).year))
    assert any(year in label.text for label in ruler.labels for year in years)


@given(calendars, LENGTHS, st.floats(-1, 1), st.booleans())
def test_labels_of_a_ruler_are_whole_and_apart(
    calendar: Calendar, length: int, at: float, mirrored: bool
) -> None:
    ruler = make_ruler(source(int(at * 10**13), length, mirrored=mirrored), calendar, 0.0)
    placed = sorted((label.x, label.x + label.width) for label in ruler.labels)
    assert min(a for a, _ in placed) >= 100.0
    assert max(b for _, b in placed) <= 1100.0 + 1e-6
    assert all(b < c for (_, b), (c, _) in pairwise(placed))
    assert len(placed) <= 60
    assert len(ruler.minor) + len(ruler.major) <= 400


def texts(calendar: Calendar, start: float, length: float, width: float = 1000.0) -> list[str]:
    made = make_ruler(source(days(start), days(length), width=width), calendar, 0.0)
    return [label.text for label in made.labels]


def test_months_of_both_calendars() -> None:
    july = 6756  # 1988-07-01
    assert texts(Calendar.GREGORIAN, july + 0.5, 110, 800) == ["July 1988", "August", "September", "October"]
    assert texts(Calendar.SOLAR_HIJRI, july, 110, 800) == ["Tir 1367", "Mordad", "Shahrivar", "Mehr"]


def test_a_month_shows_its_days_where_they_have_room() -> None:
    labels = texts(Calendar.GREGORIAN, 6756.5, 40)
    assert labels[:3] == ["July 1988", "6", "11"]
    assert "August" in labels


def test_a_new_year_is_named() -> None:
    assert "January 1989" in texts(Calendar.GREGORIAN, 6756, 300)
    assert "Farvardin 1368" in texts(Calendar.SOLAR_HIJRI, 6756, 300)


def test_the_context_gives_way_to_a_boundary_that_takes_the_year_over() -> None:
    assert texts(Calendar.GREGORIAN, 6756 + 29.5, 110, 800)[0] == "August 1988"


def test_hours_carry_their_day() -> None:
    labels = texts(Calendar.GREGORIAN, 6756.3, 1)
    assert labels[0] == "1 July 1988"
    assert "2 July" in labels
    assert "12:00" in labels


def test_years_need_no_context_and_count_back_from_the_era() -> None:
    assert texts(Calendar.GREGORIAN, 0, 365.25 * 60)[:2] == ["1970", "1975"]
    assert TEXT.year(0) == "1 BCE"
    assert TEXT.year(-43) == "44 BCE"


@pytest.mark.parametrize(
    ("length", "unit"), [(5 * MINUTE, Unit.SECOND), (HOUR, Unit.MINUTE), (DAY, Unit.HOUR)]
)
def test_fine_zooms_show_the_time_of_day(length: int, unit: Unit) -> None:
    assert choose_steps(source(10**12, length), Calendar.GREGORIAN)[0].unit is unit


def test_the_islamic_calendar_is_marked_as_approximate() -> None:
    assert make_ruler(source(0, DAY), Calendar.ISLAMIC, 0.0).approximate
    assert not make_ruler(source(0, DAY), Calendar.GREGORIAN, 0.0).approximate
