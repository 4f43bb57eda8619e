"""Carry out what a reader does with notes: choose their file, write, delete, export."""

from collections.abc import Callable
from pathlib import Path
from typing import assert_never

from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from viewer.base.atomic import write_atomic
from viewer.commands.effects import ChooseNotes, DeleteNote, EditNote, ExportNotes, NotesEffect, SaveNote
from viewer.loading.notes import NotesError, begin_notes, delete_note, read_notes, save_note
from viewer.model.note import Note
from viewer.state.citing.noted import SUFFIXES, exported_notes
from viewer.state.pages.reader import Reader
from viewer.ui.context import Context
from viewer.ui.notes.editor import NoteEditor
from viewer.ui.window.main_window import MainWindow

SUFFIX = "sanad-notes"


def perform_note(effect: NotesEffect, window: MainWindow, context: Context) -> None:
    """Carry out one effect; the first that needs a file asks for it."""
    match effect:
        case ChooseNotes():
            _choose(window, context)
        case EditNote(note):
            _with_file(window, context, lambda: NoteEditor(context, _over(window), note).open())
        case SaveNote(note):
            _with_file(window, context, lambda: keep_note(note, window, context))
        case DeleteNote(note_id):
            drop_note(note_id, window, context)
        case ExportNotes():
            _choose_export(effect, window, context)
        case _:
            assert_never(effect)


def use_notes_file(path: Path, window: MainWindow, context: Context) -> bool:
    """Take a file as the place of notes; tell why where it cannot be, and then keep the one before."""
    notes = context.session.notes
    try:
        held = begin_notes(path)
    except NotesError as error:
        window.tell(context.say(f"notes.problem.{error.reason}", path=str(path)))
        return False
    notes.become(path, held)
    return True


def keep_note(note: Note, window: MainWindow, context: Context) -> None:
    """Write a note, and tell that it is kept or why not."""
    if _changed(lambda path: save_note(path, note), window, context):
        window.tell(context.say("notes.bookmarked" if note.is_bookmark else "notes.saved"))


def drop_note(note_id: str, window: MainWindow, context: Context) -> None:
    """Delete a note, with the way to bring it back."""
    note = context.session.notes.of(note_id)
    if note is None or not _changed(lambda path: delete_note(path, note_id), window, context):
        return
    undo = (context.say("notes.undo"), lambda: keep_note(note, window, context))
    window.notice.tell(context.say("notes.deleted"), context.say("window.dismiss"), undo)


def export_notes(effect: ExportNotes, path: Path, window: MainWindow, context: Context) -> None:
    """Write the notes on this collection into a file."""
    session = context.session
    reader = Reader(session.edition, session.catalogue, session.state)
    mine = session.notes.within(session.edition.library.about.id)
    try:
        write_atomic(path, exported_notes(reader, mine, effect.form).encode(), asked=True)
    except OSError as error:
        window.tell(context.say("notes.not-exported", path=str(path), reason=error.strerror or str(error)))
        return
    window.tell(context.say("notes.exported", path=str(path)))


def _changed(change: Callable[[Path], None], window: MainWindow, context: Context) -> bool:
    """Change the file and read it anew, with what other windows wrote into it."""
    notes = context.session.notes
    if notes.path is None:
        return False
    notes.problem = ""
    try:
        change(notes.path)
        notes.become(notes.path, read_notes(notes.path))
    except NotesError as error:
        notes.problem = error.reason
        window.tell(context.say(f"notes.problem.{error.reason}", path=str(notes.path)))
        return False
    return True


def _with_file(window: MainWindow, context: Context, then: Callable[[], None]) -> None:
    if context.session.notes.path is None:
        _choose(window, context, then)
    else:
        then()


def _choose(window: MainWindow, context: Context, then: Callable[[], None] | None = None) -> None:
    """Let the reader name a file, an old one or a new one; an old one is never replaced."""
    chooser = QFileDialog(_over(window), context.say("notes.choose"))
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setOption(QFileDialog.Option.DontConfirmOverwrite)
    chooser.setNameFilters([context.say("notes.kinds")])
    chooser.setDefaultSuffix(SUFFIX)

    def chosen(path: str) -> None:
        if use_notes_file(Path(path), window, context) and then:
            then()

    chooser.fileSelected.connect(chosen)
    chooser.setModal(True)
    chooser.open()


def _choose_export(effect: ExportNotes, window: MainWindow, context: Context) -> None:
    chooser = QFileDialog(_over(window), context.say("notes.save-export"))
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    suffix = SUFFIXES[effect.form]
    chooser.setNameFilters([f"{context.say(f'notes.form.{effect.form}')} (*.{suffix})"])
    chooser.setDefaultSuffix(suffix)
    chooser.fileSelected.connect(lambda path: export_notes(effect, Path(path), window, context))
    chooser.setModal(True)
    chooser.open()


def _over(window: MainWindow) -> QWidget:
    """Return what a sheet opens over: the sheet that is open already, or the window."""
    return QApplication.activeModalWidget() or window
