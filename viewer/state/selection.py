"""Say what is selected: one of these, matched with `assert_never`."""

from dataclasses import dataclass

from viewer.model.ids import (
    AnswerId,
    ClaimId,
    EventId,
    GroupId,
    PassageId,
    PersonId,
    PlaceId,
    SourceId,
    TermId,
)


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing is selected; the detail pane introduces the collection."""


@dataclass(frozen=True, slots=True)
class EventSelected:
    """An event."""

    event: EventId


@dataclass(frozen=True, slots=True)
class PersonSelected:
    """A person's page."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class GroupSelected:
    """A group's page."""

    group: GroupId


@dataclass(frozen=True, slots=True)
class PlaceSelected:
    """A place's page."""

    place: PlaceId


@dataclass(frozen=True, slots=True)
class ClaimSelected:
    """A question on which sources differ, with one answer marked where there is one."""

    claim: ClaimId
    answer: AnswerId | None = None


@dataclass(frozen=True, slots=True)
class TermSelected:
    """A glossary entry, or the whole glossary."""

    term: TermId | None = None


@dataclass(frozen=True, slots=True)
class MembersSelected:
    """Events shown as a list: the members of a cluster, or of a time range when `indexes` is empty.

    `indexes` are event indexes of this edition.
    """

    start: int
    end: int
    indexes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceSelected:
    """The summary of how the evidence of the whole collection stands."""


Selection = (
    Nothing
    | EventSelected
    | PersonSelected
    | GroupSelected
    | PlaceSelected
    | ClaimSelected
    | TermSelected
    | MembersSelected
    | EvidenceSelected
)


@dataclass(frozen=True, slots=True)
class OpenSource:
    """What the source pane shows: a source, where in it, and through which citation."""

    source: SourceId
    passage: PassageId | None = None
    citation: str | None = None
    """Key of the citation of the selected event or answer that led here."""
    document: int | None = None
    """Position in `Source.documents` when a document is open instead of the digest."""
