"""Say which events are shown: every field narrows the set, an empty one does not."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from viewer.model.ids import ClaimId, GroupId, PersonId, PlaceId, SourceId, TrackId, WarningKind


class EvidenceKind(StrEnum):
    """Ways in which the evidence of an event is thin or disputed."""

    CHECKED = "checked"
    UNCHECKED = "unchecked"
    CONTESTED = "contested"
    ONE_SOURCE = "one-source"
    ONE_SIDE = "one-side"
    SECOND_HAND = "second-hand"
    NO_PAGE = "no-page"


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of the window. Within one field any match counts; fields combine with "and"."""

    hidden_tracks: frozenset[TrackId] = frozenset()
    people: frozenset[PersonId] = frozenset()
    groups: frozenset[GroupId] = frozenset()
    places: frozenset[PlaceId] = frozenset()
    sources: frozenset[SourceId] = frozenset()
    claims: frozenset[ClaimId] = frozenset()
    warnings: frozenset[WarningKind] = frozenset()
    evidence: frozenset[EvidenceKind] = field(default_factory=frozenset)

    @property
    def active(self) -> bool:
        """True when anything is filtered out."""
        return self != Filters()

    def toggled(self, name: str, value: str) -> "Filters":
        """Return filters with `value` put into or taken out of the field `name`."""
        return replace(self, **{name: getattr(self, name) ^ {value}})
