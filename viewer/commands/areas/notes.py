"""Commands for the reader's own notes and bookmarks, kept in a file the reader chooses."""

from dataclasses import replace
from datetime import UTC, datetime

from viewer.commands.areas import citing, open_things
from viewer.commands.command import DESKTOP, Command, Menu, Outcome, fixed
from viewer.commands.effects import (
    ChooseNotes,
    DeleteNote,
    Dialog,
    EditNote,
    ExportNotes,
    OpenDialog,
    SaveNote,
)
from viewer.model.note import Note, Noted, NotedKind
from viewer.state.citing.noted import NotesForm
from viewer.state.citing.subject import open_source_target, subject_of
from viewer.state.citing.view_code import view_code
from viewer.state.notes import noted, target_of
from viewer.state.pages.targets import (
    ClaimTarget,
    EventTarget,
    GroupTarget,
    PersonTarget,
    PlaceTarget,
    SourceTarget,
)
from viewer.state.session import Session


def add(session: Session) -> Outcome:
    """Write a note on what is selected, or on the view where nothing is."""
    target = subject_of(session.state)
    about = noted(target) if target else None
    return EditNote(new_note(session, about or _this_view(session)))


def add_to_source(session: Session) -> Outcome:
    """Write a note on the open source, at the passage that is shown."""
    target = open_source_target(session.state)
    about = noted(target) if target else None
    return EditNote(new_note(session, about)) if about else None


def add_to_view(session: Session) -> Outcome:
    """Write a note on the view."""
    return EditNote(new_note(session, _this_view(session)))


def bookmark(session: Session) -> Outcome:
    """Set a bookmark on what is selected, or take it away."""
    target = subject_of(session.state)
    about = (noted(target) if target else None) or _this_view(session)
    set_before = next((n for n in session.notes.held if n.is_bookmark and _is_on(n, about, session)), None)
    return DeleteNote(set_before.id) if set_before else SaveNote(new_note(session, about))


def edit(session: Session, note: str) -> Outcome:
    """Change a note."""
    found = session.notes.of(note)
    return EditNote(found) if found else None


def save(session: Session, note: Note, text: str) -> Outcome:
    """Keep a note with this text."""
    del session
    return SaveNote(replace(note, text=text, changed=_now()))


def delete(session: Session, note: str) -> Outcome:
    """Delete a note."""
    return DeleteNote(note) if session.notes.of(note) else None


def jump(session: Session, note: str) -> Outcome:
    """Go to what a note is about."""
    found = session.notes.of(note)
    if found is None:
        return None
    match target_of(found.about):
        case EventTarget(event):
            return open_things.open_event(session, event)
        case SourceTarget(source, passage):
            return open_things.open_source(session, source, passage)
        case ClaimTarget(claim, answer):
            return open_things.open_claim(session, claim, answer)
        case _:
            return _jump_on(session, found.about)


def export(session: Session, form: str) -> Outcome:
    """Write the notes on this collection into a file."""
    del session
    return ExportNotes(NotesForm(form))


def new_note(session: Session, about: Noted) -> Note:
    """Return an empty note on something of this edition."""
    # It loads a library, and few starts end in a note.
    from uuid import uuid4

    edition, now = session.edition, _now()
    kept = edition.library.about
    return Note(str(uuid4()), about, "", kept.id, kept.version, edition.key, session.language, now, now)


def has_file(session: Session) -> bool:
    """Allow a command once a file was chosen."""
    return session.notes.path is not None


def has_notes(session: Session) -> bool:
    """Allow a command while there are notes on this collection."""
    return bool(session.notes.within(session.edition.library.about.id))


def _jump_on(session: Session, about: Noted) -> Outcome:
    match target_of(about):
        case PersonTarget(person):
            return open_things.open_person(session, person)
        case GroupTarget(group):
            return open_things.open_group(session, group)
        case PlaceTarget(place):
            return open_things.open_place(session, place)
        case _:
            return citing.open_view(session, about.id)


def _is_on(note: Note, about: Noted, session: Session) -> bool:
    return note.about == about and note.collection == session.edition.library.about.id


def _this_view(session: Session) -> Noted:
    return Noted(NotedKind.VIEW, view_code(session.edition, session.state))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


COMMANDS = (
    Command("notes.list", fixed(OpenDialog(Dialog.NOTES)), ("Ctrl+Shift+L",), Menu.EVIDENCE, DESKTOP),
    Command("notes.add", add, ("Ctrl+Shift+N",), Menu.EVIDENCE, DESKTOP),
    Command(
        "notes.add-source",
        add_to_source,
        (),
        Menu.EVIDENCE,
        DESKTOP,
        enabled=lambda s: s.state.source is not None,
    ),
    Command("notes.add-view", add_to_view, (), Menu.EVIDENCE, DESKTOP),
    Command("notes.bookmark", bookmark, ("Ctrl+B",), Menu.EVIDENCE, DESKTOP),
    Command("notes.file", fixed(ChooseNotes()), (), Menu.EVIDENCE, DESKTOP),
    Command("notes.edit", edit, profiles=DESKTOP, needs=("note",)),
    Command("notes.save", save, profiles=DESKTOP, needs=("note", "text")),
    Command("notes.delete", delete, profiles=DESKTOP, needs=("note",)),
    Command("notes.jump", jump, profiles=DESKTOP, needs=("note",)),
    Command("notes.export", export, profiles=DESKTOP, enabled=has_notes, needs=("form",)),
)
