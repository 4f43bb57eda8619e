from hypothesis import given
from hypothesis import strategies as st

from viewer.loading.importing.dates import edtf_of, read_dates
from viewer.loading.importing.fields import read_fields
from viewer.model.column_building import date_flags
from viewer.model.dates.edtf import EdtfError, FuzzyDate, parse_edtf

DATES = st.one_of(
    st.dates().map(str),
    st.datetimes().map(lambda moment: moment.isoformat()),
    st.datetimes().map(lambda moment: moment.isoformat(timespec="minutes") + "+03:30"),
    st.sampled_from(
        ["1988", "1988-07", "198X", "1988-07~", "1988-02-30", "1988?", "..", "", "XXXX", "1988-21"]
    ),
)


def alone(text: str) -> FuzzyDate | str:
    """Return a date, or the code of why it cannot be read."""
    try:
        return parse_edtf(text)
    except EdtfError as error:
        return error.code


@given(st.lists(st.tuples(DATES, DATES | st.none()), max_size=20))
def test_dates_read_in_blocks_are_dates_read_singly(pairs: list[tuple[str, str | None]]) -> None:
    block = [read_fields({"id": "a", "title": "t", "start": start, "end": end}) for start, end in pairs]
    dates = read_dates(block)
    for row, fields in enumerate(block):
        date = alone(edtf_of(fields))
        if not edtf_of(fields):
            assert not dates.placed[row]
        elif isinstance(date, str):
            assert dates.refused[row].code == date
        else:
            assert dates.bounds[row].tolist() == [date.start_min, date.start_max, date.end_min, date.end_max]
            assert dates.flags[row] == date_flags(date)
            assert dates.placed[row] == date.is_placeable
