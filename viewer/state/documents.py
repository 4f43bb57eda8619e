"""Derive from the state which documents an open source has, and which places in them are cited."""

from dataclasses import dataclass, replace

from viewer.model.evidence import Selector
from viewer.model.own_copy import OwnCopy
from viewer.model.source import Document, Source
from viewer.model.text import Text
from viewer.state.consent import is_passed
from viewer.state.pages.reader import Reader
from viewer.state.pages.source import cited_through
from viewer.state.selection import OpenSource
from viewer.state.session import Session


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a document of a source: bundled, attached, or still empty."""

    number: int
    document: Document | None = None
    """What the edition says of it; None where it names no such document."""
    copy: OwnCopy | None = None
    """The reader's own copy, which stands in for a document that does not travel."""

    @property
    def is_bundled(self) -> bool:
        """Tell whether it travels with the collection."""
        return self.document is not None and self.document.bundled

    @property
    def title(self) -> Text:
        """Title that the edition gives it."""
        return self.document.title if self.document else Text()


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A passage or citation that says where in the source it stands."""

    label: str
    """Number or place as the source has it; empty for a citation that names no passage."""
    selectors: tuple[Selector, ...]
    opened: OpenSource
    """What to open in order to stand there."""


def open_source_of(session: Session) -> Source | None:
    """Return the source that is open."""
    opened = session.state.source
    return session.edition.library.sources.get(opened.source) if opened else None


def slots_of(session: Session, source: Source) -> tuple[Slot, ...]:
    """Return the documents of a source, those of the edition first."""
    slots = [Slot(n, document, _copy(session, source, n)) for n, document in enumerate(source.documents)]
    extra = session.copies.of(source.id, len(slots))
    return (*slots, Slot(len(slots), None, extra)) if extra else tuple(slots)


def attaching_slot(session: Session, source: Source) -> int:
    """Return to which document a copy would belong: the open one, or the first that may not travel."""
    opened = session.state.source.document if session.state.source else None
    open_to_copies = [slot.number for slot in slots_of(session, source) if not slot.is_bundled]
    if opened in open_to_copies:
        return opened
    return open_to_copies[0] if open_to_copies else len(source.documents)


def shown_slot(session: Session) -> Slot | None:
    """Return the document that is open instead of the digest; none behind a warning."""
    source, opened = open_source_of(session), session.state.source
    if source is None or opened is None or opened.document is None:
        return None
    if not is_passed(session.state, session.edition, source.id, source.warnings):
        return None
    return next((slot for slot in slots_of(session, source) if slot.number == opened.document), None)


def cited_places(session: Session) -> tuple[CitedPlace, ...]:
    """Return the places of the open source that are cited: that of the citation itself, then its passages."""
    source, opened = open_source_of(session), session.state.source
    if source is None or opened is None:
        return ()
    places = [
        CitedPlace(passage.label or passage.id, passage.selectors, replace(opened, passage=passage.id))
        for passage in source.digest
    ]
    citation = cited_through(Reader(session.edition, session.catalogue, session.state), opened)
    if citation and citation.selectors:
        own = replace(opened, passage=None, citation=citation.key)
        places.insert(0, CitedPlace("", citation.selectors, own))
    return tuple(places)


def current_place(session: Session) -> int | None:
    """Return at which of the cited places the reader stands, by its position."""
    opened = session.state.source
    if opened is None:
        return None
    places = cited_places(session)
    if opened.passage:
        return next((n for n, place in enumerate(places) if place.opened.passage == opened.passage), None)
    if places and not places[0].label and opened.citation == places[0].opened.citation:
        return 0
    citation = cited_through(Reader(session.edition, session.catalogue, session.state), opened)
    passage = citation.passage if citation else None
    return next((n for n, place in enumerate(places) if passage and place.opened.passage == passage), None)


def _copy(session: Session, source: Source, number: int) -> OwnCopy | None:
    return None if source.documents[number].bundled else session.copies.of(source.id, number)
