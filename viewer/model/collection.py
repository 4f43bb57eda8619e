"""Put the entries of a collection together: everything but the events is the library."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from viewer.model.claim import Claim
from viewer.model.entities import Group, Period, Person, Place, Term
from viewer.model.event import Event
from viewer.model.ids import (
    CategoryId,
    ClaimId,
    EventId,
    GroupId,
    PeriodId,
    PersonId,
    PlaceId,
    SourceId,
    StoryId,
    TermId,
    TrackId,
    WarningKind,
)
from viewer.model.source import Source
from viewer.model.story import Story
from viewer.model.text import Text


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of event; several categories may share a track."""

    id: CategoryId
    label: Text
    track: TrackId


@dataclass(frozen=True, slots=True)
class Track:
    """A labelled group of lanes; colour and shape are tokens of the theme."""

    id: TrackId
    label: Text
    colour: str
    shape: str = "square"


@dataclass(frozen=True, slots=True)
class About:
    """What the collection says of itself."""

    id: str
    title: Text
    description: Text = Text()
    version: str = "0"
    date: str = ""
    languages: tuple[str, ...] = ("en",)
    licence: str = ""
    contact: str = ""
    editors: tuple[str, ...] = ()
    warning_labels: Mapping[WarningKind, Text] = field(default_factory=dict)
    start_view: str = ""
    """EDTF interval to show first; empty shows everything."""
    always_ask: bool = False
    """A house may have every sensitive text ask anew, and never once for a whole kind."""


@dataclass(frozen=True, slots=True)
class Library:
    """Everything of a collection but its events; small enough to stay in memory."""

    about: About
    tracks: Mapping[TrackId, Track]
    categories: Mapping[CategoryId, Category]
    sources: Mapping[SourceId, Source] = field(default_factory=dict)
    people: Mapping[PersonId, Person] = field(default_factory=dict)
    groups: Mapping[GroupId, Group] = field(default_factory=dict)
    places: Mapping[PlaceId, Place] = field(default_factory=dict)
    claims: Mapping[ClaimId, Claim] = field(default_factory=dict)
    glossary: Mapping[TermId, Term] = field(default_factory=dict)
    periods: Mapping[PeriodId, Period] = field(default_factory=dict)
    stories: Mapping[StoryId, Story] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Collection:
    """A whole collection in memory, as decoded from its files."""

    library: Library
    events: Mapping[EventId, Event]
