"""Describe a guided tour through a collection."""

from dataclasses import dataclass

from viewer.model.dates.edtf import FuzzyDate
from viewer.model.ids import ClaimId, EventId, PassageId, SourceId, StoryId
from viewer.model.text import Text


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what to show, what is selected, what is said, how long it rests."""

    text: Text
    view: FuzzyDate | None = None
    """The time to show; its possible span fills the timeline."""
    event: EventId | None = None
    claim: ClaimId | None = None
    source: SourceId | None = None
    passage: PassageId | None = None
    cites: tuple[SourceId, ...] = ()
    dwell: float = 12.0
    """Seconds before the next step while the story plays."""


@dataclass(frozen=True, slots=True)
class Story:
    """A guided tour."""

    id: StoryId
    title: Text
    summary: Text
    steps: tuple[Step, ...]
    warnings: tuple[str, ...] = ()
