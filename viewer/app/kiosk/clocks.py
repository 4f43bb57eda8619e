"""What an exhibition knows of time, so that a rehearsal can let months pass in minutes."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


def _now() -> datetime:
    return datetime.now().astimezone()


def _nothing() -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """A clock that never goes back, and that of the wall."""

    steady: Callable[[], float] = time.monotonic
    wall: Callable[[], datetime] = _now
    busy: Callable[[], None] = _nothing
    """Told before something takes long, so that nobody takes it for a hang."""
