"""After each visit everything is as at the first start, and nothing of the visitor is left anywhere."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests.helpers.exhibition import Rehearsal, settle
from viewer.app.kiosk.exhibition import Part
from viewer.app.kiosk.fingerprint import state_hash, ui_hash

Make = Callable[..., Rehearsal]
CANARY = "qzxCanaryWord"


def hashes(held: Rehearsal) -> tuple[str, str]:
    """The hashes of the state and of the widgets of a visit that was just entered."""
    held.touch()
    settle()
    return state_hash(held.show.visit.context.session), ui_hash(held.show.visit.frame)


def part_of(held: Rehearsal) -> Part:
    return held.show.part


def wait_until_over(held: Rehearsal) -> None:
    held.pass_time(85)
    assert held.show.part is Part.ATTRACT


def live(held: Rehearsal) -> None:
    """Do all that a visitor can do."""
    window = held.show.visit.frame.window_inside
    held.run("look.language", language="fa")
    held.run("look.larger")
    held.run("look.next-theme")
    held.run("find.toggle", field="hidden_tracks", value="order")
    held.run("open.event", event="E020")
    held.run("open.reveal", key="E020")
    held.run("open.reveal", key="*execution")
    held.run("open.source", source="S31")
    held.run("look.list")
    held.run("look.collapse", track="execution")
    held.run("time.zoom-in")
    held.run("time.mark-range", start=0, end=1_000_000_000)
    held.run("find.tray")
    held.run("open.accounts-order", order="value")
    window.panes.stack.setSizes([100, 900, 900])
    held.run("story.start")
    search(held, CANARY)


def search(held: Rehearsal, word: str) -> None:
    field = held.show.visit.frame.window_inside.header.search.field
    field.setFocus()
    QTest.keyClicks(field, word)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()


def test_everything_is_as_at_the_first_start(exhibition: Make) -> None:
    held = exhibition()
    first = hashes(held)
    live(held)
    assert state_hash(held.show.visit.context.session) != first[0]
    assert ui_hash(held.show.visit.frame) != first[1]
    held.pass_time(205)
    held.pass_time(100)
    assert part_of(held) is Part.ATTRACT
    assert hashes(held) == first


def test_a_dialog_that_was_left_open_is_closed(exhibition: Make) -> None:
    held = exhibition()
    first = hashes(held)
    held.run("window.help")
    held.run("find.filters")
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    wait_until_over(held)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    assert hashes(held) == first


def test_going_back_leads_nowhere(exhibition: Make) -> None:
    held = exhibition()
    held.touch()
    held.run("open.event", event="E001")
    held.run("open.event", event="E020")
    wait_until_over(held)
    held.touch()
    assert not held.show.visit.context.session.store.history.can_go_back
    assert not held.show.visit.context.session.store.history.can_go_forward


NEEDLE = b"qzxneedleword"
"""As bytes, so that the test itself holds no such text."""


def texts_with_needle() -> list[type]:
    """The kinds of objects in which Python holds a text with the needle in it."""
    pairs = ((holder, held) for holder in gc.get_objects() for held in gc.get_referents(holder))
    return [
        type(holder)
        for holder, held in pairs
        if type(held) is str and NEEDLE in held.lower().encode("utf-8", "replace")
    ]


def test_what_was_searched_for_is_in_no_object_and_not_on_the_clipboard(exhibition: Make) -> None:
    held = exhibition()
    held.touch()
    search(held, NEEDLE.decode())
    assert texts_with_needle() != []
    assert QApplication.clipboard().text().encode() == NEEDLE
    wait_until_over(held)
    gc.collect()
    assert texts_with_needle() == []
    assert QApplication.clipboard().text() == ""


def test_nothing_is_written_to_disk(exhibition: Make, tmp_path: Path) -> None:
    held = exhibition()
    before = contents(tmp_path)
    held.touch()
    live(held)
    held.pass_time(300, step=20)
    assert contents(tmp_path) == before


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "cache" not in path.parts
    }


def test_counts_are_totals_alone(exhibition: Make, tmp_path: Path) -> None:
    held = exhibition("counts: counts.csv\n")
    held.touch()
    for event in ("E001", "E020", "E001"):
        held.run("open.event", event=event)
    search(held, CANARY)
    held.run("story.start", story="summer-1988")
    held.pass_time(300)
    rows = [line.split(",")[1:] for line in (tmp_path / "counts.csv").read_text().splitlines()]
    assert ["event", "E001", "2"] in rows
    assert ["event", "E020", "1"] in rows
    assert ["story", "summer-1988", "1"] in rows
    assert all(len(row) == 3 for row in rows)
    assert CANARY not in (tmp_path / "counts.csv").read_text()


def touch_event(held: Rehearsal) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(held.show.shell, device).press(0, QPoint(300, 300)).commit()


def tablet_event(held: Rehearsal) -> None:
    spot = QPointF(300, 300)
    QApplication.sendEvent(
        held.show.shell,
        QTabletEvent(
            QEvent.Type.TabletMove,
            QPointingDevice.primaryPointingDevice(),
            spot,
            spot,
            0.5,
            0,
            0,
            0,
            0,
            0,
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
        ),
    )


def move_twice(held: Rehearsal) -> None:
    held.move()
    held.move()


INPUTS: dict[str, Callable[[Rehearsal], Any]] = {
    "touch": touch_event,
    "mouse": lambda held: held.touch(),
    "move": move_twice,
    "key": lambda held: QTest.keyClick(held.show.shell, Qt.Key.Key_Shift),
    "letter": lambda held: QTest.keyClick(held.show.shell, Qt.Key.Key_L),
    "tablet": tablet_event,
    "wheel": lambda held: QTest.wheelEvent(held.show.shell.windowHandle(), QPointF(300, 300), QPoint(0, 120)),
}


@pytest.mark.parametrize("how", INPUTS)
def test_any_input_keeps_the_visit_and_does_nothing_else(exhibition: Make, how: str) -> None:
    held = exhibition()
    held.touch()
    held.run("open.event", event="E001")
    before = held.show.visit.context.session.state
    held.pass_time(65)
    assert held.show.countdown.isVisible()
    INPUTS[how](held)
    settle()
    assert not held.show.countdown.isVisible()
    assert held.show.visit.context.session.state == before
    held.pass_time(59)
    assert held.show.part is Part.VISIT
    assert not held.show.countdown.isVisible()


def test_a_pointer_that_rests_keeps_nobody(exhibition: Make) -> None:
    held = exhibition()
    held.touch()
    for _ in range(85):
        held.pass_time(1)
        QTest.mouseMove(held.show.shell, QPoint(400, 300))
        settle()
    assert held.show.part is Part.ATTRACT


def test_a_story_that_plays_gives_more_time(exhibition: Make) -> None:
    held = exhibition()
    held.touch()
    held.run("story.start", story="summer-1988")
    held.run("story.begin")
    held.pass_time(150)
    assert part_of(held) is Part.VISIT
    assert not held.show.countdown.isVisible()
    held.pass_time(75)
    assert part_of(held) is Part.ATTRACT
