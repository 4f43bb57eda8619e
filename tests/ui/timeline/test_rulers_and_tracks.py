"""What the rulers tell of a marked range and the source's calendar; the thumb; track menus by key."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.helpers.stage import NO, Stage, edition_of, event
from viewer.loading.catalogue import load_catalogue
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.edtf import parse_edtf
from viewer.model.dates.stated import parse_as_stated
from viewer.model.event import StatedDate, When
from viewer.state.selection import MembersSelected
from viewer.state.view_state import Language, Range
from viewer.ui.timeline.moving import selected_lane
from viewer.ui.timeline.ruler_notes import length_words, months_between, ruler_notes

Make = Callable[..., Stage]


def day(text: str) -> int:
    return parse_edtf(text).start_min


@pytest.mark.parametrize("calendar", list(Calendar))
@pytest.mark.parametrize("first", [6400, 6600, 6786, 11000, 18000])
@pytest.mark.parametrize("length", [0, 1, 29, 30, 31, 59, 365, 366, 4000])
def test_whole_months_and_days_lead_from_one_day_to_another(
    calendar: Calendar, first: int, length: int
) -> None:
    months, rest = months_between(calendar, first, first + length)
    begin = calendar.from_days(first)
    years, month = divmod(begin.month - 1 + months, 12)
    most = calendar.days_in_month(begin.year + years, month + 1)
    reached = calendar.to_days(begin.year + years, month + 1, min(begin.day, most))
    assert reached + rest == first + length
    assert 0 <= rest <= 31


def test_a_range_is_as_long_as_each_calendar_counts() -> None:
    words = load_catalogue("en")
    span = Range(day("1988-06-16"), day("1988-07-31"))
    assert length_words(words, Calendar.GREGORIAN, span) == "45 days: 1 month, 15 days"
    assert length_words(words, Calendar.SOLAR_HIJRI, span) == "45 days: 1 month, 14 days"
    assert length_words(words, Calendar.GREGORIAN, Range(0, 5 * 3_600_000)) == "5 hours"


@pytest.mark.parametrize("language", list(Language))
def test_the_marked_range_tells_count_and_length_and_lists_its_events(
    stage: Make, language: Language
) -> None:
    made = stage(visible="1988-07-01/1988-09-30", language=language)
    assert not notes(made)
    made.commander.run("time.mark-range", start=day("1988-07-28"), end=day("1988-08-03"))
    first, second = notes(made)
    whole = made.session.catalogue.count("timeline.days", 6)
    assert first == made.session.catalogue.say(
        "timeline.marked", events=made.session.catalogue.count("timeline.events", 5), length=whole
    )
    assert second == whole
    made.commander.run("open.marked")
    selection = made.state().selection
    assert isinstance(selection, MembersSelected)
    assert (selection.start, selection.end) == (day("1988-07-28"), day("1988-08-03"))


def test_what_is_in_view_is_marked_and_unmarked_by_one_key(stage: Make) -> None:
    made = stage(visible="1988-07-01/1988-09-30")
    made.commander.run("time.mark-view")
    assert made.state().marked_range == made.state().visible
    assert len(notes(made)) == 2
    made.commander.run("time.mark-view")
    assert made.state().marked_range is None


def notes(made: Stage) -> list[str]:
    scene = made.view.scene()
    marked = made.state().marked_range
    return [n.text for n in ruler_notes(scene.frame, scene.plan, made.session.catalogue, marked, None)]


def test_a_mark_of_a_solar_month_covers_exactly_its_days(stage: Make) -> None:
    when = When(parse_as_stated("1367-05", Calendar.SOLAR_HIJRI), StatedDate("1367-05", Calendar.SOLAR_HIJRI))
    made = stage(
        edition=edition_of([replace(event("solar", None), when=when)]), visible="1988-07-01/1988-09-30"
    )
    frame, mark = made.view.frame(), made.mark("solar")
    assert frame.marks.x0[mark] == pytest.approx(frame.scale.to_x(day("1988-07-23")), abs=1e-3)
    assert frame.marks.x1[mark] == pytest.approx(frame.scale.to_x(day("1988-08-23")), abs=1e-3)
    made.commander.run("open.event", event="solar")
    scene, words = made.view.scene(), made.session.catalogue
    (note,) = ruler_notes(scene.frame, scene.plan, words, None, made.session.edition.event(0))
    assert (note.calendar, note.text) == (Calendar.SOLAR_HIJRI, "as stated")


def test_the_thumb_is_dragged_and_pages_where_it_is_not(stage: Make) -> None:
    made = stage(size=(900, 230))
    frame = made.view.frame()
    x, top, bottom = 900 - 6, round(frame.plot.y), round(frame.plot.bottom)
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(made.view, button, NO, QPoint(x, top + 4))
    QTest.mouseMove(made.view, QPoint(x, top + 24))
    assert made.view.frame().scroll > 20, "farther than the hand"
    QTest.mouseRelease(made.view, button, NO, QPoint(x, top + 24))
    QTest.mouseClick(made.view, button, NO, QPoint(x, bottom - 2))
    frame = made.view.frame()
    assert frame.scroll == pytest.approx(frame.content_height - frame.plot.height, abs=1)
    before = made.state().visible
    QTest.mouseClick(made.view, button, NO, QPoint(x, top + 1))
    assert made.view.frame().scroll < frame.scroll
    assert made.state().visible == before


def test_a_key_opens_the_menu_of_the_selected_mark_and_of_every_track(stage: Make) -> None:
    made = stage()
    made.commander.run("open.event", event="letter")
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(made.view, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.text() for action in menu.actions() if action.text()]
    assert names[:2] == ["Open", "Zoom to it"]
    assert names[2:] == [row.full_label for row in made.view.frame().rows]
    track = next(action for action in menu.actions() if action.text() == "Protest")
    own = track.menu()
    assert isinstance(own, QMenu)
    own.actions()[0].trigger()
    menu.close()
    folded = [row.full_label for row in made.view.frame().rows if row.collapsed]
    assert folded == ["Protest"]
    assert np.isfinite(made.view.frame().marks.y).all()


def test_an_event_selected_elsewhere_is_brought_into_sight_and_kept_there(stage: Make) -> None:
    made = stage(size=(900, 230))

    def is_seen() -> bool:
        lane, plot = selected_lane(made.view.scene(), made.index("report")), made.view.frame().plot
        return lane is not None and lane[0] >= plot.y - 1 and lane[1] <= plot.bottom + 1

    assert not is_seen()
    made.commander.run("open.event", event="report")
    assert is_seen()
    made.view.resize(900, 200)
    assert is_seen()
    made.view.scroll_by(-500)
    assert not is_seen()
    made.view.resize(900, 210)
    assert not is_seen(), "who scrolled away is left alone"
