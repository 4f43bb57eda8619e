"""Commands that open events, sources, people, places, questions and terms."""

from dataclasses import replace

import numpy as np

from viewer.commands.areas.time import fitted
from viewer.commands.command import Command, Menu, Outcome, fixed
from viewer.commands.effects import ShowRange
from viewer.model.event import Event
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
from viewer.state import selection as sel
from viewer.state.consent import ALL
from viewer.state.selectors import OPEN, span_of
from viewer.state.session import Session
from viewer.state.transitions import select
from viewer.state.transitions.time import clamped
from viewer.state.view_state import Range, ViewState


def open_event(session: Session, event: str, citation: str | None = None) -> Outcome:
    """Select an event, bring it into view, and open the source of one of its citations."""
    index = session.edition.index_of(EventId(event))
    if index is None:
        return None
    source = opened_by(session.edition.event(index), citation)
    visible = in_view(session, index)

    def opened(state: ViewState) -> ViewState:
        return replace(
            state, selection=sel.EventSelected(EventId(event)), source=source, visible=visible, focus=None
        )

    return opened


def opened_by(event: Event, key: str | None = None) -> sel.OpenSource | None:
    """Return the source to open for the citation `key` of an event, or for its first citation."""
    citation = event.citation(key) if key else next(iter(event.citations), None)
    if citation is None:
        return None
    return sel.OpenSource(citation.source, citation.passage, citation.key)


def in_view(session: Session, index: int) -> Range:
    """Return the visible range, moved just as far as needed to see the event."""
    span = span_of(session.edition, np.array([index]))
    now = session.state.visible
    if span is None or abs(span[0]) >= OPEN or (now.start <= span[0] < now.end and span[1] > now.start):
        return now
    middle = (span[0] + min(span[1], span[0] + now.length)) / 2
    return clamped(middle - now.length / 2, middle + now.length / 2)


def open_source(
    session: Session, source: str, passage: str | None = None, citation: str | None = None
) -> Outcome:
    """Open a source at a passage; a document of it that is open stays open."""
    if SourceId(source) not in session.edition.library.sources:
        return None
    place, now = PassageId(passage) if passage else None, session.state.source
    document = now.document if now and now.source == source else None
    return select.open_source(sel.OpenSource(SourceId(source), place, citation, document))


def open_person(session: Session, person: str) -> Outcome:
    """Open a person's page."""
    del session
    return select.select(sel.PersonSelected(PersonId(person)))


def open_group(session: Session, group: str) -> Outcome:
    """Open a group's page."""
    del session
    return select.select(sel.GroupSelected(GroupId(group)))


def open_place(session: Session, place: str) -> Outcome:
    """Open a place's page."""
    del session
    return select.select(sel.PlaceSelected(PlaceId(place)))


def open_claim(session: Session, claim: str, answer: str | None = None) -> Outcome:
    """Open a question on which sources differ, with one answer marked and its source opened."""
    found = session.edition.library.claims.get(ClaimId(claim))
    if found is None:
        return None
    chosen = next((row for row in found.answers if row.id == answer), None)
    selection = sel.ClaimSelected(ClaimId(claim), AnswerId(answer) if answer else None)
    if chosen is None or not chosen.citations:
        return select.select(selection)
    citation = chosen.citations[0]
    return select.follow(selection, sel.OpenSource(citation.source, citation.passage, citation.key))


def open_term(session: Session, term: str | None = None) -> Outcome:
    """Open the glossary, at a term if one is given."""
    del session
    return select.select(sel.TermSelected(TermId(term) if term else None))


def open_members(session: Session, start: int, end: int, indexes: tuple[int, ...] = ()) -> Outcome:
    """Show the members of a cluster, or all events of a stretch of time, as a list."""
    del session
    return select.select(sel.MembersSelected(start, end, indexes))


def open_marked(session: Session) -> Outcome:
    """List the events of the range marked on the ruler."""
    marked = session.state.marked_range
    return open_members(session, marked.start, marked.end) if marked else None


def open_cluster(session: Session, start: int, end: int, indexes: tuple[int, ...]) -> Outcome:
    """Zoom to a cluster where its members can be parted, and list them where they cannot."""
    columns = session.edition.columns
    if len({int(columns.start_min[i]) for i in indexes}) > 1:
        effect: ShowRange = fitted(start, end)
        if effect.end - effect.start < session.state.visible.length * 0.9:
            return effect
    return select.select(sel.MembersSelected(start, end, indexes))


def reveal(session: Session, key: str) -> Outcome:
    """Read on past a content warning: of one entry, or of a whole kind (`*kind`) where the house allows."""
    if key.startswith(ALL) and session.edition.library.about.always_ask:
        return None
    return select.reveal(key)


def conceal(session: Session, key: str) -> Outcome:
    """Put content warnings back; `key` may hold several keys with spaces between."""
    del session
    return select.conceal(*key.split())


def has_revealed(session: Session) -> bool:
    """Allow a command only while some content warning is passed."""
    return bool(session.state.revealed)


COMMANDS = (
    Command("open.event", open_event, needs=("event",)),
    Command("open.source", open_source, needs=("source",)),
    Command("open.no-source", fixed(select.open_source(None))),
    Command("open.person", open_person, needs=("person",)),
    Command("open.group", open_group, needs=("group",)),
    Command("open.place", open_place, needs=("place",)),
    Command("open.claim", open_claim, needs=("claim",)),
    Command("open.term", open_term, needs=("term",)),
    Command("open.members", open_members, needs=("start", "end")),
    Command(
        "open.marked",
        open_marked,
        ("Shift+M",),
        Menu.VIEW,
        enabled=lambda s: s.state.marked_range is not None,
    ),
    Command("open.cluster", open_cluster, needs=("start", "end", "indexes")),
    Command("open.reveal", reveal, needs=("key",)),
    Command("open.conceal", conceal, needs=("key",)),
    Command("open.conceal-all", fixed(select.conceal_all), ("Ctrl+H",), Menu.EVIDENCE, enabled=has_revealed),
    Command("open.glossary", open_term, ("Ctrl+Shift+G",), Menu.EVIDENCE),
    Command("open.evidence", fixed(select.select(sel.EvidenceSelected())), ("Ctrl+Shift+I",), Menu.EVIDENCE),
    Command("open.introduction", fixed(select.select(sel.Nothing())), ("Alt+Home",), Menu.COLLECTION),
)
