"""The unit of time and its limits."""

import numpy as np

from viewer.base.instant import DAY, TIME_MAX, TIME_MIN, YEAR_LIMIT, day_of_instant, instant_of_day
from viewer.model.dates.gregorian import days_from_civil


def test_days_before_1970_keep_their_number() -> None:
    assert day_of_instant(-1) == -1
    assert day_of_instant(0) == 0
    assert day_of_instant(instant_of_day(-400) + DAY - 1) == -400


def test_every_year_within_the_limit_lies_between_the_open_ends() -> None:
    first, after = days_from_civil(-YEAR_LIMIT, 1, 1) * DAY, days_from_civil(YEAR_LIMIT + 2, 1, 1) * DAY
    assert TIME_MIN < first < after < TIME_MAX


def test_differences_from_any_stated_instant_fit_an_int64() -> None:
    first = days_from_civil(-YEAR_LIMIT, 1, 1) * DAY
    ends = np.array([TIME_MIN, TIME_MAX], np.int64)
    assert (ends - first).tolist() == [TIME_MIN - first, TIME_MAX - first]
