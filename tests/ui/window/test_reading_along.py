"""What keeps a reader in the picture: names, marks and carets that are where the eye looks for them."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QLineEdit

from tests.helpers.window import Opened
from tests.ui.window.conftest import OpenWindow
from viewer.model.ids import SourceId
from viewer.ui.dialogs.key_column import AT_END
from viewer.ui.dialogs.palette import COMMAND, Palette
from viewer.ui.listing.model import COLUMNS

SIZES = [(1920, 1080), (1280, 720), (640, 480)]


def read_source(one: Opened, source: str, event: str) -> None:
    one.run("open.reveal", key=source)
    one.run("open.reveal", key=event)
    one.run("open.event", event=event)
    one.run("open.source", source=source)


def marked_in_view(one: Opened) -> bool:
    pane = one.window.source.digest
    marked = pane.column.marked()
    assert marked is not None
    top = marked.mapTo(pane.viewport(), QPoint(0, 0)).y()
    return top >= 0 and (top + marked.height() <= pane.viewport().height() or top <= 1)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_cited_passage_is_in_view_and_its_source_is_named(
    open_window: OpenWindow, size: tuple[int, int], language: str
) -> None:
    one = open_window(size, language=language)
    read_source(one, "S31", "E020")
    title = one.window.source.bar.title
    name = one.session.edition.library.sources[SourceId("S31")].title.pick(one.session.language).text
    assert marked_in_view(one)
    assert title.whole == name
    one.window.source.digest.verticalScrollBar().setValue(0)
    assert title.whole == "", "the headline itself is in sight"
    one.run("open.event", event="E001")
    read_source(one, "S31", "E020")
    one.resize(size[0], size[1] - 60)
    assert marked_in_view(one)


def caret(field: QLineEdit) -> float:
    found = field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    return QRectF(found).center().x() / field.width()


@pytest.mark.parametrize(("language", "at_right"), [("en", False), ("fa", True)])
def test_the_caret_of_an_empty_field_stands_where_the_language_begins(
    open_window: OpenWindow, language: str, at_right: bool
) -> None:
    one = open_window(language=language)
    field = one.window.header.search.field
    assert (caret(field) > 0.5) is at_right
    one.run("look.other-language")
    assert (caret(field) > 0.5) is not at_right


def test_keys_stand_in_a_column_of_their_own(open_window: OpenWindow) -> None:
    one = open_window()
    one.run("window.palette")
    sheet = one.sheet()
    assert isinstance(sheet, Palette)
    rows = {item.data(COMMAND): item for item in map(sheet.found.item, range(sheet.found.count()))}
    assert rows["window.help"].text() == "Help"
    assert "F1" in rows["window.help"].data(AT_END)
    assert rows["window.help"].data(Qt.ItemDataRole.AccessibleDescriptionRole) == rows["window.help"].data(
        AT_END
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_list_never_scrolls_sideways(
    open_window: OpenWindow, size: tuple[int, int], scale: float
) -> None:
    one = open_window(size, scale=scale)
    one.run("look.list")
    listing = one.window.listing
    assert listing.isVisible(), "also where it is one of several tabs"
    assert listing.horizontalScrollBar().maximum() == 0
    assert listing.columnWidth(COLUMNS.index("title")) > listing.width() / 3
