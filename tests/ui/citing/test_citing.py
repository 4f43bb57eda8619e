"""Citations are copied by keys, read in their sheet, pasted, and exported to files."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.window import button, click, settle
from tests.ui.notes.conftest import OpenWindow, open_window
from viewer.app.citing import export_sources
from viewer.base import atomic
from viewer.commands.effects import ExportSources
from viewer.state.citing.export import Form, Scope
from viewer.state.citing.view_code import read_view
from viewer.state.selection import ClaimSelected, EvidenceSelected
from viewer.state.transitions.select import selected_event
from viewer.ui.citing.cite_sheet import CiteSheet
from viewer.ui.dialogs.go_to import GoTo
from viewer.ui.reading.prose import Prose

__all__ = ["open_window"]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def clipboard() -> str:
    return QApplication.clipboard().text()


def test_a_key_copies_the_citation_of_the_selected_event(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.press(Qt.Key.Key_C, CONTROL)
    assert (
        clipboard()
        .splitlines()[0]
        .startswith("“An order,” about 28 July 1988, Sample, edition 0, E1, content ")
    )


def test_in_persian_the_citation_is_persian(open_window: OpenWindow) -> None:
    opened = open_window(language="fa")
    opened.press(Qt.Key.Key_C, CONTROL)
    assert clipboard().startswith("\u200f«یک دستور»، ")


def test_without_a_selection_the_view_is_copied(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.run("open.introduction")
    opened.run("open.evidence")
    assert opened.state.selection == EvidenceSelected()
    opened.run("go.close")
    opened.run("cite.copy")
    assert read_view(clipboard()).state == opened.state


def test_a_copied_view_is_pasted_by_keys(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.run("open.claim", claim="C1", answer="C1-1")
    opened.run("find.toggle", field="evidence", value="contested")
    seen = opened.state
    opened.press(Qt.Key.Key_C, CONTROL | SHIFT)
    opened.run("find.clear")
    opened.run("open.event", event="E2")
    opened.press(Qt.Key.Key_V, CONTROL | SHIFT)
    assert opened.state == seen
    assert isinstance(opened.state.selection, ClaimSelected)
    opened.run("go.back")
    assert selected_event(opened.state) == "E2"


@pytest.mark.parametrize("field", ["search", "go-to"])
def test_a_view_pasted_into_a_field_opens(open_window: OpenWindow, field: str) -> None:
    opened = open_window()
    seen = opened.state
    opened.run("cite.view")
    opened.run("open.event", event="E3")
    if field == "search":
        opened.window.header.search.field.setFocus()
        opened.window.header.search.field.paste()
        QTest.keyClick(opened.window.header.search.field, Qt.Key.Key_Return)
    else:
        opened.run("time.go-to")
        sheet = opened.sheet(GoTo)
        assert isinstance(sheet, GoTo)
        sheet.field.paste()
        QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    settle()
    assert opened.state == seen
    assert opened.window.header.search.field.text() == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a letter", "There is no citation of a view"),
        ("sanad:view:abcdef.00000000", "is damaged; copy it again"),
    ],
)
def test_what_cannot_be_opened_is_said_and_changes_nothing(
    open_window: OpenWindow, text: str, told: str
) -> None:
    opened = open_window()
    seen = opened.state
    QApplication.clipboard().setText(text)
    opened.press(Qt.Key.Key_V, CONTROL | SHIFT)
    assert opened.state == seen
    assert told in opened.window.notice.accessibleName()


def test_the_sheet_shows_both_styles_and_copies_them(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.run("cite.sheet")
    sheet = opened.sheet(CiteSheet)
    assert isinstance(sheet, CiteSheet)
    assert sheet.text.toPlainText().startswith("“An order,” about")
    sheet.manner.setCurrentIndex(1)
    assert sheet.text.toPlainText().startswith("“An order.” About")
    click(button(sheet, "Copy"))
    assert clipboard().startswith("“An order.” About")
    sheet.what.setCurrentIndex(sheet.what.count() - 1)
    assert not sheet.manner.isEnabled()
    assert read_view(sheet.text.toPlainText()).state == opened.state


def test_sources_of_a_scope_are_written_to_a_file(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    opened.run("find.toggle", field="sources", value="S2")
    opened.run("find.toggle", field="evidence", value="one-source")
    names = {}
    for scope in Scope:
        path = tmp_path / scope
        export_sources(ExportSources(scope, Form.CSL_JSON), path, opened.window, opened.context)
        names[scope] = [item["id"] for item in json.loads(path.read_text(encoding="utf-8"))]
        assert str(path) in opened.window.notice.accessibleName()
    assert names == {
        Scope.ONE: ["sample-S1"],
        Scope.SHOWN: ["sample-S2"],
        Scope.ALL: ["sample-S1", "sample-S2"],
    }


def test_a_file_that_a_person_named_is_written_where_no_trace_is_left(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_window()
    monkeypatch.setattr(atomic._Traces, "refused", True)
    path = tmp_path / "x.ris"
    export_sources(ExportSources(Scope.ALL, Form.RIS), path, opened.window, opened.context)
    assert "TY  -" in path.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_said(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    path = tmp_path / "none" / "x.ris"
    export_sources(ExportSources(Scope.ALL, Form.RIS), path, opened.window, opened.context)
    assert "could not be written" in opened.window.notice.accessibleName()


def test_words_that_are_marked_are_copied_instead_of_a_citation(open_window: OpenWindow) -> None:
    opened = open_window()
    prose = next(
        one
        for one in opened.window.detail.findChildren(Prose)
        if "Something was ordered." in one.accessibleName()
    )
    prose.setFocus()
    QTest.mouseDClick(prose, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    QTest.keyClick(prose, Qt.Key.Key_C, CONTROL)
    assert clipboard() == "Something"
    QTest.mouseClick(prose, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    QTest.keyClick(prose, Qt.Key.Key_C, CONTROL)
    assert clipboard().startswith("“An order,”")
