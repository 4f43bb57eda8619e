"""Calendars against independent reckonings, and as laws over wide spans of time."""

import datetime as dt
from typing import Any

import jdatetime
import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from viewer.model.dates.calendars import Calendar, CivilDate
from viewer.model.dates.names import LANGUAGES, month_names

EPOCH = dt.date(1970, 1, 1)
GREGORIAN, SOLAR_HIJRI, ISLAMIC = Calendar
JALALI: Any = JalaliDate


def python_date(number: int) -> dt.date:
    return EPOCH + dt.timedelta(days=number)


def test_every_day_of_1300_to_1420_agrees_with_two_independent_packages() -> None:
    first, after = SOLAR_HIJRI.to_days(1300), SOLAR_HIJRI.to_days(1421)
    assert after - first == 44_195
    for number in range(first, after):
        ours = SOLAR_HIJRI.from_days(number)
        day = python_date(number)
        persiantools, jdate = JALALI(day), jdatetime.date.fromgregorian(date=day)
        assert ours == (persiantools.year, persiantools.month, persiantools.day), day
        assert ours == (jdate.year, jdate.month, jdate.day), day
        assert SOLAR_HIJRI.to_days(*ours) == number


def test_gregorian_days_agree_with_the_standard_library() -> None:
    for number in range(-719_162, 400_000, 37):
        day = python_date(number)
        assert GREGORIAN.from_days(number) == (day.year, day.month, day.day)
        assert GREGORIAN.to_days(day.year, day.month, day.day) == number


@pytest.mark.parametrize(
    ("calendar", "date", "gregorian"),
    [
        (SOLAR_HIJRI, (1367, 5, 1), (1988, 7, 23)),
        (SOLAR_HIJRI, (1367, 5, 6), (1988, 7, 28)),
        (SOLAR_HIJRI, (1367, 5, 31), (1988, 8, 22)),
        (SOLAR_HIJRI, (1357, 11, 22), (1979, 2, 11)),
        (SOLAR_HIJRI, (1403, 12, 30), (2025, 3, 20)),
        (SOLAR_HIJRI, (1, 1, 1), (622, 3, 22)),
        (ISLAMIC, (1408, 12, 13), (1988, 7, 28)),
        (ISLAMIC, (1, 1, 1), (622, 7, 19)),
        (GREGORIAN, (-43, 3, 15), (-43, 3, 15)),
    ],
)
def test_known_days(calendar: Calendar, date: tuple[int, int, int], gregorian: tuple[int, int, int]) -> None:
    number = GREGORIAN.to_days(*gregorian)
    assert calendar.from_days(number) == date
    assert calendar.to_days(*date) == number


@given(st.sampled_from(Calendar), st.integers(-50_000_000_000, 50_000_000_000))
def test_every_day_number_comes_back(calendar: Calendar, number: int) -> None:
    date = calendar.from_days(number)
    assert 1 <= date.month <= 12
    assert 1 <= date.day <= calendar.days_in_month(date.year, date.month)
    assert calendar.to_days(*date) == number


@given(st.sampled_from(Calendar), st.integers(-1_000_000, 1_000_000), st.integers(1, 12))
def test_months_follow_each_other_without_gap(calendar: Calendar, year: int, month: int) -> None:
    first = calendar.to_days(year, month)
    after = calendar.next_month(year, month)
    assert after - first == calendar.days_in_month(year, month)
    assert calendar.from_days(after) == (
        CivilDate(year, month + 1, 1) if month < 12 else CivilDate(year + 1, 1, 1)
    )


@given(st.sampled_from(Calendar), st.integers(-1_000_000, 1_000_000))
def test_a_leap_year_is_one_day_longer(calendar: Calendar, year: int) -> None:
    length = calendar.to_days(year + 1) - calendar.to_days(year)
    common = 354 if calendar is ISLAMIC else 365
    assert length == common + calendar.is_leap(year)


def test_the_table_says_where_it_is_only_approximate() -> None:
    assert [year for year in (1303, 1304, 1367, 1436, 1437) if SOLAR_HIJRI.is_approximate(year)] == [
        1303,
        1437,
    ]
    assert ISLAMIC.is_approximate(1408)
    assert not GREGORIAN.is_approximate(-5000)


@pytest.mark.parametrize("calendar", Calendar)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_calendar_names_twelve_months(calendar: Calendar, language: str) -> None:
    for short in (False, True):
        assert len(set(month_names(calendar, language, short=short))) == 12


def test_month_names_are_those_of_iran() -> None:
    assert month_names(SOLAR_HIJRI, "fa")[4] == "مرداد"
    assert month_names(SOLAR_HIJRI, "en")[4] == "Mordad"
    assert month_names(GREGORIAN, "fa")[6:8] == ("ژوئیه", "اوت")
    assert month_names(GREGORIAN, "en", short=True)[6] == "Jul"
    assert month_names(GREGORIAN, "de") == month_names(GREGORIAN, "en")
