"""Dark hours, screens that come and go, and what the staff read when a venue file is broken."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication

from tests.helpers.exhibition import Rehearsal, settle, write_venue
from viewer.app.kiosk.exhibit import message_shell
from viewer.app.kiosk.exhibition import Part
from viewer.app.kiosk.house import venue_problems
from viewer.app.kiosk.placing import chosen_screens
from viewer.app.kiosk.pulse import RELOAD
from viewer.ui.kiosk.message_screen import MessageScreen

Make = Callable[..., Rehearsal]


def part_of(held: Rehearsal) -> Part:
    return held.show.part


def test_the_screen_is_dark_outside_the_hours_and_no_touch_lights_it(exhibition: Make) -> None:
    held = exhibition("hours: {tuesday: 10:00-18:00}\n")
    held.set_wall("2026-11-24T18:30")
    held.pass_time(1)
    assert part_of(held) is Part.DARK
    assert held.show.shell.page is held.show.shell.dark
    held.touch()
    assert part_of(held) is Part.DARK
    held.set_wall("2026-11-24T10:00")
    held.pass_time(1)
    assert part_of(held) is Part.ATTRACT


def test_nobody_is_thrown_out_at_closing_time(exhibition: Make) -> None:
    held = exhibition("hours: {tuesday: 10:00-18:00}\n")
    held.touch()
    held.set_wall("2026-11-24T18:30")
    held.pass_time(30)
    assert part_of(held) is Part.VISIT
    held.pass_time(60)
    assert part_of(held) is Part.DARK


@pytest.mark.parametrize(
    ("count", "wanted", "found"),
    [
        (1, {}, (0, None)),
        (2, {}, (0, None)),
        (2, {"timeline": 1, "source": 2}, (0, 1)),
        (2, {"timeline": 2, "source": 1}, (1, 0)),
        (1, {"timeline": 1, "source": 2}, (0, None)),
        (1, {"timeline": 2, "source": 1}, (0, None)),
    ],
)
def test_a_screen_that_is_not_there_gives_its_part_back(
    count: int, wanted: dict[str, int], found: tuple[int, int | None]
) -> None:
    assert chosen_screens(count, wanted) == found


def test_a_second_screen_takes_the_source_and_gives_it_back(exhibition: Make) -> None:
    held = exhibition()
    held.touch()
    source = held.show.visit.frame.window_inside.source
    held.show.second.place(QGuiApplication.primaryScreen())
    settle()
    assert source.window() is held.show.second.shell
    held.show.second.place(None)
    settle()
    assert source.window() is held.show.shell
    assert source.isVisible()
    held.show.second.place(QGuiApplication.primaryScreen())
    held.pass_time(85)
    assert held.show.second.shell.page is held.show.second.shell.dark


def test_a_broken_venue_file_is_named_on_the_screen_and_a_sound_one_begins_anew(exhibition: Make) -> None:
    held = exhibition()
    path = write_venue(held.venue.parent, "theme: drak\n")
    held.pass_time(5)
    told = held.show.attract.notice
    assert told.isVisible()
    assert "venue.yaml:4:8" in told.text()
    assert held.ends == []
    path.write_text("venue: 1\n", encoding="utf-8")
    held.pass_time(5)
    assert held.ends == [RELOAD]


def test_without_a_sound_file_the_problems_fill_the_screen(exhibition: Make) -> None:
    held = exhibition()
    path = write_venue(held.venue.parent, "theme: drak\n")
    shell = message_shell("kiosk.venue", venue_problems(path))
    screen = shell.page
    assert isinstance(screen, MessageScreen)
    texts = screen.texts()
    assert "The venue file needs to be mended" in texts
    assert "پروندهٔ نمایشگاه باید اصلاح شود" in texts
    assert any("venue.yaml:4:8" in text for text in texts)
    shell.may_close = True
    shell.close()
    shell.deleteLater()
    settle()
