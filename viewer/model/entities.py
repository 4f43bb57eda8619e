"""Describe the people, groups, places and terms that events speak of."""

from dataclasses import dataclass

from viewer.model.dates.edtf import FuzzyDate
from viewer.model.evidence import Check
from viewer.model.ids import GroupId, PeriodId, PersonId, PlaceId, TermId
from viewer.model.restricted import Withheld
from viewer.model.text import Text


@dataclass(frozen=True, slots=True)
class Variant:
    """Another spelling or name, in any script, with who uses it."""

    text: str
    note: Text = Text()


@dataclass(frozen=True, slots=True)
class Office:
    """A role a person held, with its dates where known."""

    text: Text
    when: FuzzyDate | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person in a public role."""

    id: PersonId
    name: Text
    variants: tuple[Variant, ...] = ()
    roles: tuple[Office, ...] = ()
    bio: Text = Text()
    check: Check = Check()
    unreviewed: frozenset[str] = frozenset()
    withheld: tuple[Withheld, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A body, party or informal group."""

    id: GroupId
    name: Text
    variants: tuple[Variant, ...] = ()
    kind: Text = Text()
    bio: Text = Text()
    check: Check = Check()
    unreviewed: frozenset[str] = frozenset()
    withheld: tuple[Withheld, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place; coordinates are WGS 84 degrees and only as exact as `kind` says."""

    id: PlaceId
    name: Text
    variants: tuple[Variant, ...] = ()
    kind: Text = Text()
    latitude: float | None = None
    longitude: float | None = None
    check: Check = Check()
    unreviewed: frozenset[str] = frozenset()
    withheld: tuple[Withheld, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry."""

    id: TermId
    term: Text
    note: Text = Text()


@dataclass(frozen=True, slots=True)
class Period:
    """A background stretch of time drawn behind the tracks, such as a war."""

    id: PeriodId
    label: Text
    when: FuzzyDate
