"""What passes over the screen while nobody is there."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from tests.helpers.exhibition import Rehearsal, settle
from viewer.app.kiosk.exhibition import Part
from viewer.ui.kiosk.plate import _balanced
from viewer.ui.theme.typography import reading_font

Make = Callable[..., Rehearsal]


def moments(held: Rehearsal, count: int) -> list[str]:
    """The headlines of the first turns, each looked at in the middle of its time."""
    attract = held.show.attract
    seconds = held.show.house.venue.attract.headline
    texts = []
    for turn in range(count):
        attract.show_moment((turn + 0.5) * seconds)
        texts.append(attract.plate.text)
    return texts


def test_each_headline_comes_in_each_language(exhibition: Make) -> None:
    held = exhibition("attract: {events: [E001, E035]}\n")
    edition = held.show.house.edition
    wanted = [
        edition.title(index, language).text
        for index in map(edition.index_of, held.show.house.venue.attract.events)
        for language in ("en", "fa")
        if index is not None
    ]
    assert moments(held, 6) == [*wanted, *wanted[:2]]


def test_nothing_under_a_warning_is_ever_read(exhibition: Make) -> None:
    held = exhibition()
    edition = held.show.house.edition
    gated = {
        edition.title(index, language).text
        for index in range(len(edition.columns))
        if edition.event(index).warnings
        for language in ("en", "fa")
    }
    assert len(gated) > 50
    view = held.show.attract.timeline
    titles = set()
    for text in moments(held, 24):
        assert text not in gated
        titles |= {view.session.edition.title(n, "en").text for n in range(len(edition.columns))}
        painted = " ".join(label.text for label in view.frame().labels)
        assert not [title for title in gated if title in painted]
    assert titles.isdisjoint(gated)


def test_the_hint_stands_there_in_each_language(exhibition: Make) -> None:
    held = exhibition()
    hints = [label.text() for label in held.show.attract.hints if label.isVisible()]
    assert hints == ["Touch anywhere to begin", "برای آغاز، صفحه را لمس کنید"]


def test_the_timeline_drifts(exhibition: Make) -> None:
    held = exhibition("attract: {events: [E001, E035], headline: 10}\n")
    attract, seen = held.show.attract, []
    for tenth in range(400):
        attract.show_moment(tenth / 10)
        seen.append(attract.timeline.session.state.visible.start)
    steps = [abs(after - before) for before, after in pairwise(seen)]
    span = max(seen) - min(seen)
    assert span > 0
    assert max(steps) < span / 8


def test_with_reduced_motion_nothing_glides(exhibition: Make) -> None:
    held = exhibition("attract: {events: [E001, E035], headline: 10}\nreduced-motion: true\n")
    attract, seen = held.show.attract, set()
    for tenth in range(400):
        attract.show_moment(tenth / 10)
        seen.add(attract.timeline.session.state.visible)
    assert len(seen) == 2


def test_a_venue_without_events_shows_its_own_texts(exhibition: Make) -> None:
    held = exhibition("attract: {texts: [{en: Welcome, fa: خوش آمدید}]}\n")
    assert moments(held, 2) == ["Welcome", "خوش آمدید"]


@pytest.mark.parametrize("how", ["touch", "move", "key", "wheel"])
def test_the_first_input_anywhere_enters_and_does_nothing_else(exhibition: Make, how: str) -> None:
    held = exhibition()
    before = held.show.visit.context.session.state
    match how:
        case "touch":
            held.touch(held.show.attract.timeline)
        case "move":
            held.move()
            held.move()
        case "key":
            QTest.keyClick(held.show.shell, Qt.Key.Key_L)
        case "wheel":
            QTest.wheelEvent(
                held.show.shell.windowHandle(), held.show.shell.rect().center().toPointF(), QPoint(0, 120)
            )
    settle()
    assert held.show.part is Part.VISIT
    assert held.show.shell.page is held.show.visit.frame
    assert held.show.visit.context.session.state == before


def test_a_story_can_begin_at_once(exhibition: Make) -> None:
    held = exhibition("start: {story: summer-1988}\n")
    assert held.show.visit.context.session.state.story is None
    held.touch()
    assert held.show.visit.context.session.state.story is not None


@pytest.mark.parametrize("language", ["en", "fa"])
def test_each_language_keeps_its_side_of_a_screen(exhibition: Make, language: str) -> None:
    held = exhibition(f"language: {language}\n", size=(1080, 1920))
    for labels in (held.show.attract.titles, held.show.attract.hints):
        first, last = labels
        english, persian = (first, last) if language == "en" else (last, first)
        assert english.x() < persian.x()
        assert english.alignment() & Qt.AlignmentFlag.AlignLeft
        assert persian.alignment() & Qt.AlignmentFlag.AlignRight


def test_a_long_headline_breaks_into_lines_of_like_length() -> None:
    text = "Political prisoners questioned, sorted and moved from one prison to another"
    font = reading_font(60, "en")
    lines = _balanced(text, font, 1200)
    wide = [QFontMetricsF(font).horizontalAdvance(line) for line in lines]
    assert " ".join(lines) == text
    assert min(wide) > 0.6 * max(wide)
