import pytest
from PySide6.QtCore import Qt

from tests.helpers.window import Opened, button, click, settle
from tests.ui.window.conftest import OpenWindow
from viewer.commands.command import Profile
from viewer.ui.dialogs.filters import FACETS, VALUE, Filters
from viewer.ui.dialogs.key_column import AT_END


def counted(one: Opened) -> str:
    return one.window.filters.count.text()


def on_timeline(one: Opened) -> set[str]:
    """Ids of all events that are shown, alone, in clusters or in the tray."""
    return {str(one.session.edition.event_id(int(index))) for index in one.session.shown().indexes}


def test_a_chip_hides_its_track_and_shows_it_again(open_window: OpenWindow) -> None:
    one = open_window((1920, 1080))
    assert counted(one) == "111 of 111 events in view"
    edition = one.session.edition
    library = edition.library
    rows = {row.track for row in one.window.timeline.frame().rows}
    for track, chip in one.window.filters._chips.items():
        here = sum(
            library.categories[edition.event(index).category].track == track
            for index in range(len(edition.columns))
        )
        assert here > 0
        assert chip.text() == library.tracks[track].label.pick("en").text
        click(chip)
        assert not chip.isChecked()
        assert len(on_timeline(one)) == 111 - here
        assert counted(one) == f"{111 - here} of 111 events in view"
        assert track not in {row.track for row in one.window.timeline.frame().rows}
        click(chip)
        assert len(on_timeline(one)) == 111
    assert {row.track for row in one.window.timeline.frame().rows} == rows


def test_on_a_small_window_the_tracks_are_a_menu(open_window: OpenWindow) -> None:
    one = open_window((640, 480))
    filters = one.window.filters
    assert filters.tracks.isVisible()
    assert not any(chip.isVisible() for chip in filters._chips.values())
    menu = filters.tracks.menu()
    menu.aboutToShow.emit()
    actions = menu.actions()
    assert [action.text() for action in actions] == [chip.text() for chip in filters._chips.values()]
    actions[0].trigger()
    settle()
    assert one.state.filters.hidden_tracks == {next(iter(filters._chips))}


@pytest.mark.parametrize("facet", FACETS)
def test_each_choice_says_how_many_events_it_leaves(open_window: OpenWindow, facet: str) -> None:
    one = open_window()
    click(one.window.filters.all_filters)
    sheet = one.sheet()
    assert isinstance(sheet, Filters)
    choices = sheet.lists[facet]
    sheet.tabs.setCurrentWidget(choices)
    assert choices.count() >= 3
    item = choices.item(1)
    said = int(item.data(AT_END))
    assert choices.horizontalScrollBar().maximum() == 0
    item.setCheckState(Qt.CheckState.Checked)
    settle()
    assert getattr(one.state.filters, facet) == {item.data(VALUE)}
    assert len(on_timeline(one)) == said
    assert one.window.filters.all_filters.text() == "Filters on: 1"
    item.setCheckState(Qt.CheckState.Unchecked)
    settle()
    assert len(on_timeline(one)) == 111


def test_evidence_narrows_to_what_is_not_yet_checked(open_window: OpenWindow) -> None:
    one = open_window()
    click(one.window.filters.all_filters)
    sheet = one.sheet()
    assert isinstance(sheet, Filters)
    choices = sheet.lists["evidence"]
    kinds = {choices.item(row).data(VALUE): choices.item(row) for row in range(choices.count())}
    kinds["unchecked"].setCheckState(Qt.CheckState.Checked)
    settle()
    left = on_timeline(one)
    assert 0 < len(left) < 111
    assert all(one.session.edition.event(i).check.state != "checked" for i in one.session.shown().indexes)


def test_names_are_found_in_any_script_and_filters_are_cleared_at_once(open_window: OpenWindow) -> None:
    one = open_window()
    one.run("find.toggle", field="hidden_tracks", value="background")
    click(one.window.filters.all_filters)
    sheet = one.sheet()
    assert isinstance(sheet, Filters)
    people = sheet.lists["people"]
    sheet.needle.setText("MONTAZERI")
    names = [people.item(row).text() for row in range(people.count()) if not people.item(row).isHidden()]
    assert names
    assert all("Montazeri" in name for name in names)
    click(button(sheet, "Show all"))
    assert not one.state.filters.active
    assert len(on_timeline(one)) == 111
    assert not one.window.filters.clear.isVisible()


@pytest.mark.parametrize("width", range(900, 1500, 50))
def test_no_filter_stands_alone_in_a_row_and_each_in_its_middle(open_window: OpenWindow, width: int) -> None:
    one = open_window((width, 800))
    bar = one.window.filters
    parts = [*bar._chips.values(), bar.all_filters]
    rows: dict[int, list[int]] = {}
    for part in parts:
        rows.setdefault(part.geometry().center().y(), []).append(part.height())
    assert all(len(row) > 1 for row in rows.values()), rows


def test_visitors_see_no_field_for_which_they_have_no_keys(open_window: OpenWindow) -> None:
    one = open_window((1920, 1080), profile=Profile.KIOSK)
    click(one.window.filters.all_filters)
    sheet = one.sheet()
    assert isinstance(sheet, Filters)
    assert not sheet.needle.isVisible()
    assert sheet.tabs.isVisible()
