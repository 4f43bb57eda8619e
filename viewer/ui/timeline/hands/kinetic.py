"""Let a flung picture run on and come to rest like a thing with weight."""

import math
from dataclasses import dataclass, field

RECENT_MS = 90.0
"""Only the last moments before a finger leaves decide how fast the picture runs on."""
SLOWEST = 0.12
"""Pixels per millisecond under which nothing runs on."""
FASTEST = 6.0
HALF_LIFE_MS = 140.0


@dataclass(slots=True)
class Speed:
    """Measure how fast a finger moves along the axis."""

    _notes: list[tuple[float, float]] = field(default_factory=list)

    def start(self, x: float, time: float) -> None:
        """Begin at a place and time in milliseconds."""
        self._notes = [(x, time)]

    def note(self, x: float, time: float) -> None:
        """Note where the finger is."""
        self._notes.append((x, time))
        self._notes = [note for note in self._notes if time - note[1] <= RECENT_MS]

    def velocity(self, time: float) -> float:
        """Return pixels per millisecond at `time`; 0 for a finger that rested before it left."""
        recent = [note for note in self._notes if time - note[1] <= RECENT_MS]
        if not recent or recent[-1][1] <= recent[0][1]:
            return 0.0
        speed = (recent[-1][0] - recent[0][0]) / (recent[-1][1] - recent[0][1])
        if not math.isfinite(speed) or abs(speed) < SLOWEST:
            return 0.0
        return math.copysign(min(abs(speed), FASTEST), speed)


@dataclass(slots=True)
class Run:
    """A picture running on; `velocity` is in pixels per millisecond."""

    velocity: float

    def step(self, elapsed: float) -> float:
        """Return how far it runs in `elapsed` milliseconds, and slow it down."""
        decay = math.exp2(-elapsed / HALF_LIFE_MS)
        distance = self.velocity * HALF_LIFE_MS / math.log(2) * (1 - decay)
        self.velocity *= decay
        return distance

    @property
    def over(self) -> bool:
        """True when it has come to rest."""
        return abs(self.velocity) < SLOWEST / 4
