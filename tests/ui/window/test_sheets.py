"""What opens over the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser

from tests.helpers.looking import faults
from tests.helpers.window import Opened, button, click, settle
from tests.ui.window.conftest import OpenWindow
from viewer.commands.command import Profile
from viewer.model.dates.edtf import parse_edtf
from viewer.model.problem import Problem, Severity
from viewer.state.view_state import Theme
from viewer.ui.dialogs.go_to import GoTo
from viewer.ui.dialogs.palette import COMMAND, Palette
from viewer.ui.dialogs.problems import Problems
from viewer.ui.dialogs.sheet import Sheet

SHEETS = ("find.filters", "window.help", "time.go-to", "window.palette", "window.about", "cite.sheet")


@pytest.mark.parametrize("command", SHEETS)
def test_a_sheet_fits_into_the_window_and_nothing_on_it_is_cut(open_window: OpenWindow, command: str) -> None:
    for language, scale, size in (
        ("en", 1.0, (1280, 720)),
        ("fa", 1.0, (640, 480)),
        ("en", 2.0, (1280, 720)),
    ):
        one = open_window(size, language=language, scale=scale)
        one.run(command)
        sheet = one.sheet()
        assert sheet.width() <= size[0]
        assert sheet.height() <= size[1]
        assert faults(sheet) == []
        sheet.close()


@pytest.mark.parametrize("command", SHEETS)
def test_a_sheet_goes_with_its_button_and_with_escape(open_window: OpenWindow, command: str) -> None:
    one = open_window()
    one.run(command)
    sheet = one.sheet()
    assert isinstance(sheet, Sheet)
    click(sheet.away)
    assert not one.window.findChildren(Sheet)
    one.run(command)
    assert QApplication.focusWidget() is not None
    QTest.keyClick(one.sheet(), Qt.Key.Key_Escape)
    settle()
    assert not one.window.findChildren(Sheet)


def palette(one: Opened) -> Palette:
    one.run("window.palette")
    sheet = one.sheet()
    assert isinstance(sheet, Palette)
    return sheet


def test_the_palette_lists_all_that_can_run_now(open_window: OpenWindow) -> None:
    one = open_window()
    found = palette(one).found
    listed = {found.item(row).data(COMMAND) for row in range(found.count())}
    possible = {
        row.id for row in one.context.commander.available() if not row.needs and row.enabled(one.session)
    }
    assert listed == possible


@pytest.mark.parametrize(("language", "words"), [("en", "dark"), ("fa", "تیره"), ("en", "DAR ")])
def test_the_palette_finds_a_command_and_enter_runs_it(
    open_window: OpenWindow, language: str, words: str
) -> None:
    one = open_window(language=language)
    sheet = palette(one)
    sheet.field.setText(words)
    assert sheet.found.currentItem().data(COMMAND) == "look.theme-dark"
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    settle()
    assert one.state.appearance.theme is Theme.DARK


def test_arrows_move_in_the_palette_while_one_types(open_window: OpenWindow) -> None:
    sheet = palette(open_window())
    QTest.keyClick(sheet.field, Qt.Key.Key_Down)
    QTest.keyClick(sheet.field, Qt.Key.Key_Down)
    QTest.keyClick(sheet.field, Qt.Key.Key_Up)
    assert sheet.found.currentRow() == 1


def test_nothing_is_run_where_no_command_is_found(open_window: OpenWindow) -> None:
    one = open_window()
    before = one.state
    sheet = palette(one)
    sheet.field.setText("xyzzy")
    assert sheet.found.count() == 0
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert one.state == before


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("profile", list(Profile))
def test_help_names_every_command_and_every_key(
    open_window: OpenWindow, language: str, profile: Profile
) -> None:
    one = open_window(language=language, profile=profile)
    one.run("window.help")
    (page,) = one.sheet().findChildren(QTextBrowser)
    text = page.toPlainText()
    rows = [row for row in one.context.commander.available() if row.menu and not row.needs]
    assert len(rows) > 20
    for row in rows:
        assert one.context.say(f"command.{row.id}.title").rstrip("…") in text
        assert one.context.say(f"command.{row.id}.help") in text
    assert "Ctrl" in text


GO_TO = {
    "1988-07-28": "1988-07-28",
    "28 July 1988": "1988-07-28",
    "1367/5/6": "1988-07-28",
    "۱۳۶۷/۵/۶": "1988-07-28",
    "6 Mordad 1367": "1988-07-28",
}


@pytest.mark.parametrize("typed", GO_TO)
@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_date_in_either_calendar_is_gone_to(open_window: OpenWindow, language: str, typed: str) -> None:
    one = open_window(language=language)
    one.run("time.go-to")
    sheet = one.sheet()
    assert isinstance(sheet, GoTo)
    sheet.field.setText(typed)
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    settle()
    start, end = parse_edtf(GO_TO[typed]).possible_span
    visible = one.state.visible
    assert abs((visible.start + visible.end) / 2 - (start + end) / 2) < (end - start)
    assert visible.length < 40 * (end - start)
    assert not one.window.findChildren(GoTo)


def test_what_is_no_date_is_said_and_the_sheet_stays(open_window: OpenWindow) -> None:
    one = open_window()
    before = one.state.visible
    one.run("time.go-to")
    sheet = one.sheet()
    assert isinstance(sheet, GoTo)
    sheet.field.setText("1988-02-31")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    settle()
    assert sheet.isVisible()
    assert "1988-02-31” is not a date that can be read" in sheet.told.text()
    assert faults(sheet) == []
    assert one.state.visible == before


def problem(severity: Severity, line: int) -> Problem:
    return Problem("events/1988.yaml", line, 3, "event-without-citation", severity, {"value": "E999"})


def test_problems_are_told_and_listed_with_errors_first(open_window: OpenWindow) -> None:
    problems = (problem(Severity.WARNING, 4), problem(Severity.ERROR, 9))
    one = open_window(problems=problems)
    notice = one.window.notice
    assert notice.isVisible()
    assert "could be read is shown" in notice._text.text()
    click(notice._act)
    sheet = one.sheet()
    assert isinstance(sheet, Problems)
    lines = [sheet.found.item(row).text() for row in range(sheet.found.count())]
    assert [line.split(": ")[0] for line in lines] == ["events/1988.yaml:9:3", "events/1988.yaml:4:3"]
    click(button(sheet, "Copy all"))
    assert "events/1988.yaml:9:3: " in QApplication.clipboard().text()
