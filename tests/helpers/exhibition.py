"""An exhibition on a stage: the real shell, attract loop and visits, with clocks that a test moves on."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from viewer.app.kiosk.clocks import Clocks
from viewer.app.kiosk.exhibition import Exhibition
from viewer.app.kiosk.house import open_house
from viewer.app.kiosk.pin import hashed_pin, pin_text

PIN = "2468"
PIN_LINE = f"exit-pin: {pin_text(hashed_pin(PIN))}\n"
IDLE_LINE = "idle: {after: 60, countdown: 20, story: 200}\n"
NO = Qt.KeyboardModifier.NoModifier


@dataclass
class Rehearsal:
    """The exhibition, its clock, and the exit codes with which it wanted to end."""

    show: Exhibition
    venue: Path
    ends: list[int]
    _now: list[float]
    _wall: list[datetime]
    _spot: int = field(default=0)

    def pass_time(self, seconds: float, step: float = 1.0) -> None:
        """Let time pass, with a tick at every step."""
        while seconds > 0:
            self._now[0] += min(step, seconds)
            seconds -= step
            self.show.tick()
        settle()

    def set_wall(self, when: str) -> None:
        """Set the clock on the wall."""
        self._wall[0] = datetime.fromisoformat(when)

    def touch(self, widget: QWidget | None = None, at: QPoint | None = None) -> None:
        """Press and release, as a finger does."""
        target = widget or self.show.shell
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, NO, at or target.rect().center())
        settle()

    def move(self) -> None:
        """Move the pointer a little."""
        self._spot += 7
        target = self.show.shell
        spot = QPointF(200 + self._spot % 400, 300)
        moved = QMouseEvent(
            QEvent.Type.MouseMove,
            spot,
            QPointF(target.mapToGlobal(spot.toPoint())),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            NO,
            QPointingDevice.primaryPointingDevice(),
        )
        QApplication.sendEvent(target, moved)

    def run(self, command: str, **arguments: Any) -> None:
        """Run a command of the visit."""
        self.show.visit.context.commander.run(command, **arguments)
        settle()


def settle() -> None:
    """Let layouts and deletions happen."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def write_venue(folder: Path, text: str = "") -> Path:
    """Write a venue file with a PIN and short idle times."""
    path = folder / "venue.yaml"
    path.write_text(f"venue: 1\n{IDLE_LINE}{PIN_LINE}{text}", encoding="utf-8")
    return path


def rehearsal(folder: Path, text: str = "", size: tuple[int, int] = (1280, 800)) -> Rehearsal:
    """Build an exhibition on a stage; nothing moves but by the test's hand."""
    path = write_venue(folder, text)
    now, wall, ends = [1000.0], [datetime(2026, 11, 24, 12, 0, tzinfo=UTC)], list[int]()
    show = Exhibition(open_house(path), path, ends.append, Clocks(lambda: now[0], lambda: wall[0]))
    show.shell.resize(*size)
    show.shell.show()
    show.tick()
    settle()
    return Rehearsal(show, path, ends, now, wall)


def close(held: Rehearsal) -> None:
    """Take an exhibition down."""
    held.show.finish()
    for shell in (held.show.shell, held.show.second.shell):
        shell.may_close = True
        shell.close()
        shell.deleteLater()
    held.show.deleteLater()
    settle()
