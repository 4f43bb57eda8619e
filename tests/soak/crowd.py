"""A crowd that cannot be foreseen, and yet is the same at every run: what visitors do at the screen."""

import random
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.exhibition import NO, Rehearsal
from viewer.app.kiosk.exhibition import Part
from viewer.ui.timeline.timeline_view import TimelineView

LEFT = Qt.MouseButton.LeftButton
WORDS = ("prison", "Montazeri", "order", "زندان", "منتظری", "zzzz", "1988", "letter")
KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Plus,
    Qt.Key.Key_Minus,
    Qt.Key.Key_Home,
    Qt.Key.Key_F6,
)


class Crowd:
    """Does one thing after the other at an exhibition."""

    def __init__(self, held: Rehearsal, seed: int = 1988) -> None:
        """Learn what there is to be opened."""
        self.held = held
        self.done: Counter[str] = Counter()
        """How often each kind of interaction came."""
        self._chance = random.Random(seed)  # noqa: S311 - a rehearsal, no secret
        edition = held.show.house.edition
        self._events = [edition.event_id(index) for index in range(len(edition.columns))]
        self._sources = list(edition.library.sources)
        self._claims = list(edition.library.claims)
        self._tracks = list(edition.library.tracks)
        self._stories = list(edition.library.stories)
        self._ways: list[tuple[int, Callable[[], None]]] = [
            (24, self.swipe),
            (24, self.tap),
            (14, self.turn_wheel),
            (14, self.press_key),
            (8, self.open_event),
            (3, self.open_source),
            (2, self.open_claim),
            (3, self.read_on),
            (2, self.change_language),
            (1, self.change_look),
            (2, self.filter),
            (2, self.search),
            (3, self.story),
            (1, self.look_for_help),
        ]

    def act(self) -> None:
        """Do one thing; whoever comes first wakes the screen."""
        if self.held.show.part is not Part.VISIT:
            self.held.touch()
        weights = [weight for weight, _ in self._ways]
        (way,) = self._chance.choices([way for _, way in self._ways], weights)
        self.done[way.__name__] += 1
        way()
        QApplication.processEvents()
        # Outside a running event loop nobody else deletes what a page left.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def stays(self) -> bool:
        """Tell whether the visitor goes on; one in fifty walks away."""
        return self._chance.random() > 1 / 50

    @property
    def _timeline(self) -> TimelineView:
        return self.held.show.visit.frame.window_inside.timeline

    def _spot(self) -> QPoint:
        view = self._timeline
        return QPoint(
            self._chance.randrange(max(view.width(), 1)), self._chance.randrange(max(view.height(), 1))
        )

    def swipe(self) -> None:
        """Drag the timeline."""
        if not self._timeline.isVisible():
            return
        start, end = self._spot(), self._spot()
        QTest.mousePress(self._timeline, LEFT, NO, start)
        for share in (0.3, 0.7, 1.0):
            QTest.mouseMove(self._timeline, (start + (end - start) * share))
        QTest.mouseRelease(self._timeline, LEFT, NO, end)

    def tap(self) -> None:
        """Touch the timeline somewhere."""
        if self._timeline.isVisible():
            QTest.mouseClick(self._timeline, LEFT, NO, self._spot())

    def turn_wheel(self) -> None:
        """Zoom or scroll."""
        window = self.held.show.shell.windowHandle()
        spot = self._timeline.mapTo(self.held.show.shell, self._spot())
        keys = self._chance.choice((NO, Qt.KeyboardModifier.ControlModifier))
        QTest.wheelEvent(window, QPointF(spot), QPoint(0, self._chance.choice((-120, 120))), QPoint(), keys)

    def press_key(self) -> None:
        """Press a key."""
        QTest.keyClick(QApplication.focusWidget() or self.held.show.shell, self._chance.choice(KEYS))

    def open_event(self) -> None:
        """Open an event."""
        self._run("open.event", event=self._chance.choice(self._events))

    def open_source(self) -> None:
        """Open a source."""
        self._run("open.source", source=self._chance.choice(self._sources))

    def open_claim(self) -> None:
        """Open a question."""
        self._run("open.claim", claim=self._chance.choice(self._claims))

    def read_on(self) -> None:
        """Pass a content warning."""
        self._run("open.reveal", key=self._chance.choice((*self._events, "*execution")))

    def change_language(self) -> None:
        """Take the other language."""
        self._run("look.other-language")

    def change_look(self) -> None:
        """Change size, colours or layout."""
        self._run(self._chance.choice(("look.larger", "look.next-theme", "look.list", "look.low-reach")))

    def filter(self) -> None:
        """Hide or show a track."""
        self._run("find.toggle", field="hidden_tracks", value=self._chance.choice(self._tracks))

    def search(self) -> None:
        """Type a word."""
        field = self.held.show.visit.frame.window_inside.header.search.field
        field.setFocus()
        field.clear()
        for letter in self._chance.choice(WORDS):
            QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, NO, letter))
        QTest.keyClick(field, Qt.Key.Key_Return)

    def story(self) -> None:
        """Begin a story, or go on in it."""
        if self.held.show.visit.context.session.state.story is None:
            self._run("story.start", story=self._chance.choice(self._stories))
            self._run("story.begin")
        else:
            self._run(self._chance.choice(("story.next", "story.previous", "story.pause", "story.leave")))

    def look_for_help(self) -> None:
        """Open the help, and perhaps leave it open."""
        self._run("window.help")
        QApplication.processEvents()
        if self._chance.random() > 1 / 3:
            self.held.show.close_sheets()

    def _run(self, command: str, **arguments: str) -> None:
        self.held.show.visit.context.run(command, **arguments)
