"""Name the kinds of identifier so that the type checker keeps them apart."""

from typing import NewType

EventId = NewType("EventId", str)
SourceId = NewType("SourceId", str)
PassageId = NewType("PassageId", str)
PersonId = NewType("PersonId", str)
GroupId = NewType("GroupId", str)
PlaceId = NewType("PlaceId", str)
ClaimId = NewType("ClaimId", str)
AnswerId = NewType("AnswerId", str)
CategoryId = NewType("CategoryId", str)
TrackId = NewType("TrackId", str)
TermId = NewType("TermId", str)
PeriodId = NewType("PeriodId", str)
StoryId = NewType("StoryId", str)
WarningKind = NewType("WarningKind", str)
