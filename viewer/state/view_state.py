"""Hold all that the person is looking at in one frozen value."""

from dataclasses import dataclass
from enum import StrEnum

from viewer.model.dates.calendars import Calendar
from viewer.model.ids import EventId, StoryId, TrackId
from viewer.state.accounts_view import AccountsView
from viewer.state.filters import Filters
from viewer.state.selection import Nothing, OpenSource, Selection


class Language(StrEnum):
    """Languages of the interface."""

    ENGLISH = "en"
    PERSIAN = "fa"

    @property
    def right_to_left(self) -> bool:
        """True when the whole window is mirrored."""
        return self is Language.PERSIAN


class Theme(StrEnum):
    """Colour schemes."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Grouping(StrEnum):
    """By what the tracks part the events."""

    CATEGORY = "category"
    SOURCE = "source"
    PERSON = "person"
    PLACE = "place"
    CLAIM = "claim"


class TimeDirection(StrEnum):
    """Where later lies; independent of the language."""

    FOLLOW_LANGUAGE = "follow-language"
    LEFT_TO_RIGHT = "left-to-right"
    RIGHT_TO_LEFT = "right-to-left"


class Layout(StrEnum):
    """How the upper half shows the events."""

    TIMELINE = "timeline"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch of time [start, end) in milliseconds since 1970-01-01 UTC; start < end."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Length in milliseconds."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Tracks:
    """How the tracks are grouped and arranged by the reader."""

    grouping: Grouping = Grouping.CATEGORY
    order: tuple[TrackId, ...] = ()
    """Tracks moved by the reader, first; the others follow in their own order."""
    collapsed: frozenset[TrackId] = frozenset()
    pinned: frozenset[TrackId] = frozenset()


@dataclass(frozen=True, slots=True)
class Appearance:
    """How things look, as against what is shown."""

    language: Language = Language.ENGLISH
    theme: Theme = Theme.LIGHT
    text_scale: float = 1.0
    """1.0 … 2.0"""
    direction: TimeDirection = TimeDirection.FOLLOW_LANGUAGE
    calendars: tuple[Calendar, ...] = (Calendar.GREGORIAN, Calendar.SOLAR_HIJRI)
    reduced_motion: bool = False
    low_reach: bool = False
    """Controls at the foot of the window, within reach from a wheelchair."""

    @property
    def time_mirrored(self) -> bool:
        """True when later lies to the left."""
        if self.direction is TimeDirection.FOLLOW_LANGUAGE:
            return self.language.right_to_left
        return self.direction is TimeDirection.RIGHT_TO_LEFT


@dataclass(frozen=True, slots=True)
class StoryPlace:
    """Where a guided tour stands."""

    story: StoryId
    step: int = 0
    """Counted from 0; -1 while the story is offered and not begun."""
    playing: bool = True
    left: bool = False
    """True while the reader explores on their own; the tour can be taken up again at this step."""


@dataclass(frozen=True, slots=True)
class ViewState:
    """All that the person is looking at."""

    visible: Range
    selection: Selection = Nothing()
    source: OpenSource | None = None
    filters: Filters = Filters()
    query: str = ""
    hit: int = -1
    """Position of the current hit among the hits of `query`; -1 before the first step."""
    tracks: Tracks = Tracks()
    layout: Layout = Layout.TIMELINE
    appearance: Appearance = Appearance()
    marked_range: Range | None = None
    """Range chosen on the ruler."""
    revealed: frozenset[str] = frozenset()
    """Event ids, and `*kind` for whole kinds, whose content warning the reader has passed."""
    story: StoryPlace | None = None
    accounts: AccountsView = AccountsView()
    tray_open: bool = False
    focus: EventId | None = None
    """Event under the keyboard focus when it is not the selected one."""
