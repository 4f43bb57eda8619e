"""The clocks of an exhibition, so that a rehearsal can let months pass in minutes."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


def _now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Clocks:
    """One that never goes back, and that of the wall."""

    steady: Callable[[], float] = time.monotonic
    wall: Callable[[], datetime] = _now
