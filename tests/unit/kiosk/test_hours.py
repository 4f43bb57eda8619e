from datetime import datetime
from pathlib import Path

import pytest

from viewer.loading.venue.reading import read_venue_bytes
from viewer.model.venue import Hours


def hours(text: str) -> Hours:
    read = read_venue_bytes(f"venue: 1\nhours: {text}\n".encode(), Path("venue.yaml"))
    assert read.problems == ()
    assert read.venue is not None
    return read.venue.hours


@pytest.mark.parametrize(
    ("when", "lit"),
    [
        ("2026-11-23T12:00", False),  # a Monday
        ("2026-11-24T09:59", False),
        ("2026-11-24T10:00", True),
        ("2026-11-24T17:59", True),
        ("2026-11-24T18:00", False),
        ("2026-11-25T03:00", True),  # a Wednesday, of which nothing is said
        ("2026-11-27T19:59", False),
        ("2026-11-27T23:00", True),
        ("2026-11-28T01:59", True),  # still Friday's evening
        ("2026-11-28T02:00", False),
    ],
)
def test_the_screen_is_lit_when_the_house_is_open(when: str, lit: bool) -> None:
    week = hours("{monday: closed, tuesday: 10:00-18:00, friday: 20:00-02:00, saturday: closed}")
    assert week.open_at(datetime.fromisoformat(when)) is lit


def test_without_hours_it_is_always_lit() -> None:
    assert Hours().open_at(datetime.fromisoformat("2026-11-22T00:00"))
    assert Hours().open_at(datetime.fromisoformat("2026-11-22T23:59"))
