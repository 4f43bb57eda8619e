"""Say where a link of a page leads: one of these, matched with `assert_never`."""

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
    StoryId,
    TermId,
)


@dataclass(frozen=True, slots=True)
class EventTarget:
    """Select an event."""

    event: EventId


@dataclass(frozen=True, slots=True)
class PersonTarget:
    """Open the page of a person."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class GroupTarget:
    """Open the page of a group."""

    group: GroupId


@dataclass(frozen=True, slots=True)
class PlaceTarget:
    """Open the page of a place."""

    place: PlaceId


@dataclass(frozen=True, slots=True)
class ClaimTarget:
    """Open a question, with one answer marked where there is one."""

    claim: ClaimId
    answer: AnswerId | None = None


@dataclass(frozen=True, slots=True)
class SourceTarget:
    """Open a source in the source pane, at a passage, through a citation of what is selected."""

    source: SourceId
    passage: PassageId | None = None
    citation: str | None = None


@dataclass(frozen=True, slots=True)
class TermTarget:
    """Open the glossary, at one term where there is one."""

    term: TermId | None = None


@dataclass(frozen=True, slots=True)
class StoryTarget:
    """Start a guided tour."""

    story: StoryId


@dataclass(frozen=True, slots=True)
class CommandTarget:
    """Run a command by id with its arguments as (name, value) pairs."""

    command: str
    args: tuple[tuple[str, str], ...] = ()


Target = (
    EventTarget
    | PersonTarget
    | GroupTarget
    | PlaceTarget
    | ClaimTarget
    | SourceTarget
    | TermTarget
    | StoryTarget
    | CommandTarget
)
