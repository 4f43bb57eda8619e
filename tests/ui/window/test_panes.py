"""The panes keep in step: list and timeline, back and forward, notices, the keyboard through all of them."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.looking import faults, visible
from tests.helpers.window import Opened, click, settle
from tests.ui.window.conftest import OpenWindow
from viewer.model.ids import EventId, PersonId
from viewer.state.selection import EventSelected, Nothing, PersonSelected
from viewer.state.view_state import Language, Layout, Theme
from viewer.ui.listing.model import COLUMNS
from viewer.ui.reading.spot import Spot
from viewer.ui.theme.colours import colours


def listed(one: Opened) -> list[str]:
    rows = one.window.listing.rows
    return [str(one.session.edition.event_id(rows.event_at(row))) for row in range(rows.rowCount())]


def test_the_list_holds_the_events_of_the_timeline_in_the_order_of_time(open_window: OpenWindow) -> None:
    one = open_window()
    for change in (
        {},
        {"field": "hidden_tracks", "value": "background"},
        {"field": "people", "value": "p-raisi"},
    ):
        if change:
            one.run("find.toggle", **change)
        totals = one.window.timeline.frame().totals
        edition = one.session.edition
        assert listed(one) == [str(edition.event_id(int(i))) for i in one.session.shown().indexes]
        assert len(listed(one)) == totals.placed + totals.tray
        starts = [int(edition.columns.start_min[i]) for i in one.session.shown().indexes]
        placed = starts[: len(starts) - one.session.shown().in_tray]
        assert placed == sorted(placed)


def test_the_list_says_date_headline_track_and_marks(open_window: OpenWindow) -> None:
    for language in ("en", "fa"):
        one = open_window((1920, 1080), language=language)
        one.run("look.list")
        model = one.window.listing.rows
        row = listed(one).index("E020")
        texts = [str(model.index(row, column).data() or "") for column in range(len(COLUMNS))]
        assert all(texts)
        assert texts[1] == one.session.edition.title(model.event_at(row), language).text
        spoken = str(model.index(row, 1).data(Qt.ItemDataRole.AccessibleTextRole))
        assert all(text in spoken for text in texts)


def test_list_and_timeline_share_the_selection(open_window: OpenWindow) -> None:
    one = open_window()
    one.run("open.event", event="E020")
    one.run("look.list")
    assert one.state.layout is Layout.LIST
    listing = one.window.listing
    assert listing.isVisible()
    assert listed(one)[listing.currentIndex().row()] == "E020"
    listing.setFocus()
    one.press(Qt.Key.Key_Down)
    following = listed(one)[listed(one).index("E020") + 1]
    assert one.state.selection == EventSelected(EventId(following))
    one.run("look.list")
    assert one.window.timeline.isVisible()
    assert one.state.selection == EventSelected(EventId(following))


def test_above_the_list_stands_how_many_events_it_holds(open_window: OpenWindow) -> None:
    one = open_window((1280, 720))
    one.run("look.list")
    one.run("find.toggle", field="hidden_tracks", value="background")
    assert one.window.filters.count.text() == f"{len(listed(one))} events"


def test_the_list_selects_nothing_by_itself(open_window: OpenWindow) -> None:
    one = open_window()
    one.run("look.list")
    seen = []
    for command, chosen in (("go.close", {}), ("open.person", {"person": "p-raisi"}), ("go.first", {})):
        one.window.listing.setFocus()
        one.run(command, **chosen)
        one.window.header.menu.setFocus()
        one.window.listing.setFocus()
        settle()
        seen.append(one.state.selection)
    first = EventSelected(EventId(listed(one)[0]))
    assert seen == [Nothing(), PersonSelected(PersonId("p-raisi")), first]


def test_a_selection_that_is_filtered_out_leaves_no_row_marked(open_window: OpenWindow) -> None:
    one = open_window()
    one.run("look.list")
    one.run("open.event", event="E020")
    one.run("find.toggle", field="hidden_tracks", value="order")
    assert "E020" not in listed(one)
    assert one.window.listing.selectionModel().selectedRows() == []
    assert one.window.listing.rows.rowCount(QModelIndex()) < 111


def test_back_and_forward_lead_through_what_was_looked_at(open_window: OpenWindow) -> None:
    one = open_window()
    one.run("open.event", event="E020")
    one.run("open.person", person="p-montazeri")
    seen = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right):
        one.press(key, Qt.KeyboardModifier.AltModifier)
        seen.append(one.state.selection)
    event, person = EventSelected(EventId("E020")), PersonSelected(PersonId("p-montazeri"))
    assert seen == [event, Nothing(), event, person]
    assert one.window.detail.page
    assert "Montazeri" in one.window.detail.page.title


def test_going_back_keeps_the_language_of_now(open_window: OpenWindow) -> None:
    one = open_window()
    one.run("open.event", event="E020")
    one.run("open.person", person="p-montazeri")
    one.look(language=Language.PERSIAN)
    one.run("go.back")
    assert one.state.selection == EventSelected(EventId("E020"))
    assert one.state.appearance.language is Language.PERSIAN


def test_a_notice_goes_by_itself_or_with_its_button(open_window: OpenWindow, qtbot: QtBot) -> None:
    one = open_window()
    notice = one.window.notice
    one.window.tell("Copied.")
    assert notice.isVisible()
    assert faults(one.window) == []
    click(notice._close)
    assert not notice.isVisible()
    notice._timer.setInterval(30)
    one.window.tell("Copied.")
    qtbot.waitUntil(lambda: not notice.isVisible())


def reached(one: Opened) -> list[QWidget]:
    """Give all that Tab reaches, once around."""
    one.window.header.menu.setFocus()
    found: list[QWidget] = []
    while (held := QApplication.focusWidget()) is not None and held not in found:
        found.append(held)
        QTest.keyClick(held, Qt.Key.Key_Tab)
        settle()
    return found


def test_tab_reaches_every_control_once_around(open_window: OpenWindow) -> None:
    for layout in ("timeline", "list"):
        one = open_window((1920, 1080))
        one.run("open.event", event="E020")
        if layout == "list":
            one.run("look.list")
        one.run("find.search", query="Evin")
        found = reached(one)
        wanted = [
            widget
            for widget in visible(one.window)
            if isinstance(widget, QToolButton | QLineEdit | Spot)
            and widget.isEnabled()
            and not isinstance(widget.parentWidget(), QLineEdit)
            and not _reached_by_arrows(widget)
        ]
        assert len(wanted) > 25
        assert [widget.accessibleName() or widget.text() for widget in wanted if widget not in found] == []
        assert one.window.time_pane() in found
        window = one.window
        parts = (window.header, window.filters, window.time, window.detail, window.source)
        stops = [
            next(n for n, part in enumerate(parts) if part.isAncestorOf(widget) or part is widget)
            for widget in found
        ]
        assert stops == sorted(stops)


def _reached_by_arrows(widget: QWidget) -> bool:
    """Tell whether a widget is one of a group of choices that Tab enters at the choice made."""
    return isinstance(widget, QToolButton) and widget.group() is not None and not widget.isChecked()


def test_choices_of_a_group_are_reached_by_arrows(open_window: OpenWindow) -> None:
    one = open_window()
    one.window.header._languages["en"].setFocus()
    one.press(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is one.window.header._languages["fa"]


def test_f6_goes_from_pane_to_pane(open_window: OpenWindow) -> None:
    one = open_window()
    one.run("open.event", event="E020")
    one.window.header.search.field.setFocus()
    held = []
    for _ in range(4):
        one.press(Qt.Key.Key_F6)
        held.append(QApplication.focusWidget())
    window = one.window
    assert held[0] is window.timeline
    assert held[1] is window.detail
    assert held[2] is not None
    assert window.source.isAncestorOf(held[2])
    assert held[3] is window.header.search.field


def test_each_theme_dresses_the_window_and_text_grows(open_window: OpenWindow) -> None:
    one = open_window()
    for theme in Theme:
        one.look(theme=theme)
        picture = one.window.grab().toImage()
        assert picture.pixelColor(3, 3).name() == colours(theme).ground
    before = one.window.header.search.field.height()
    one.look(text_scale=2.0)
    assert one.window.header.search.field.height() > 1.5 * before
