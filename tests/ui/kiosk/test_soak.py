"""A short crowd: the long one is `python3 dev.py soak`."""

from collections.abc import Callable

from tests.helpers.exhibition import Rehearsal
from tests.soak.soaking import soak

Make = Callable[..., Rehearsal]


def test_some_visitors_leave_nothing_behind(exhibition: Make) -> None:
    figures = soak(exhibition(), 150)
    assert figures.interactions == 150
    assert figures.visits >= 1
    assert figures.exceptions == []
    assert figures.leftovers == 0
