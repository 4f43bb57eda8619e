"""Describe a question on which sources answer differently; nothing here averages or ranks."""

from dataclasses import dataclass

from viewer.model.dates.edtf import FuzzyDate
from viewer.model.evidence import Check, Citation
from viewer.model.ids import AnswerId, ClaimId, EventId, GroupId, PersonId, WarningKind
from viewer.model.restricted import Withheld
from viewer.model.source import Position
from viewer.model.text import Text


@dataclass(frozen=True, slots=True)
class Quantity:
    """Numbers an answer gives: one or more ranges, each possibly open.

    `ranges` holds (low, high) pairs in the order of the source; a point has low == high, None is an
    open end ("more than", "fewer than"). Two pairs mean "either … or …", never a mean of them.
    """

    ranges: tuple[tuple[float | None, float | None], ...]
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class DateAnswer:
    """Dates an answer gives, each an EDTF date or interval."""

    dates: tuple[FuzzyDate, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """An answer in words ("thousands"), with the bounds the words allow when there are any."""

    low: float | None = None
    high: float | None = None


Value = Quantity | DateAnswer | Words


@dataclass(frozen=True, slots=True)
class Answer:
    """What one claimant says."""

    id: AnswerId
    text: Text
    """The answer in words, as short as the source allows."""
    value: Value
    claimant: Text
    claimant_refs: tuple[PersonId | GroupId, ...] = ()
    position: Position = Position.OTHER
    counts: Text = Text()
    """What exactly is counted, or what the answer is about."""
    basis: Text = Text()
    said: FuzzyDate | None = None
    """When the claimant said so."""
    said_in: EventId | None = None
    """The event in which the claimant said so, where the collection has one."""
    citations: tuple[Citation, ...] = ()
    check: Check = Check()


@dataclass(frozen=True, slots=True)
class Claim:
    """A question with the answers of the sources."""

    id: ClaimId
    question: Text
    answers: tuple[Answer, ...]
    note: Text = Text()
    """Editor's note: what may be said to be shared, without calling anyone wrong."""
    unit: Text = Text()
    logarithmic: bool = False
    events: tuple[EventId, ...] = ()
    warnings: tuple[WarningKind, ...] = ()
    """Kinds of content warning over its answers and note; the question itself is written to be safe."""
    unreviewed: frozenset[str] = frozenset()
    withheld: tuple[Withheld, ...] = ()
    """What was left out, also of its answers."""
