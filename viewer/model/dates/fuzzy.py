"""The value every date becomes: four bounds, how precise each end is, and what wording needs."""

from dataclasses import dataclass
from enum import Enum, IntEnum, IntFlag
from typing import NamedTuple

from viewer.base.instant import Instant, Span
from viewer.model.dates.calendars import Calendar


class Precision(IntEnum):
    """How finely a date is stated; a greater value is finer."""

    UNKNOWN = 0
    MILLENNIUM = 1
    CENTURY = 2
    DECADE = 3
    YEAR = 4
    SEASON = 5
    MONTH = 6
    DAY = 7
    HOUR = 8
    MINUTE = 9
    SECOND = 10


class Qualifier(IntFlag):
    """What a source admits about a part of a date: `~` approximate, `?` uncertain, `%` both."""

    NONE = 0
    APPROXIMATE = 1
    UNCERTAIN = 2
    BOTH = 3


class Clock(NamedTuple):
    """A time of day as stated; `second` and `zone` (minutes east of UTC) are None where not given."""

    hour: int
    minute: int
    second: int | None
    zone: int | None


@dataclass(frozen=True, slots=True)
class DateParts:
    """One stated date: its span, and its components for wording (None where unspecified or not written)."""

    span: Span
    """All instants the date may mean, half-open."""
    precision: Precision
    """The finest unit that is fully specified, reading from the year."""
    calendar: Calendar
    """The calendar in which the components are stated."""
    year: int | None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    """A sub-year code of ISO 8601-2 (21 to 41)."""
    clock: Clock | None = None
    vague: bool = False
    """Whether a digit is written as X, or significant digits are limited."""
    year_qualifier: Qualifier = Qualifier.NONE
    month_qualifier: Qualifier = Qualifier.NONE
    day_qualifier: Qualifier = Qualifier.NONE

    @property
    def qualifier(self) -> Qualifier:
        """Join the qualifiers of all components."""
        return self.year_qualifier | self.month_qualifier | self.day_qualifier


class EndKind(Enum):
    """Whether an end of a date is stated, open (`..`) or unknown (left empty)."""

    STATED = "stated"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A date, interval or set with its four bounds.

    For a single date D = [a, b): start_min = end_min = a and start_max = end_max = b. For an interval A/B
    with A = [a1, a2) and B = [b1, b2): a1, a2, b1, b2, clipped so that neither bound of the end precedes
    that of the start. An open or unknown end reaches TIME_MIN or TIME_MAX and makes nothing certain. `~` and
    `?` are kept to be shown; they move no bound.
    """

    text: str
    """The date as written."""
    start_min: Instant
    start_max: Instant
    end_min: Instant
    end_max: Instant
    start: DateParts | None = None
    """The stated start; None where open or unknown, and for a set."""
    end: DateParts | None = None
    """The stated end, for a single date the same as `start`; None where open or unknown, and for a set."""
    start_kind: EndKind = EndKind.STATED
    end_kind: EndKind = EndKind.STATED
    is_interval: bool = False
    members: tuple["FuzzyDate", ...] = ()
    """The elements of a set as written; a run `a..b` is one member."""
    parts: tuple[Span, ...] = ()
    """The possible spans of a set in time order, overlapping ones joined; empty unless a set."""
    all_of: bool = False
    """True for `{…}`: every member is meant. False for `[…]`: one of them."""

    @property
    def certain_span(self) -> Span | None:
        """Give the span that is surely covered, or None."""
        return Span(self.start_max, self.end_min) if self.start_max < self.end_min else None

    @property
    def possible_span(self) -> Span:
        """Give the span outside which the date surely does not lie."""
        return Span(self.start_min, self.end_max)

    @property
    def is_set(self) -> bool:
        """Tell whether the date is a set of possibilities or of several dates."""
        return bool(self.members)

    @property
    def is_placeable(self) -> bool:
        """Tell whether something about the year is known, so that the date can stand on the axis."""
        if self.members:
            return any(member.is_placeable for member in self.members)
        return any(
            end is not None and end.precision is not Precision.UNKNOWN for end in (self.start, self.end)
        )

    @property
    def start_precision(self) -> Precision:
        """Give the precision of the start; of a set, the coarsest of its members."""
        if self.members:
            return min(member.start_precision for member in self.members)
        return self.start.precision if self.start else Precision.UNKNOWN

    @property
    def end_precision(self) -> Precision:
        """Give the precision of the end; of a set, the coarsest of its members."""
        if self.members:
            return min(member.end_precision for member in self.members)
        return self.end.precision if self.end else Precision.UNKNOWN

    @property
    def precision(self) -> Precision:
        """Give the coarser precision of those ends that are stated."""
        stated = [p for p in (self.start_precision, self.end_precision) if p is not Precision.UNKNOWN]
        return min(stated, default=Precision.UNKNOWN)

    @property
    def start_qualifier(self) -> Qualifier:
        """Give what the source admits about the start."""
        return self.start.qualifier if self.start else Qualifier.NONE

    @property
    def end_qualifier(self) -> Qualifier:
        """Give what the source admits about the end."""
        return self.end.qualifier if self.end else Qualifier.NONE

    @property
    def qualifier(self) -> Qualifier:
        """Join what the source admits about both ends and all members."""
        joined = self.start_qualifier | self.end_qualifier
        for member in self.members:
            joined |= member.qualifier
        return joined

    @property
    def approximate(self) -> bool:
        """Tell whether any part is marked `~` or `%`."""
        return bool(self.qualifier & Qualifier.APPROXIMATE)

    @property
    def uncertain(self) -> bool:
        """Tell whether any part is marked `?` or `%`."""
        return bool(self.qualifier & Qualifier.UNCERTAIN)

    @property
    def open_start(self) -> bool:
        """Tell whether the start is given as open (`..`)."""
        return self.start_kind is EndKind.OPEN

    @property
    def open_end(self) -> bool:
        """Tell whether the end is given as open (`..`)."""
        return self.end_kind is EndKind.OPEN

    @property
    def unknown_start(self) -> bool:
        """Tell whether there is a start that the source does not know."""
        return self.start_kind is EndKind.UNKNOWN

    @property
    def unknown_end(self) -> bool:
        """Tell whether there is an end that the source does not know."""
        return self.end_kind is EndKind.UNKNOWN
