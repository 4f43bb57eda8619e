"""Describe an event: a point or stretch of time with statements that rest on citations."""

from dataclasses import dataclass
from enum import StrEnum

from viewer.model.dates.calendars import Calendar
from viewer.model.dates.edtf import FuzzyDate
from viewer.model.evidence import Check, Citation
from viewer.model.ids import CategoryId, ClaimId, EventId, GroupId, PersonId, PlaceId, WarningKind
from viewer.model.restricted import Withheld
from viewer.model.text import Text


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date as the source states it, in the source's own calendar."""

    text: str
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class When:
    """The date of an event, its wording in the source, and how firm it is."""

    date: FuzzyDate
    stated: StatedDate | None = None
    note: Text = Text()
    cites: tuple[str, ...] = ()
    """Keys of the event's citations that carry the date; empty: the event's citations in general."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of an event's text with the keys of the citations it rests on."""

    text: Text
    cites: tuple[str, ...] = ()
    check: Check | None = None
    """Set where this statement was checked otherwise than the event as a whole."""
    according_to: Text = Text()
    """Who alone says so, where one party alone speaks."""


@dataclass(frozen=True, slots=True)
class Involved:
    """A person, group or place that takes part in an event, in a role."""

    ref: PersonId | GroupId | PlaceId
    role: Text = Text()
    cites: tuple[str, ...] = ()


class RelationKind(StrEnum):
    """How one event stands to another."""

    RELATED = "related"
    PART_OF = "part-of"
    FOLLOWS = "follows"
    REPORTS = "reports"
    RESPONDS = "responds"


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one event to another."""

    event: EventId
    kind: RelationKind = RelationKind.RELATED


@dataclass(frozen=True, slots=True)
class Event:
    """A documented event."""

    id: EventId
    title: Text
    when: When | None
    category: CategoryId
    importance: int = 3
    """1 (names the story) … 5 (detail); orders labels."""
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    title_cites: tuple[str, ...] = ()
    people: tuple[Involved, ...] = ()
    groups: tuple[Involved, ...] = ()
    places: tuple[Involved, ...] = ()
    related: tuple[Relation, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    warnings: tuple[WarningKind, ...] = ()
    check: Check = Check()
    unreviewed: frozenset[str] = frozenset()
    """Languages whose translation no one has reviewed yet."""
    withheld: tuple[Withheld, ...] = ()

    def citation(self, key: str) -> Citation | None:
        """Return the citation with that key, or None."""
        return next((c for c in self.citations if c.key == key), None)
