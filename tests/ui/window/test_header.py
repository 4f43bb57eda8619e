import pytest
from PySide6.QtCore import Qt

from tests.helpers.window import click
from tests.ui.window.conftest import OpenWindow
from viewer.state.selection import EventSelected
from viewer.state.view_state import Language, Theme


def test_typing_counts_the_hits_and_enter_steps_through_them(open_window: OpenWindow) -> None:
    one = open_window()
    box = one.window.header.search
    one.search("Juhardasht")
    hits = [one.session.edition.event_id(int(index)) for index in one.session.hits()]
    assert len(hits) > 2
    assert box.count.text() == f"{len(hits)} hits"
    one.press(Qt.Key.Key_Return)
    assert one.state.selection == EventSelected(hits[0])
    assert box.count.text() == f"1 of {len(hits)}"
    one.press(Qt.Key.Key_Return)
    assert one.state.selection == EventSelected(hits[1])
    assert box.count.text() == f"2 of {len(hits)}"
    one.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert one.state.selection == EventSelected(hits[0])


def test_the_arrows_beside_the_field_step_too(open_window: OpenWindow) -> None:
    one = open_window()
    one.search("Gohardasht")
    box = one.window.header.search
    for _ in range(2):
        click(box.next)
    assert box.count.text().startswith("2 of ")
    click(box.previous)
    assert box.count.text().startswith("1 of ")


def test_escape_empties_the_field_and_the_count_goes(open_window: OpenWindow) -> None:
    one = open_window()
    box = one.window.header.search
    one.search("Evin")
    assert box.count.isVisible()
    one.press(Qt.Key.Key_Escape)
    assert (box.field.text(), one.state.query) == ("", "")
    assert not box.count.isVisible()
    assert not box.next.isVisible()


def test_a_misspelt_word_is_answered_with_the_word_that_was_meant(open_window: OpenWindow) -> None:
    one = open_window()
    box = one.window.header.search
    one.search("Gohadrasht")
    assert not box.count.isVisible()
    assert box.meant.isVisible()
    assert box.meant.text() == "Did you mean gohardasht?"
    click(box.meant)
    assert box.field.text() == "gohardasht"
    assert len(one.session.hits()) > 2
    assert not box.meant.isVisible()


@pytest.mark.parametrize("words", ["Evin", "xqzwv", ""])
def test_no_word_is_offered_where_there_are_hits_or_nothing_is_like_it(
    open_window: OpenWindow, words: str
) -> None:
    one = open_window()
    one.search(words)
    box = one.window.header.search
    assert not box.meant.isVisible()
    assert box.count.isVisible() is bool(words)
    assert (box.count.text() == "No hits") is (words == "xqzwv")


def test_buttons_switch_language_theme_and_size(open_window: OpenWindow) -> None:
    one = open_window()
    header = one.window.header
    for theme in (Theme.DARK, Theme.CONTRAST, Theme.LIGHT):
        click(header._theme)
        assert one.state.appearance.theme is theme
    click(header._size)
    assert one.state.appearance.text_scale > 1
    click(header._languages["fa"])
    assert one.state.appearance.language is Language.PERSIAN
    assert header.search.field.placeholderText() == "جست‌وجو در رویدادها، نام‌ها و منابع"
