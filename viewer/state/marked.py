"""Say which events the timeline marks: the hits of a search, or what belongs to what is being read."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from viewer.model.edition import Edition
from viewer.model.ids import AnswerId, ClaimId, EventId
from viewer.state.selection import ClaimSelected, GroupSelected, PersonSelected, PlaceSelected
from viewer.state.session import Session
from viewer.state.view_state import ViewState

Indexes = NDArray[np.int64]


def marked_events(session: Session) -> Indexes:
    """Return the indexes of shown events to be marked, rising.

    A search comes first; else where a chosen answer was said, the events of an open question, person, group
    or place, or those that cite the open source.
    """
    state = session.state
    if state.query.strip():
        return session.hits()
    found = _belonging(session.edition, state)
    return found[session.shown().mask[found]]


def _belonging(edition: Edition, state: ViewState) -> Indexes:
    match state.selection:
        case ClaimSelected(claim, answer) if answer is not None:
            return _where_said(edition, claim, answer)
        case ClaimSelected(claim):
            return _linked(edition, "claims", claim)
        case PersonSelected(person):
            return _linked(edition, "people", person)
        case GroupSelected(group):
            return _linked(edition, "groups", group)
        case PlaceSelected(place):
            return _linked(edition, "places", place)
        case _:
            return _linked(edition, "sources", state.source.source) if state.source else _indexes(())


def _where_said(edition: Edition, claim: ClaimId, answer: AnswerId) -> Indexes:
    found = edition.library.claims.get(claim)
    said = next((row.said_in for row in found.answers if row.id == answer), None) if found else None
    index = edition.index_of(EventId(said)) if said else None
    return _indexes(() if index is None else (index,))


def _linked(edition: Edition, kind: str, entity: str) -> Indexes:
    return edition.links[kind].of(entity).astype(np.int64)


def _indexes(items: Iterable[int]) -> Indexes:
    return np.fromiter(items, np.int64)
