"""Many plain dates at once."""

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.model.dates.strategies import days
from viewer.base.instant import DAY, HOUR, MINUTE, SECOND
from viewer.model.dates.batch import parse_iso_batch
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.edtf import parse_edtf

NOON = Calendar.GREGORIAN.to_days(1988, 8, 15) * DAY + 12 * HOUR


def test_times_without_a_zone_are_taken_as_utc() -> None:
    texts = ["1988-08-15T12:00:00", "1988-08-15T12:00:00Z", "1988-08-15T12:00", "1988-08-15T15:30:00+03:30"]
    batch = parse_iso_batch(texts)
    assert batch.start.tolist() == [NOON] * 4
    assert (batch.end - batch.start).tolist() == [SECOND, SECOND, MINUTE, SECOND]
    assert batch.valid.all()


def test_other_dates_give_their_possible_span() -> None:
    texts = ["1988", "1988-08", "1988-12", "1988-08-15", "198X", "1988-08/1988-09", "-0044-03-15", "0000"]
    batch = parse_iso_batch(texts)
    assert [*zip(batch.start.tolist(), batch.end.tolist(), strict=True)] == [
        tuple(parse_edtf(text).possible_span) for text in texts
    ]


def test_bad_ones_are_marked_and_the_good_ones_kept() -> None:
    texts = [
        "1988-02-30",
        "1988-08-15T24:00:00",
        "now",
        "NaT",
        "",
        "19880815",
        "1988-13",
        "1988-08-15 12:00:00",
    ]
    batch = parse_iso_batch([*texts, "1988-08-15", "1988-08-15T12:00:00x"])
    assert batch.valid.tolist() == [False] * len(texts) + [True, False]
    assert batch.start.tolist()[: len(texts)] == [0] * len(texts)


def test_an_empty_batch_is_empty() -> None:
    assert len(parse_iso_batch([]).start) == 0


def test_more_texts_than_one_chunk_stay_in_order() -> None:
    batch = parse_iso_batch(["1988-08-15T12:00:00", "1988"] * 40_000)
    assert batch.start.shape == (80_000,)
    assert set(batch.start[::2].tolist()) == {NOON}
    assert set(batch.start[1::2].tolist()) == {parse_edtf("1988").start_min}


@given(st.lists(days(), max_size=20))
def test_days_read_together_are_the_same_as_read_one_by_one(texts: list[str]) -> None:
    batch = parse_iso_batch(texts)
    assert batch.start.tolist() == [parse_edtf(text).start_min for text in texts]
    assert batch.end.tolist() == [parse_edtf(text).end_max for text in texts]
