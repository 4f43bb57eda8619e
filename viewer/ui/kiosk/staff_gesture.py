"""Recognise the gesture of the staff: a finger that rests in an upper corner for five seconds."""

from dataclasses import dataclass

CORNER = 96
"""Side of the corners in logical pixels."""
HOLD_S = 5.0
SLIP = 32
"""Pixels by which the finger may slip."""


@dataclass(slots=True)
class StaffGesture:
    """Knows where and since when a finger rests."""

    _since: float | None = None
    _spot: tuple[int, int] = (0, 0)

    def press(self, x: int, y: int, width: int, now: float) -> None:
        """Note a press at a point of a window of this width."""
        if 0 <= y < CORNER and (0 <= x < CORNER or width - CORNER <= x < width):
            if self._since is None:
                self._since, self._spot = now, (x, y)
        else:
            self._since = None

    def move(self, x: int, y: int) -> None:
        """Note where the finger is now."""
        if max(abs(x - self._spot[0]), abs(y - self._spot[1])) > SLIP:
            self._since = None

    def release(self) -> None:
        """Note that the finger is gone."""
        self._since = None

    def held(self, now: float) -> bool:
        """Tell, once, that the finger has rested long enough."""
        if self._since is None or now - self._since < HOLD_S:
            return False
        self._since = None
        return True
