"""Lead through the life of an exhibition: attract loop, visit, countdown, reset, and dark hours."""

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from viewer.app.kiosk.clocks import Clocks
from viewer.app.kiosk.counting import Counting
from viewer.app.kiosk.fingerprint import state_hash
from viewer.app.kiosk.house import House
from viewer.app.kiosk.idle import IdleClock, Phase
from viewer.app.kiosk.leaving import Leaving
from viewer.app.kiosk.placing import chosen_screens, sorted_screens
from viewer.app.kiosk.pulse import LEFT, RELOAD
from viewer.app.kiosk.second_screen import SecondScreen
from viewer.app.kiosk.visits import Visit, first_hash, new_attract, new_visit, offered, take_down
from viewer.app.kiosk.watching import VenueWatch
from viewer.loading.problem_text import problem_line
from viewer.model.problem import Problem
from viewer.ui.kiosk.countdown import Countdown
from viewer.ui.kiosk.doorkeeper import Doorkeeper, Input
from viewer.ui.kiosk.shell import Shell

TICK_MS = 100
SETTLED_MS = 300
"""After which the attract loop is surely seen, and the first visit is built behind it."""


class Part(Enum):
    """What is on the screen."""

    ATTRACT = "attract"
    VISIT = "visit"
    DARK = "dark"


class ResetError(RuntimeError):
    """Something of a visit would have been left for the next one."""


class Exhibition(QObject):
    """Owns the shell; `end` is called with an exit code when the program is to end."""

    def __init__(
        self, house: House, venue_file: Path | None, end: Callable[[int], None], clocks: Clocks | None = None
    ) -> None:
        """Build everything and show the attract loop; `begin` starts the clock."""
        super().__init__()
        self.house = house
        self._end = end
        self._clocks = clocks or Clocks()
        self.shell = Shell()
        self.second = SecondScreen()
        self.attract = new_attract(house)
        self.attract.setCursor(Qt.CursorShape.BlankCursor)
        self.countdown = Countdown()
        self.leaving = Leaving(house.venue.exit_pin, lambda: end(LEFT), self._clocks.steady)
        self._idle = IdleClock(house.venue.idle)
        self._watch = VenueWatch(venue_file)
        self._reload = False
        self._first = first_hash(house)
        self._swallowing = False
        self.counting = Counting(house.venue.counts)
        self.part = Part.ATTRACT
        self.shell.add(self.attract)
        self.shell.add_overlay(self.countdown)
        self.shell.add_overlay(self.leaving.pad)
        self.leaving.pad.cancelled.connect(self.leaving.pad.hide)
        self._visit: Visit | None = None
        self.shell.turn_to(self.attract)
        self._warn(house.problems)
        self.doorkeeper = Doorkeeper(self, self.hear)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    def begin(self) -> None:
        """Let time run."""
        self.tick()
        self._timer.start()
        QTimer.singleShot(SETTLED_MS, lambda: self.visit)

    def place(self) -> None:
        """Put the windows onto the screens that there are."""
        screens = sorted_screens()
        if screens:
            main, second = chosen_screens(len(screens), self.house.venue.screens)
            self.shell.fill(screens[main])
            self.second.place(None if second is None else screens[second])

    @property
    def visit(self) -> Visit:
        """The visit that runs or comes next, built when it is first needed."""
        if self._visit is None:
            self._visit = self._fresh_visit()
        return self._visit

    def hear(self, kind: Input, happened: QEvent, spot: QPoint | None) -> bool:
        """Take note of input; return True for what nobody else is to see."""
        now = self._clocks.steady()
        self._idle.touched(now)
        if happened.type() is QEvent.Type.ShortcutOverride:
            return self._wants_plain_key(happened)
        if isinstance(happened, QKeyEvent) and self.leaving.is_chord(happened):
            return self.ask_pin()
        self.leaving.watch(kind, self.shell.mapFromGlobal(spot) if spot else None, self.shell.width())
        if self.leaving.pad.isVisible():
            return False
        if self._swallowing:
            self._swallowing = kind is Input.MOVE
            return kind in (Input.MOVE, Input.RELEASE)
        return self._wake(kind)

    def _wake(self, kind: Input) -> bool:
        """Let the first input of a visitor do nothing but wake the screen."""
        if self.part is Part.DARK:
            return True
        if self.part is Part.ATTRACT:
            if kind is Input.RELEASE:
                return True
            self.enter()
        elif self.countdown.isVisible():
            self.countdown.hide()
        else:
            return False
        self._swallowing = kind is Input.PRESS
        return True

    def _wants_plain_key(self, happened: QEvent) -> bool:
        """Keep keys from running commands while something else than the visit is on the screen."""
        plain = self.part is not Part.VISIT or self.countdown.isVisible() or self.leaving.pad.isVisible()
        happened.setAccepted(plain)
        return plain

    def enter(self) -> None:
        """Begin a visit."""
        self.part = Part.VISIT
        self.counting.follow(self.visit.context.session)
        self.shell.turn_to(self.visit.frame)
        self.second.begin(self.visit.frame.window_inside.panes)
        self.visit.frame.window_inside.time_pane().setFocus()
        story = self.house.venue.start.story
        if story:
            self.visit.context.run("story.start", story=story)

    def rest(self) -> None:
        """End a visit: everything back to the first-run state, and the attract loop on the screen."""
        self.part = Part.ATTRACT
        self._swallowing = False
        self.leaving.rest()
        self.close_sheets()
        self.shell.turn_to(self.attract)
        self.second.rest()
        old = self.visit
        self.shell.remove(old.frame)
        self._visit = None
        take_down(old)
        self.counting.write()
        self.attract.repaint()
        self._visit = self._fresh_visit()

    def tick(self) -> None:
        """Do what the time asks for."""
        now = self._clocks.steady()
        if self.leaving.wanted():
            self.ask_pin()
        if self.part is Part.VISIT:
            self._tick_visit(now)
        else:
            self._tick_rest(now)

    def ask_pin(self) -> bool:
        """Show the PIN pad, if there is a PIN; always True."""
        if self.leaving.possible:
            self.close_sheets()
            self.countdown.hide()
            context = self.visit.context
            self.leaving.pad.begin(context.session.catalogue, context.colours.ground)
            self.shell.cover(self.leaving.pad)
            self.leaving.pad.setFocus()
        return True

    def finish(self) -> None:
        """Write what is counted; the end has come."""
        self._timer.stop()
        self.counting.write()

    def _tick_visit(self, now: float) -> None:
        match self._idle.phase(now, story_plays=self.visit.story_plays):
            case Phase.VISIT:
                self.countdown.hide()
            case Phase.COUNTDOWN:
                self._count_down(now)
            case Phase.OVER:
                self.rest()

    def _count_down(self, now: float) -> None:
        if not self.countdown.isVisible():
            self.close_sheets()
            self.leaving.pad.hide()
            context = self.visit.context
            every = dict(context.session.catalogues)
            first = every.pop(context.session.language)
            still = context.session.state.appearance.reduced_motion
            self.countdown.begin(context.colours, (first, *every.values()), still=still)
            self.shell.cover(self.countdown)
        self.countdown.count(self._idle.left(now), self.house.venue.idle.countdown)

    def _tick_rest(self, now: float) -> None:
        if self.leaving.pad.isVisible():
            if self._idle.phase(now, story_plays=False) is not Phase.VISIT:
                self.leaving.pad.hide()
            return
        wanted = Part.ATTRACT if self.house.venue.hours.open_at(self._clocks.wall()) else Part.DARK
        if wanted is not self.part:
            self.part = wanted
            self.shell.turn_to(self.attract if wanted is Part.ATTRACT else self.shell.dark)
        problems = self._watch.changed(now)
        if problems is not None:
            self._warn(problems)
            if not problems:
                self._end(RELOAD)

    def _warn(self, problems: Sequence[Problem]) -> None:
        """Name on the screen what keeps the venue file from being used."""
        words = next(iter(offered(self.house).values()))
        lines = [problem_line(problem, words) for problem in problems]
        self.attract.warn([words.say("kiosk.venue.standing_in"), *lines] if lines else [])

    def _fresh_visit(self) -> Visit:
        visit = new_visit(self.house, self._clocks.busy)
        if state_hash(visit.context.session) != self._first:
            raise ResetError
        self.shell.add(visit.frame)
        return visit

    def close_sheets(self) -> None:
        """Close whatever was opened over the window."""
        for window in QApplication.topLevelWidgets():
            if window is not self.shell and window.isVisible() and not isinstance(window, Shell):
                window.close()
