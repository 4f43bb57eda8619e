"""Commands for the documents of a source: open them, walk through their cited places, attach an own copy."""

from dataclasses import replace

from viewer.commands.command import DESKTOP, Command, Menu, Outcome
from viewer.commands.effects import AttachCopy, ForgetCopy, RememberCopy
from viewer.model.ids import SourceId
from viewer.state.documents import (
    attaching_slot,
    cited_places,
    current_place,
    open_source_of,
    shown_slot,
    slots_of,
)
from viewer.state.selection import OpenSource
from viewer.state.session import Session
from viewer.state.transitions import select


def open_document(session: Session, document: int | str | None = None, source: str | None = None) -> Outcome:
    """Open a document of a source instead of its digest, at the same passage."""
    opened = session.state.source
    if source is not None and (opened is None or opened.source != source):
        opened = OpenSource(SourceId(source))
    found = session.edition.library.sources.get(opened.source) if opened else None
    if opened is None or found is None:
        return None
    numbers = [slot.number for slot in slots_of(session, found)]
    number = int(document) if document is not None else next(iter(numbers), None)
    return select.open_source(replace(opened, document=number)) if number in numbers else None


def back_to_digest(session: Session) -> Outcome:
    """Show what the editors say the source says, at the same passage."""
    opened = session.state.source
    return select.open_source(replace(opened, document=None)) if opened else None


def next_place(session: Session, by: int = 1) -> Outcome:
    """Go to the next cited place of the open source."""
    opened, places, now = session.state.source, cited_places(session), current_place(session)
    if opened is None or not places:
        return None
    start = (-1 if by > 0 else len(places)) if now is None else now
    number = start + by
    return open_place(session, number) if 0 <= number < len(places) else None


def previous_place(session: Session) -> Outcome:
    """Go to the cited place before."""
    return next_place(session, -1)


def open_place(session: Session, number: int) -> Outcome:
    """Go to one of the cited places by its position."""
    opened, places = session.state.source, cited_places(session)
    if opened is None or not 0 <= number < len(places):
        return None
    return select.open_source(replace(places[number].opened, document=opened.document))


def attach(session: Session) -> Outcome:
    """Choose an own copy of a document of the open source."""
    source = open_source_of(session)
    return AttachCopy(source.id, attaching_slot(session, source)) if source else None


def forget(session: Session) -> Outcome:
    """Let go of the copy that is shown, and of what was remembered of it."""
    slot, source = shown_slot(session), open_source_of(session)
    return ForgetCopy(source.id, slot.number) if source and slot and slot.copy else None


def remember(session: Session) -> Outcome:
    """Remember where the copy that is shown lies."""
    slot, source = shown_slot(session), open_source_of(session)
    return RememberCopy(source.id, slot.number) if source and slot and slot.copy else None


def has_source(session: Session) -> bool:
    """Allow a command while a source is open."""
    return open_source_of(session) is not None


def has_documents(session: Session) -> bool:
    """Allow a command while the open source has documents, here or elsewhere."""
    source = open_source_of(session)
    return source is not None and bool(slots_of(session, source))


def shows_document(session: Session) -> bool:
    """Allow a command while a document is shown instead of the digest."""
    return shown_slot(session) is not None


def shows_copy(session: Session) -> bool:
    """Allow a command while an own copy is shown."""
    slot = shown_slot(session)
    return slot is not None and slot.copy is not None


def can_remember(session: Session) -> bool:
    """Allow to remember a copy that was read and is not remembered yet."""
    slot = shown_slot(session)
    return bool(slot and slot.copy and slot.copy.sha256 and not slot.copy.remembered)


def has_places(session: Session) -> bool:
    """Allow a command while the open source has cited places."""
    return bool(cited_places(session))


COMMANDS = (
    Command("document.open", open_document, ("Ctrl+E",), Menu.EVIDENCE, enabled=has_documents),
    Command("document.digest", back_to_digest, ("Ctrl+Shift+D",), Menu.EVIDENCE, enabled=shows_document),
    Command("document.next-passage", next_place, ("Alt+Down",), Menu.EVIDENCE, enabled=has_places),
    Command("document.previous-passage", previous_place, ("Alt+Up",), Menu.EVIDENCE, enabled=has_places),
    Command("document.passage", open_place, needs=("number",)),
    Command("document.attach", attach, (), Menu.EVIDENCE, DESKTOP, enabled=has_source),
    Command("document.remember", remember, (), Menu.EVIDENCE, DESKTOP, enabled=can_remember),
    Command("document.forget", forget, (), Menu.EVIDENCE, DESKTOP, enabled=shows_copy),
)
