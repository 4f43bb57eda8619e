"""Build columns and links from whole events, for collections that fit in memory."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from viewer.base.instant import TIME_MAX, TIME_MIN
from viewer.model.collection import Library
from viewer.model.columns import EventColumns, Flag, Int64, Links, Parts
from viewer.model.dates.fuzzy import FuzzyDate
from viewer.model.edition import LINK_KINDS
from viewer.model.event import Event, Involved
from viewer.model.evidence import CheckState
from viewer.model.ids import ClaimId, EventId

NOWHERE = (TIME_MIN, TIME_MAX, TIME_MIN, TIME_MAX)


def in_order(events: Iterable[Event]) -> tuple[list[Event], int]:
    """Return events in the order of the columns, and how many of them have a place on the axis."""
    every = list(events)
    placed = [event for event in every if is_placed(event)]
    placed.sort(key=_place_in_order)
    tray = sorted((event for event in every if not is_placed(event)), key=lambda event: event.id)
    return placed + tray, len(placed)


def is_placed(event: Event) -> bool:
    """Tell whether the event can stand on the axis."""
    return event.when is not None and event.when.date.is_placeable


def _place_in_order(event: Event) -> tuple[int, int, str]:
    date = event.when.date if event.when else None
    return (date.start_min, date.end_max, event.id) if date else (TIME_MIN, TIME_MAX, event.id)


def build_columns(events: Sequence[Event], placed: int, library: Library) -> EventColumns:
    """Return the columns of events that stand in order."""
    bounds = np.array([_bounds(event) for event in events], np.int64).reshape(-1, 4)
    rows = {category: row for row, category in enumerate(library.categories)}
    contested = contested_events(events, library)
    parts = [(index, *span) for index, event in enumerate(events[:placed]) for span in parts_of(event)]
    return EventColumns(
        placed=placed,
        start_min=_column(bounds, 0),
        start_max=_column(bounds, 1),
        end_min=_column(bounds, 2),
        end_max=_column(bounds, 3),
        category=np.array([rows.get(event.category, -1) for event in events], np.int16),
        importance=np.array([event.importance for event in events], np.int8),
        flags=np.array([event_flags(event, contested) for event in events], np.uint16),
        parts=_parts(parts),
    )


def _column(bounds: Int64, number: int) -> Int64:
    return np.ascontiguousarray(bounds[:, number])


def _bounds(event: Event) -> tuple[int, int, int, int]:
    if event.when is None:
        return NOWHERE
    date = event.when.date
    return date.start_min, date.start_max, date.end_min, date.end_max


def parts_of(event: Event) -> tuple[tuple[int, int], ...]:
    """Return the separate possibilities of an event that is one of a set."""
    return event.when.date.parts if event.when else ()


def _parts(rows: list[tuple[int, int, int]]) -> Parts:
    table = np.array(rows, np.int64).reshape(-1, 3)
    return Parts(table[:, 0].astype(np.int32), table[:, 1].copy(), table[:, 2].copy())


def event_flags(event: Event, contested: frozenset[EventId]) -> int:
    """Return the flags of an event; `contested` are the events that touch a question answered differently."""
    flags = Flag(0)
    if event.when:
        flags |= date_flags(event.when.date)
        flags |= Flag.STATED if event.when.stated else Flag(0)
    if event.id in contested:
        flags |= Flag.CONTESTED
    if event.warnings:
        flags |= Flag.SENSITIVE
    if event.check.state is not CheckState.CHECKED:
        flags |= Flag.UNCHECKED
    return int(flags)


def date_flags(date: FuzzyDate) -> Flag:
    """Return what a mark must tell about a date."""
    told = {
        Flag.OPEN_START: date.open_start,
        Flag.OPEN_END: date.open_end,
        Flag.UNKNOWN_START: date.unknown_start,
        Flag.UNKNOWN_END: date.unknown_end,
        Flag.APPROXIMATE: date.approximate,
        Flag.UNCERTAIN: date.uncertain,
        Flag.SET: date.is_set,
        Flag.INTERVAL: date.is_interval,
    }
    flags = Flag(0)
    for flag, holds in told.items():
        flags |= flag if holds else Flag(0)
    return flags


def claims_by_event(library: Library) -> dict[EventId, list[ClaimId]]:
    """Return the questions that name each event."""
    named: dict[EventId, list[ClaimId]] = {}
    for claim in library.claims.values():
        for event in claim.events:
            named.setdefault(event, []).append(claim.id)
    return named


def contested_events(events: Iterable[Event], library: Library) -> frozenset[EventId]:
    """Return the events that touch a question to which there is more than one answer."""
    open_questions = {claim.id for claim in library.claims.values() if len(claim.answers) > 1}
    named = claims_by_event(library)
    touched = {event.id: (*event.claims, *named.get(event.id, ())) for event in events}
    return frozenset(event for event, claims in touched.items() if not open_questions.isdisjoint(claims))


def build_links(events: Sequence[Event], library: Library) -> dict[str, Links]:
    """Return, for each of `LINK_KINDS`, the events that stand in order by the entities they name."""
    named = claims_by_event(library)
    return {kind: make_links([_linked(event, kind, named) for event in events]) for kind in LINK_KINDS}


def _linked(event: Event, kind: str, named: Mapping[EventId, list[ClaimId]]) -> Iterable[str]:
    """Return the ids of the entities of one kind that belong to an event."""
    match kind:
        case "sources":
            return (citation.source for citation in event.citations)
        case "claims":
            return (*event.claims, *named.get(event.id, ()))
        case "warnings":
            return event.warnings
        case _:
            involved: tuple[Involved, ...] = getattr(event, kind)
            return (one.ref for one in involved)


def make_links(entities: Iterable[Iterable[str]]) -> Links:
    """Return the links of events, given the ids that belong to each of them by index."""
    pairs = [(entity, index) for index, ids in enumerate(entities) for entity in dict.fromkeys(ids)]
    names = sorted({entity for entity, _ in pairs})
    rows = {name: row for row, name in enumerate(names)}
    return links_from_pairs(
        tuple(names),
        np.array([rows[entity] for entity, _ in pairs], np.int64),
        np.array([index for _, index in pairs], np.int64),
    )


def links_from_pairs(ids: tuple[str, ...], rows: Int64, events: Int64) -> Links:
    """Return the links between entities, by row in `ids`, and events; every pair occurs once."""
    order = np.lexsort((events, rows))
    offsets = np.searchsorted(rows[order], np.arange(len(ids) + 1))
    return Links(ids, offsets.astype(np.int64), events[order].astype(np.int32))
