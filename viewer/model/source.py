"""Describe a source: what it is, who speaks, what it can show, and what it says in our words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from viewer.model.dates.edtf import FuzzyDate
from viewer.model.evidence import Check, Selector
from viewer.model.ids import ClaimId, EventId, GroupId, PassageId, PersonId, SourceId
from viewer.model.restricted import Withheld
from viewer.model.text import Text


class Position(StrEnum):
    """From where a source or claimant speaks; answers are grouped by it."""

    STATE = "state"
    INSIDER = "insider"
    UN = "un"
    COURT = "court"
    NGO = "ngo"
    TRIBUNAL = "tribunal"
    SURVIVOR = "survivor"
    OPPOSITION = "opposition"
    ACADEMIC = "academic"
    PRESS = "press"
    REFERENCE = "reference"
    OTHER = "other"


class Verdict(StrEnum):
    """How other sources stand to a passage."""

    AGREES = "agrees"
    PARTLY = "partly"
    DIFFERS = "differs"
    SILENT = "silent"
    NOT_CONTENT = "not-content"


@dataclass(frozen=True, slots=True)
class Passage:
    """An addressable part of a source, retold in the project's own words."""

    id: PassageId
    text: Text
    label: str = ""
    """Number or place as the source has it, such as `¶15`."""
    verdict: Verdict | None = None
    remark: Text = Text()
    events: tuple[EventId, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    people: tuple[PersonId, ...] = ()
    groups: tuple[GroupId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    selectors: tuple[Selector, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file of a source that travels with the collection, or that a reader may attach."""

    path: str
    """Path below the collection folder with `/`; empty when rights forbid bundling."""
    media_type: str
    sha256: str
    title: Text = Text()
    bundled: bool = True


@dataclass(frozen=True, slots=True)
class Name:
    """A CSL-JSON name: either a literal body or family and given names."""

    literal: str = ""
    family: str = ""
    given: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A source; bibliographic fields carry CSL-JSON names in `csl`."""

    id: SourceId
    title: Text
    type: str
    """CSL item type, such as `report`, `article-newspaper`, `legal_case`."""
    genre: str = ""
    authors: tuple[Name, ...] = ()
    issued: FuzzyDate | None = None
    issued_note: Text = Text()
    csl: Mapping[str, str] = field(default_factory=dict)
    """Further CSL fields that are plain strings: publisher, number, ISBN, container-title, URL, language …"""
    position: Position = Position.OTHER
    speaks: Text = Text()
    """Who speaks, in words."""
    limits: Text = Text()
    """What the source can and cannot show."""
    licence: Text = Text()
    seen: tuple[str, ...] = ()
    """Where the editors saw it: addresses as plain text, never opened."""
    check: Check = Check()
    digest: tuple[Passage, ...] = ()
    documents: tuple[Document, ...] = ()
    unreviewed: frozenset[str] = frozenset()
    withheld: tuple[Withheld, ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """Kinds of content warning over any of its passages, each once."""
        return tuple(dict.fromkeys(kind for passage in self.digest for kind in passage.warnings))

    def passage(self, passage_id: PassageId | None) -> Passage | None:
        """Return the passage with that id, or None."""
        return next((p for p in self.digest if p.id == passage_id), None)
