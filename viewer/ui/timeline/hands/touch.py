"""Follow fingers: one pans and flings, two pinch about their middle, and one of two may leave."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from viewer.ui.timeline.hands.intents import Click, DoubleClick, Fling, Halt, Intents, Mark, Pan, Scroll, Zoom
from viewer.ui.timeline.hands.kinetic import Speed

THRESHOLD = 10.0
"""Pixels a resting finger may tremble."""
NARROWEST = 32.0
"""Fingers nearer than this count as this far apart, so that a pinch cannot fly away."""
FASTEST = 1.5
"""Largest stretch between two messages."""
HOLD_MS = 500
"""A finger that rests so long on the ruler before it moves marks a range."""
DOUBLE_TAP_MS = 400
DOUBLE_TAP_PX = 30.0

Fingers = Mapping[int, tuple[float, float]]


class Touch(Enum):
    """What the fingers are doing."""

    NONE = "none"
    RESTING = "resting"
    PANNING = "panning"
    SCROLLING = "scrolling"
    MARKING = "marking"
    PINCHING = "pinching"
    SPENT = "spent"
    """A finger is left over from a pinch, or stopped a running picture; it pans but never taps."""


@dataclass(slots=True)
class TouchHand:
    """All fingers on the screen; call `update` with those that touch now."""

    touch: Touch = Touch.NONE
    _fingers: dict[int, tuple[float, float]] = field(default_factory=dict)
    _from: tuple[float, float] = (0.0, 0.0)
    _since: float = 0.0
    _on_ruler: bool = False
    _speed: Speed = field(default_factory=Speed)
    _tapped: tuple[float, float, float] = (-math.inf, 0.0, 0.0)

    def update(
        self, fingers: Fingers, time: float, *, running: bool = False, on_ruler: bool = False
    ) -> Intents:
        """Follow the fingers that touch now, at `time` in ms; `on_ruler` is where the first came down.

        A finger that comes down while the picture is `running` on only stops it.
        """
        self._on_ruler = on_ruler
        before, self._fingers = self._fingers, dict(fingers)
        if not fingers:
            return self._lifted(before, time)
        if set(before) != set(fingers):
            return self._changed(before, time, running=running)
        if len(fingers) == 1:
            return self._one(before, time)
        return self._two(before)

    def cancel(self) -> None:
        """Forget all fingers: the system took the touch away."""
        self.touch = Touch.NONE
        self._fingers.clear()

    def _changed(self, before: Fingers, time: float, *, running: bool) -> Intents:
        """Take hold anew without a jump when a finger comes or goes."""
        point = next(iter(self._fingers.values()))
        self._from, self._since = point, time
        self._speed.start(point[0], time)
        if len(self._fingers) > 1:
            self.touch = Touch.PINCHING
        else:
            self.touch = Touch.SPENT if before or running else Touch.RESTING
        return (Halt(),)

    def _one(self, before: Fingers, time: float) -> Intents:
        ((finger, (x, y)),) = self._fingers.items()
        self._speed.note(x, time)
        if self.touch is Touch.RESTING:
            dx, dy = x - self._from[0], y - self._from[1]
            if max(abs(dx), abs(dy)) < THRESHOLD:
                return ()
            return self._begin(x, dx, dy, time)
        last_x, last_y = before[finger]
        if self.touch is Touch.MARKING:
            return (Mark(self._from[0], x),)
        if self.touch is Touch.SCROLLING:
            return (Scroll(y - last_y),)
        return (Pan(x - last_x),)

    def _begin(self, x: float, dx: float, dy: float, time: float) -> Intents:
        """Decide what a finger does that has rested until now."""
        if self._on_ruler and time - self._since >= HOLD_MS:
            self.touch = Touch.MARKING
            return (Mark(self._from[0], x),)
        self.touch = Touch.SCROLLING if abs(dy) > 1.5 * abs(dx) else Touch.PANNING
        return (Scroll(dy),) if self.touch is Touch.SCROLLING else (Pan(dx),)

    def _two(self, before: Fingers) -> Intents:
        first, second = sorted(self._fingers)[:2]
        old_middle, old_apart = _pair(before[first], before[second])
        middle, apart = _pair(self._fingers[first], self._fingers[second])
        factor = min(max(apart / old_apart, 1 / FASTEST), FASTEST)
        moved = Pan(middle - old_middle)
        return (moved, Zoom(factor, middle)) if factor != 1.0 else (moved,)

    def _lifted(self, before: Fingers, time: float) -> Intents:
        touch, self.touch = self.touch, Touch.NONE
        if touch is Touch.PANNING:
            velocity = self._speed.velocity(time)
            return (Fling(velocity),) if velocity else ()
        if touch is Touch.RESTING and before:
            return self._tap(next(iter(before.values())), time)
        return ()

    def _tap(self, point: tuple[float, float], time: float) -> Intents:
        then, x, y = self._tapped
        again = time - then < DOUBLE_TAP_MS and math.dist(point, (x, y)) < DOUBLE_TAP_PX
        self._tapped = (-math.inf, 0.0, 0.0) if again else (time, *point)
        return (DoubleClick(*point),) if again else (Click(*point),)


def _pair(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Return the middle of two fingers on the axis, and how far apart they count."""
    return (one[0] + other[0]) / 2, max(math.dist(one, other), NARROWEST)
