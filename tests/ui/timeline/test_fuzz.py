"""Random hands for a long time: no exception, no warning of Qt, no invalid state, nothing stuck, no growth.

`SANAD_FUZZ` sets the number of inputs, and has the memory told; the suite makes two thousand.
"""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.qt_messages import qt_complaints
from tests.helpers.stage import EVENTS, TRACKS, Stage, edition_of, event
from viewer.layout.frame import MarkKind
from viewer.layout.time_scale import LIMIT
from viewer.model.event import Event
from viewer.state.filters import EvidenceKind
from viewer.state.view_state import Grouping, Language, Theme
from viewer.ui.timeline.hands.mouse import Drag
from viewer.ui.timeline.hands.touch import Touch

ASKED = os.environ.get("SANAD_FUZZ")
INPUTS = int(ASKED or 2000)
KEYS = [
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
]
LEFT = Qt.MouseButton.LeftButton
KINDS = [QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease]
COMMANDS = (
    *(
        "go.next",
        "go.previous",
        "go.up",
        "go.down",
        "go.first",
        "go.last",
        "go.back",
        "go.forward",
        "go.close",
    ),
    *(
        "time.zoom-in",
        "time.zoom-out",
        "time.fit-all",
        "time.centre",
        "time.fit-marked",
        "open.marked",
        "time.page-later",
    ),
    *("time.page-earlier", "find.tray", "find.clear", "find.next", "look.larger", "look.next-theme"),
    *(f"look.group-{grouping.value}" for grouping in Grouping),
    *("look.reduced-motion", "look.calendar-islamic", "look.calendar-solar-hijri"),
)
STROKES = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Tab, Qt.Key.Key_0, Qt.Key.Key_Menu, Qt.Key.Key_A),
)
MOST_GROWTH = 48
"""Megabytes: caches of texts fill up, and then no more."""


class Hands:
    """Everything a person could do, by chance."""

    def __init__(self, stage: Stage, seed: int) -> None:
        self.stage = stage
        self.dice = np.random.default_rng(seed)
        self.touch = QTest.createTouchDevice()
        self.fingers: dict[int, QPoint] = {}
        self.acts: list[Callable[[], None]] = [
            *[self.turn] * 6,
            *[self.use_mouse] * 12,
            *[self.use_fingers] * 6,
            *[self.command] * 6,
            *[self.press] * 3,
            self.resize,
            self.filter,
            self.look,
            self.arrange,
            self.search,
            self.lose,
        ]

    def act(self) -> None:
        self.acts[int(self.dice.integers(len(self.acts)))]()

    def spot(self) -> QPoint:
        view = self.stage.view
        return QPoint(
            int(self.dice.integers(-40, view.width() + 40)), int(self.dice.integers(-40, view.height() + 40))
        )

    def pick(self, among: tuple[str, ...] | list[str]) -> str:
        return among[int(self.dice.integers(len(among)))]

    def key(self) -> Qt.KeyboardModifier:
        return KEYS[int(self.dice.integers(len(KEYS)))]

    def turn(self) -> None:
        angle = self.dice.choice([-1200, -120, -13, 0, 7, 120, 4800], 2)
        self.stage.wheel(self.spot(), (int(angle[0]), int(angle[1])), self.key())

    def use_mouse(self) -> None:
        kind, spot = KINDS[int(self.dice.integers(3))], QPointF(self.spot())
        held = Qt.MouseButton.NoButton if kind == KINDS[2] or self.dice.random() < 0.2 else LEFT
        button = Qt.MouseButton.NoButton if kind == KINDS[1] else LEFT
        if self.dice.random() < 0.05:
            kind = QEvent.Type.MouseButtonDblClick
        view = self.stage.view
        QApplication.sendEvent(
            view, QMouseEvent(kind, spot, view.mapToGlobal(spot), button, held, self.key())
        )

    def use_fingers(self) -> None:
        sequence = QTest.touchEvent(self.stage.view, self.touch)
        for finger in (1, 2):
            chance = self.dice.random()
            if finger not in self.fingers and chance < 0.5:
                self.fingers[finger] = self.spot()
                sequence.press(finger, self.fingers[finger], self.stage.view)
            elif finger in self.fingers and chance < 0.3:
                sequence.release(finger, self.fingers.pop(finger), self.stage.view)
            elif finger in self.fingers:
                self.fingers[finger] = self.spot()
                sequence.move(finger, self.fingers[finger], self.stage.view)
        sequence.commit()

    def command(self) -> None:
        command = self.pick(COMMANDS)
        if self.stage.commander.find(command).enabled(self.stage.session):
            self.stage.commander.run(command)

    def press(self) -> None:
        QTest.keyClick(self.stage.view, STROKES[int(self.dice.integers(len(STROKES)))], self.key())

    def resize(self) -> None:
        self.stage.view.resize(int(self.dice.integers(120, 1500)), int(self.dice.integers(80, 900)))

    def filter(self) -> None:
        run = self.stage.commander.run
        run("find.toggle", field="hidden_tracks", value=self.pick(TRACKS))
        if self.dice.random() < 0.3:
            run(
                "find.toggle",
                field="evidence",
                value=EvidenceKind(self.pick([k.value for k in EvidenceKind])),
            )

    def look(self) -> None:
        language = Language(self.pick([one.value for one in Language]))
        theme = Theme(self.pick([one.value for one in Theme]))
        self.stage.change(language=language, theme=theme, text_scale=float(self.dice.choice([1.0, 1.3, 2.0])))

    def arrange(self) -> None:
        order = tuple(track.id for track in self.stage.view.tracks())
        if order:
            track = self.pick(list(order))
            self.stage.commander.run("look.collapse", track=track)
            self.stage.commander.run("look.pin", track=self.pick(list(order)))
            by = int(self.dice.choice([-1, 1]))
            self.stage.commander.run("look.move-track", tracks=order, track=track, by=by)

    def search(self) -> None:
        self.stage.commander.run("find.search", query=self.pick(("", "headline", "order", "تیتر", "nothing")))

    def lose(self) -> None:
        lost = QEvent(QEvent.Type.Leave) if self.dice.random() < 0.5 else QFocusEvent(QEvent.Type.FocusOut)
        QApplication.sendEvent(self.stage.view, lost)


def check(stage: Stage) -> None:
    """What must hold after every input."""
    visible, frame = stage.state().visible, stage.view.frame()
    assert visible.start < visible.end
    assert abs(visible.start) <= 4 * LIMIT
    assert np.isfinite(frame.marks.x0).all()
    assert (frame.marks.g0 <= frame.marks.g1).all()
    assert 0 <= frame.scroll <= max(frame.content_height - frame.plot.height, 0)
    assert (frame.marks.count[frame.marks.kind != MarkKind.CLUSTER] == 1).all()


def memory() -> float:
    """Resident memory in megabytes; 0 where the system does not tell."""
    told = Path("/proc/self/statm")
    return int(told.read_text().split()[1]) * 4096 / 2**20 if told.exists() else 0.0


def many_events() -> tuple[Event, ...]:
    days = [event(f"d{day}", f"1988-08-{day:02}~", TRACKS[day % 6]) for day in range(1, 29)]
    years = [event(f"y{year}", f"{year}/{year + 3}", TRACKS[year % 6]) for year in range(1970, 2020)]
    return (*EVENTS, *days, *years)


def close_popup() -> None:
    popup = QApplication.activePopupWidget()
    if popup:
        popup.close()


def test_random_hands_leave_nothing_broken_stuck_or_growing(
    stage: Callable[..., Stage], capsys: pytest.CaptureFixture[str]
) -> None:
    made = stage(edition=edition_of(many_events()), visible="1988")
    hands = Hands(made, seed=11)
    start = 0.0
    with qt_complaints() as complaints:
        for number in range(INPUTS):
            hands.act()
            check(made)
            assert complaints == [], f"input {number}"
            if number % 25 == 0:
                QApplication.processEvents()
                close_popup()
            if number == INPUTS // 4:
                gc.collect()
                start = memory()
        QApplication.sendEvent(made.view, QFocusEvent(QEvent.Type.FocusOut))
        made.view.grab()
        assert complaints == []
    assert made.view.handling.mouse.drag is Drag.NONE
    assert made.view.handling.touch.touch is Touch.NONE
    gc.collect()
    growth = memory() - start
    if ASKED:
        with capsys.disabled():
            sys.stdout.write(f" {INPUTS} inputs, {growth:+.1f} MB on {start:.1f} MB ")
    assert growth < MOST_GROWTH
