"""Describe how a house shows a collection: languages, times of rest, opening hours, who may leave."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from viewer.model.ids import CategoryId, EventId, StoryId, WarningKind
from viewer.model.text import Text

DAY_MINUTES = 24 * 60
ROLES = ("previous", "next", "enter", "back", "help")
"""What the five keys of a keypad do."""


@dataclass(frozen=True, slots=True)
class FirstView:
    """What a visitor finds at first; empty fields leave it to the collection."""

    view: str = ""
    """Time to show, in EDTF."""
    event: EventId | None = None
    story: StoryId | None = None


@dataclass(frozen=True, slots=True)
class IdleTimes:
    """Seconds without input before the countdown, of the countdown, and without input while a story plays."""

    after: float = 90.0
    countdown: float = 20.0
    story: float = 300.0


@dataclass(frozen=True, slots=True)
class Attract:
    """What passes over the screen while nobody is there; without events the collection chooses."""

    events: tuple[EventId, ...] = ()
    texts: tuple[Text, ...] = ()
    headline: float = 12.0
    """Seconds for each headline; the timeline glides on with them."""


@dataclass(frozen=True, slots=True)
class RaisedWarning:
    """A content warning that the house adds to events or whole categories."""

    kind: WarningKind
    label: Text | None = None
    events: tuple[EventId, ...] = ()
    categories: tuple[CategoryId, ...] = ()


@dataclass(frozen=True, slots=True)
class WarningPolicy:
    """Warnings beyond those of the collection; there is no way to take one away."""

    always_ask: bool = False
    """Ask for each entry anew, and never once for a whole kind."""
    extra: tuple[RaisedWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Opening:
    """Minutes of the day from which and until which the screen is lit; an end below the start is tomorrow."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours by weekday, Monday first; None is closed, and every day is open all day unless told."""

    days: tuple[Opening | None, ...] = (Opening(0, DAY_MINUTES),) * 7

    def open_at(self, now: datetime) -> bool:
        """Tell whether the screen is lit at a local time."""
        minute = now.hour * 60 + now.minute
        today = self.days[now.weekday()]
        if today and today.start <= minute and (minute < today.end or today.end <= today.start):
            return True
        before = self.days[(now - timedelta(days=1)).weekday()]
        return before is not None and before.end <= before.start and minute < before.end


@dataclass(frozen=True, slots=True)
class ExitPin:
    """The PIN of the staff as scrypt (RFC 7914) leaves it; the PIN itself is nowhere."""

    cost: int
    salt: bytes
    digest: bytes


@dataclass(frozen=True, slots=True)
class Venue:
    """Everything a house decides."""

    collection: Path | None = None
    languages: tuple[str, ...] = ("en", "fa")
    language: str = ""
    """The one at first; the first of `languages` unless given."""
    start: FirstView = FirstView()
    idle: IdleTimes = IdleTimes()
    attract: Attract = Attract()
    text_size: int = 130
    """Percent."""
    theme: str = "dark"
    time: str = "follow-language"
    """Direction of time."""
    reduced_motion: bool = False
    warnings: WarningPolicy = WarningPolicy()
    hours: Hours = Hours()
    exit_pin: ExitPin | None = None
    keypad: Mapping[str, str] = field(default_factory=dict)
    """Name of a key for each of `ROLES`."""
    screens: Mapping[str, int] = field(default_factory=dict)
    """Number of a screen, from 1, for `timeline` and `source`."""
    counts: Path | None = None
    """File for the daily totals; None counts nothing."""

    @property
    def first_language(self) -> str:
        """Language of the interface before anyone chose."""
        return self.language or self.languages[0]
