"""Notes are written, found, changed and deleted with the keyboard, and kept in the chosen file alone."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from tests.helpers.window import Opened, button, click, settle
from tests.ui.notes.conftest import OpenWindow
from viewer.app.notes_keeping import export_notes
from viewer.base import atomic
from viewer.commands.command import Profile
from viewer.commands.effects import ExportNotes
from viewer.loading.notes import read_notes
from viewer.state.citing.noted import NotesForm
from viewer.state.pages.blocks import Eyebrow
from viewer.state.selection import Nothing
from viewer.state.transitions.select import selected_event
from viewer.ui.notes.editor import NoteEditor
from viewer.ui.notes.list_sheet import NotesSheet

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.sanad-notes"


def write(opened: Opened, text: str) -> None:
    """Write a note on what is selected, by keys alone."""
    opened.press(Qt.Key.Key_N, CONTROL | SHIFT)
    editor = opened.sheet(NoteEditor)
    assert isinstance(editor, NoteEditor)
    editor.field.setPlainText(text)
    QTest.keyClick(editor.field, Qt.Key.Key_Return, CONTROL)
    settle()


def listing(opened: Opened) -> NotesSheet:
    opened.run("notes.list")
    sheet = opened.sheet(NotesSheet)
    assert isinstance(sheet, NotesSheet)
    return sheet


def rows(sheet: NotesSheet) -> list[list[str]]:
    return [sheet.listed.item(row).text().splitlines() for row in range(sheet.listed.count())]


def links(opened: Opened) -> list[str]:
    page = opened.window.detail.page
    assert page
    head = page.blocks[0]
    assert isinstance(head, Eyebrow)
    return [link.text for link in head.links]


def test_a_note_written_with_the_keyboard_is_in_the_file_and_on_the_page(
    open_window: OpenWindow, path: Path
) -> None:
    opened = open_window(path)
    assert "Your note" not in links(opened)
    write(opened, "Compare the dates")
    (kept,) = read_notes(path)
    assert (kept.text, kept.about.id, kept.collection) == ("Compare the dates", "E1", "sample")
    assert links(opened)[0] == "Your note"
    opened.run("open.event", event="E2")
    assert "Your note" not in links(opened)


def test_nothing_is_written_before_a_file_is_chosen(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    opened.press(Qt.Key.Key_B, CONTROL)
    assert isinstance(opened.sheet(QFileDialog), QFileDialog)
    opened.sheet(QFileDialog).reject()
    assert opened.session.notes.held == ()
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_is_named_in_the_dialog_and_then_the_note_is_written(
    open_window: OpenWindow, path: Path
) -> None:
    opened = open_window()
    opened.run("notes.add")
    chooser = opened.sheet(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.close()
    editor = opened.sheet(NoteEditor)
    assert isinstance(editor, NoteEditor)
    editor.field.setPlainText("first")
    click(button(editor, "Save"))
    assert [note.text for note in read_notes(path)] == ["first"]


def test_the_list_opens_by_its_key_and_says_where_notes_are_kept(open_window: OpenWindow, path: Path) -> None:
    opened = open_window(path)
    opened.press(Qt.Key.Key_L, CONTROL | SHIFT)
    sheet = opened.sheet(NotesSheet)
    assert isinstance(sheet, NotesSheet)
    assert str(path) in sheet.told.text()
    assert not sheet.buttons["go"].isEnabled()


def test_the_list_leads_to_what_a_note_is_about(open_window: OpenWindow, path: Path) -> None:
    opened = open_window(path)
    write(opened, "Compare")
    opened.run("open.introduction")
    assert opened.state.selection == Nothing()
    sheet = listing(opened)
    assert rows(sheet) == [["An order", "Compare"]]
    sheet.listed.setFocus()
    QTest.keyClick(sheet.listed, Qt.Key.Key_Return)
    settle()
    assert selected_event(opened.state) == "E1"


def test_a_view_with_its_bookmark_is_opened_again(open_window: OpenWindow, path: Path) -> None:
    opened = open_window(path)
    opened.run("find.search", query="order")
    seen = opened.state
    opened.run("notes.add-view")
    editor = opened.sheet(NoteEditor)
    assert isinstance(editor, NoteEditor)
    editor.field.setPlainText("this view")
    editor.save()
    settle()
    opened.run("find.search", query="")
    opened.run("open.event", event="E3")
    opened.run("notes.jump", note=opened.session.notes.held[0].id)
    assert opened.state == seen


def test_a_note_is_changed_deleted_and_brought_back(open_window: OpenWindow, path: Path) -> None:
    opened = open_window(path)
    write(opened, "old")
    opened.run("notes.edit", note=opened.session.notes.held[0].id)
    editor = opened.sheet(NoteEditor)
    assert isinstance(editor, NoteEditor)
    assert editor.field.toPlainText() == "old"
    editor.field.setPlainText("new")
    editor.save()
    settle()
    assert [note.text for note in read_notes(path)] == ["new"]
    sheet = listing(opened)
    sheet.listed.setFocus()
    QTest.keyClick(sheet.listed, Qt.Key.Key_Delete)
    settle()
    assert rows(sheet) == []
    assert read_notes(path) == ()
    sheet.close()
    settle()
    click(button(opened.window.notice, "Bring it back"))
    assert [note.text for note in read_notes(path)] == ["new"]


def test_a_bookmark_is_set_and_taken_away_by_the_same_key(open_window: OpenWindow, path: Path) -> None:
    opened = open_window(path)
    opened.press(Qt.Key.Key_B, CONTROL)
    assert [note.is_bookmark for note in read_notes(path)] == [True]
    opened.press(Qt.Key.Key_B, CONTROL)
    assert read_notes(path) == ()


def test_what_could_not_be_saved_stays_in_the_editor(open_window: OpenWindow, path: Path) -> None:
    opened = open_window(path)
    opened.run("notes.add")
    editor = opened.sheet(NoteEditor)
    assert isinstance(editor, NoteEditor)
    editor.field.setPlainText("do not lose me")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        editor.save()
    settle()
    assert editor.isVisible()
    assert "Another program is using the notes file" in editor.told.text()
    assert editor.field.toPlainText() == "do not lose me"
    editor.save()
    settle()
    assert [note.text for note in read_notes(path)] == ["do not lose me"]


def test_escape_asks_again_before_words_are_lost(open_window: OpenWindow, path: Path) -> None:
    opened = open_window(path)
    opened.run("notes.add")
    editor = opened.sheet(NoteEditor)
    assert isinstance(editor, NoteEditor)
    editor.field.setPlainText("half a thought")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert "not saved" in editor.told.text()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    settle()
    assert read_notes(path) == ()


def test_a_foreign_file_is_refused_and_the_one_before_stays(open_window: OpenWindow, path: Path) -> None:
    opened = open_window(path)
    foreign = path.with_name("shopping.txt")
    foreign.write_text("milk")
    opened.run("notes.file")
    chooser = opened.sheet(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(foreign))
    chooser.close()
    settle()
    assert opened.session.notes.path == path
    assert "is not a notes file" in opened.window.notice.accessibleName()
    assert foreign.read_text() == "milk"


@pytest.mark.parametrize("form", NotesForm)
def test_notes_are_exported_to_a_file_also_where_no_trace_is_left(
    open_window: OpenWindow, path: Path, form: NotesForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_window(path)
    write(opened, "Compare")
    target = path.with_name("out")
    monkeypatch.setattr(atomic._Traces, "refused", True)
    export_notes(ExportNotes(form), target, opened.window, opened.context)
    assert "Compare" in target.read_text(encoding="utf-8")
    assert str(target) in opened.window.notice.accessibleName()


def test_an_exhibition_has_no_notes(open_window: OpenWindow) -> None:
    opened = open_window(profile=Profile.KIOSK)
    names = {row.id for row in opened.context.commander.available()}
    assert {name for name in names if name.startswith(("notes.", "cite."))} == set()
    opened.press(Qt.Key.Key_B, CONTROL)
    opened.press(Qt.Key.Key_N, CONTROL | SHIFT)
    assert [one for one in opened.window.findChildren(QFileDialog) if one.isVisible()] == []


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_sheets_fit_in_both_languages_and_sizes(
    open_window: OpenWindow, path: Path, language: str, scale: float
) -> None:
    opened = open_window(path, language=language, scale=scale)
    write(opened, "A note of some length that may have to be wrapped or cut " * 3)
    for command in ("notes.list", "notes.add", "cite.sheet"):
        opened.run(command)
        sheet = opened.sheet()
        assert sheet.width() <= opened.window.width()
        assert sheet.height() <= opened.window.height()
        mirrored = sheet.layoutDirection() is Qt.LayoutDirection.RightToLeft
        assert mirrored is (language == "fa")
        for child in sheet.findChildren(QWidget):
            if child.isVisible() and child.parent() is sheet:
                corner = child.mapTo(sheet, QPoint(0, 0))
                assert corner.x() >= 0
                assert corner.x() + child.width() <= sheet.width()
                assert corner.y() + child.height() <= sheet.height()
        sheet.close()
        settle()
