"""EDTF texts of every kind, as hypothesis strategies."""

from hypothesis import strategies as st

from viewer.model.dates.gregorian import days_in_month

YEARS = st.integers(0, 9999)
MARKS = st.sampled_from(["", "", "?", "~", "%"])


@st.composite
def days(draw: st.DrawFn) -> str:
    """Draw a real day."""
    year, month = draw(YEARS), draw(st.integers(1, 12))
    day = draw(st.integers(1, days_in_month(year, month)))
    return f"{year:04}-{month:02}-{day:02}"


@st.composite
def with_unknown_digits(draw: st.DrawFn) -> str:
    """Draw a real day or a part of it, with some digits turned into X."""
    text = draw(days())[: draw(st.sampled_from([4, 7, 10]))]
    hidden = draw(st.sets(st.sampled_from([i for i, c in enumerate(text) if c != "-"]), max_size=4))
    return "".join("X" if i in hidden else c for i, c in enumerate(text))


@st.composite
def marked(draw: st.DrawFn) -> str:
    """Draw a date with qualifiers on either side of its components."""
    parts = draw(days()).split("-")[: draw(st.integers(1, 3))]
    return "-".join(draw(st.sampled_from([f"{draw(MARKS)}{part}", f"{part}{draw(MARKS)}"])) for part in parts)


SEASONS = st.builds("{:04}-{}".format, YEARS, st.integers(21, 41))
LONG_YEARS = st.builds("Y{}".format, st.integers(10_000, 146_000_000) | st.integers(-146_000_000, -10_000))
TIMES = st.builds(
    "{}T{:02}:{:02}:{:02}{}".format,
    days(),
    st.integers(0, 23),
    st.integers(0, 59),
    st.integers(0, 59),
    st.sampled_from(["", "Z", "+03:30", "-05"]),
)
POINTS = st.one_of(days(), with_unknown_digits(), marked(), SEASONS, LONG_YEARS, TIMES)
ENDS = st.one_of(POINTS, st.sampled_from(["", ".."]))
INTERVALS = st.builds("{}/{}".format, ENDS, ENDS)
RUNS = st.tuples(days(), days()).map(sorted).map("..".join)
SETS = st.builds(
    lambda elements, brackets: brackets[0] + ",".join(elements) + brackets[1],
    st.lists(st.one_of(days(), with_unknown_digits(), RUNS), min_size=1, max_size=4),
    st.sampled_from(["[]", "{}"]),
)
DATES = st.one_of(POINTS, INTERVALS, SETS)
