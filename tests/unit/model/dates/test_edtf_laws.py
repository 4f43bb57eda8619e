"""Laws that hold for every date that is not refused."""

from itertools import pairwise

from hypothesis import assume, given, reject
from hypothesis import strategies as st

from tests.unit.model.dates.strategies import DATES, INTERVALS, POINTS, days, marked, with_unknown_digits
from viewer.base.instant import DAY, TIME_MAX, TIME_MIN
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.edtf import EdtfError, FuzzyDate, parse_edtf
from viewer.model.dates.fuzzy import EndKind


def read(text: str) -> FuzzyDate:
    """Read a date that may be reversed or impossible; such examples are set aside."""
    try:
        return parse_edtf(text)
    except EdtfError as problem:
        if problem.code in {"reversed", "no-ends"}:
            reject()
        raise


def refusal(text: str) -> tuple[str, int] | None:
    """Give code and column of the refusal, or None if the text is a date."""
    try:
        parse_edtf(text)
    except EdtfError as problem:
        return problem.code, problem.column
    return None


@given(DATES)
def test_bounds_are_in_order_and_within_time(text: str) -> None:
    date = read(text)
    assert TIME_MIN <= date.start_min <= date.end_min <= date.end_max <= TIME_MAX
    assert date.start_min < date.start_max <= date.end_max
    certain = date.certain_span
    assert certain is None or date.start_min < certain.start < certain.end < date.end_max


@given(DATES)
def test_the_text_read_again_gives_the_same_date(text: str) -> None:
    assert read(read(text).text) == read(text)


@given(POINTS)
def test_an_interval_from_a_date_to_itself_is_no_longer_than_the_date(text: str) -> None:
    date = parse_edtf(text)
    assert parse_edtf(f"{text}/{text}").possible_span == date.possible_span
    assert parse_edtf(f"{text}/{text}").certain_span is None


@given(INTERVALS)
def test_an_interval_is_refused_exactly_when_its_end_is_surely_before_its_start(text: str) -> None:
    left, right = text.split("/")
    assume(left not in ("", "..") and right not in ("", ".."))
    reversed_ = parse_edtf(right).end_max <= parse_edtf(left).start_min
    assert refusal(text) == (("reversed", len(left) + 1) if reversed_ else None)


@given(marked())
def test_qualifiers_move_no_bound(text: str) -> None:
    plain = text.translate(str.maketrans("", "", "?~%"))
    assert parse_edtf(text).possible_span == parse_edtf(plain).possible_span


@given(days(), st.data())
def test_hiding_digits_never_loses_the_day(text: str, data: st.DataObject) -> None:
    hidden = data.draw(st.sets(st.sampled_from([0, 1, 2, 3, 5, 6, 8, 9])))
    vague = "".join("X" if i in hidden else c for i, c in enumerate(text))
    day, span = parse_edtf(text).possible_span, parse_edtf(vague).possible_span
    assert span.start <= day.start < day.end <= span.end


@given(with_unknown_digits())
def test_the_first_and_last_possible_day_fit_the_pattern(text: str) -> None:
    span = parse_edtf(text).possible_span
    for number in (span.start // DAY, span.end // DAY - 1):
        year, month, day = Calendar.GREGORIAN.from_days(number)
        written = f"{year:04}-{month:02}-{day:02}"
        assert all(wanted in ("X", found) for wanted, found in zip(text, written, strict=False))


@given(DATES)
def test_the_parts_of_a_set_lie_apart_within_its_span(text: str) -> None:
    date = read(text)
    assert bool(date.parts) == date.is_set == (text[0] in "[{")
    assert all(first.end <= following.start for first, following in pairwise(date.parts))
    if date.parts:
        assert (date.parts[0].start, date.parts[-1].end) == date.possible_span


@given(DATES)
def test_open_and_unknown_sides_reach_to_the_end_of_time(text: str) -> None:
    date = read(text)
    assert (date.start_min == TIME_MIN) == (date.start_kind is not EndKind.STATED)
    assert (date.end_max == TIME_MAX) == (date.end_kind is not EndKind.STATED)


@given(st.text(alphabet="0123456789X-/.[]{},?~%TZ:+YES uo۱", max_size=24))
def test_any_text_is_read_or_refused_with_a_column_in_it(text: str) -> None:
    refused = refusal(text)
    assert refused is None or 0 <= refused[1] <= len(text)
