"""The language changes at run time, everywhere at once."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.helpers.window import Opened, settle
from tests.ui.window.conftest import OpenWindow
from viewer.state.view_state import Language, TimeDirection
from viewer.ui.reading.prose import Prose
from viewer.ui.reading.spot import Spot

LATIN = re.compile(r"[A-Za-z]{2,}")
NAMES = re.compile(
    r"English|Ctrl|Shift|Alt|Esc|Enter|Return|Backspace|Home|End|PgUp|PgDown|Left|Right|Up|Down|Tab|Space|F\d+"
    r"|EDTF|PNG|SVG|PDFium|PDF|CSL|JSON|BibTeX|RIS|SHA|Markdown|Aa|Qt for Python|LGPL|NumPy|PyYAML|PyNaCl"
    r"|SIL Open Font License|sanad:\S+|/\S+|[0-9a-f]{12,}"
)
"""What is written in Latin letters in every language."""
SHEETS = (
    "find.filters",
    "window.help",
    "time.go-to",
    "window.palette",
    "window.about",
    "cite.sheet",
)


def said(root: QWidget) -> Iterator[str]:
    """Give all that the interface itself says: texts, tooltips, accessible names."""
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, Prose | Spot) or not widget.isVisible():
            continue
        yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(number) for number in range(widget.count()))
        elif isinstance(widget, QListWidget):
            yield from (widget.item(row).text() for row in range(widget.count()))
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(number) for number in range(widget.count()))
        elif isinstance(widget, QTextEdit):
            yield widget.toPlainText()


def latin(root: QWidget) -> set[str]:
    """Give the lines that hold words in Latin letters."""
    lines = {line for text in said(root) for line in text.splitlines()}
    return {line for line in lines if LATIN.search(NAMES.sub("", line))}


@pytest.mark.parametrize("layout", ["timeline", "list"])
def test_no_english_is_left_after_switching_to_persian(open_window: OpenWindow, layout: str) -> None:
    one = open_window((1920, 1080))
    one.run("open.event", event="E020")
    if layout == "list":
        one.run("look.list")
    one.search("گوهردشن")
    one.run("find.toggle", field="people", value="p-montazeri")
    one.window.tell_problems()
    assert len(latin(one.window)) > 20
    one.look(language=Language.PERSIAN)
    one.window.tell_problems()
    assert latin(one.window) == set()


@pytest.mark.parametrize("command", SHEETS)
def test_no_sheet_speaks_english_in_persian(open_window: OpenWindow, command: str) -> None:
    one = open_window(language="fa")
    one.run(command)
    assert latin(one.sheet()) == set()


def test_menus_speak_persian(open_window: OpenWindow) -> None:
    one = open_window(language="fa")
    menu = one.window.header.menu.menu()
    menu.aboutToShow.emit()
    texts = [action.text() for part in (menu, *menu.findChildren(QMenu)) for action in part.actions()]
    assert len(texts) > 50
    assert [text for text in texts if LATIN.search(NAMES.sub("", text))] == []


def places(one: Opened) -> dict[str, int]:
    """Middle of the controls of the head, as a distance from the left edge."""
    header, filters = one.window.header, one.window.filters
    named: dict[str, QWidget] = {
        "menu": header.menu,
        "search": header.search,
        "help": header._help,
        "chips": next(iter(filters._chips.values())),
        "count": filters.count,
        "detail": one.window.detail,
        "source": one.window.source,
    }
    return {
        name: widget.mapTo(one.window, QPoint(widget.width() // 2, 0)).x() for name, widget in named.items()
    }


def test_the_whole_window_is_mirrored(open_window: OpenWindow) -> None:
    one = open_window()
    one.run("open.event", event="E020")
    before = places(one)
    one.look(language=Language.PERSIAN)
    after = places(one)
    assert before["menu"] < before["search"] < before["help"]
    assert before["chips"] < before["count"]
    assert before["detail"] < before["source"]
    assert after["menu"] > after["search"] > after["help"]
    assert after["chips"] > after["count"]
    assert after["detail"] > after["source"]
    assert all(
        widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for widget in one.window.findChildren(QWidget)
        if widget.isVisible() and not isinstance(widget, Prose | Spot)
    )
    one.look(language=Language.ENGLISH)
    assert places(one) == before


def test_the_direction_of_time_is_a_setting_of_its_own(open_window: OpenWindow) -> None:
    one = open_window(language="fa")

    def later_lies_right() -> bool:
        ticks = one.window.timeline.frame().overview.labels
        return ticks[0].x < ticks[-1].x

    assert not later_lies_right()
    one.look(direction=TimeDirection.LEFT_TO_RIGHT)
    assert later_lies_right()
    assert one.window.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_an_open_sheet_closes_when_the_language_changes_under_it(open_window: OpenWindow) -> None:
    one = open_window()
    one.run("window.help")
    sheet = one.sheet()
    one.look(language=Language.PERSIAN)
    settle()
    assert sheet not in one.window.children()
