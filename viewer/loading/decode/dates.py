"""Dates in EDTF, and dates as a source states them in its own calendar."""

import re
from dataclasses import dataclass

from viewer.loading.decode.choices import choice
from viewer.loading.decode.context import Bad, Context
from viewer.loading.decode.kinds import WORDS, Schema, Shapes, read_text
from viewer.loading.decode.mentions import CITED_KEYS
from viewer.loading.decode.shapes import Field, Shape, Values
from viewer.loading.decode.texts import TEXT
from viewer.loading.yaml.nodes import MapNode, Node, TextNode
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.edtf import EdtfError, FuzzyDate, parse_edtf
from viewer.model.event import StatedDate, When

_DIGIT_FIRST = re.compile(r"[0-9X\[{/.~?%Y-]")


def read_date(node: TextNode, at: Context, calendar: Calendar = Calendar.GREGORIAN) -> FuzzyDate | Bad:
    """Return the date of a scalar, or BAD after reporting the column at which it fails."""
    text = node.text.strip()
    before = len(node.text) - len(node.text.lstrip())
    try:
        return parse_edtf(text, calendar)
    except EdtfError as error:
        gaps = {name: str(value) for name, value in error.params.items()}
        return at.bad_inside(node, before + error.column, "date", because=error.code, value=text, **gaps)


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date, interval or set in EDTF."""

    def decode(self, node: Node, at: Context) -> FuzzyDate | Bad:
        """Return the date."""
        text = read_text(node, at)
        if isinstance(text, Bad) or not isinstance(node, TextNode):
            return text if isinstance(text, Bad) else at.bad(node, "expected-text")
        return read_date(node, at)

    def schema(self, shapes: Shapes) -> Schema:
        """Describe a date as far as a schema can; a bare year is a number to an editor."""
        return WORDS.schema(shapes)


@dataclass(frozen=True, slots=True)
class EdtfText:
    """A date in EDTF that is kept as text."""

    def decode(self, node: Node, at: Context) -> str | Bad:
        """Return the text after reading it as a date."""
        date = EDTF.decode(node, at)
        return date if isinstance(date, Bad) else date.text

    def schema(self, shapes: Shapes) -> Schema:
        """Describe a date as far as a schema can."""
        return WORDS.schema(shapes)


EDTF = Edtf()
EDTF_TEXT = EdtfText()


def _read_stated(values: Values, node: MapNode, at: Context) -> bool:
    """Refuse a date in figures that its calendar does not have; words are left as they are."""
    text, calendar = node.values.get("text"), values.get("calendar")
    if not isinstance(text, TextNode) or not isinstance(calendar, Calendar):
        return True
    if not _DIGIT_FIRST.match(text.text.strip()):
        return True
    return not isinstance(read_date(text, at, calendar), Bad)


STATED = Shape(
    "stated",
    StatedDate,
    Field("text", WORDS, "The date as the source gives it: EDTF in its calendar, or words", required=True),
    Field("calendar", choice(Calendar), "The calendar of the source", required=True),
    hook=_read_stated,
)
WHEN = Shape(
    "when",
    When,
    Field("edtf", EDTF, "Gregorian date, interval or set in EDTF", required=True, attribute="date"),
    Field("stated", STATED, "The date in the calendar of the source"),
    Field("note", TEXT, "What the date rests on"),
    Field("cites", CITED_KEYS, "Citations that carry the date"),
    short="edtf",
)
