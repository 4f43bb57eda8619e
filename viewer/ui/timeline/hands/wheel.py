"""Read wheels and touchpads: what turns, scrolls or zooms by how much."""

import math
from dataclasses import dataclass

from viewer.ui.timeline.hands.intents import Intent, Intents, Pan, Scroll, Zoom

NOTCH = 120.0
"""Angle of one notch of a wheel, in eighths of a degree."""
STEP = 48.0
"""Pixels that one notch moves."""
ZOOM_PER_NOTCH = 1.25
ZOOM_PER_PIXEL = 1.0045
LARGEST = 6.0
"""Notches that one message may count; a free-spinning wheel does not throw the picture away."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a wheel or touchpad; positive is away from the hand, and to the left."""

    x: float
    angle: tuple[float, float]
    pixels: tuple[float, float] = (0.0, 0.0)
    shift: bool = False
    control: bool = False


def read_wheel(turn: Turn) -> Intents:
    """Return what a turn means: Ctrl zooms, Shift or sideways pans, plain scrolls tracks."""
    if not all(map(math.isfinite, (*turn.angle, *turn.pixels))):
        return ()
    across, down = _distance(turn)
    if turn.control:
        factor = _zoom_factor(turn)
        return (Zoom(factor, turn.x),) if factor != 1.0 else ()
    if turn.shift:
        return (Pan(across + down),) if across + down else ()
    moves: list[Intent] = []
    if across and abs(across) >= abs(down):
        moves.append(Pan(across))
    elif down:
        moves.append(Scroll(down))
    return tuple(moves)


def _distance(turn: Turn) -> tuple[float, float]:
    """Return how far to move in pixels; touchpads say so, wheels count notches."""
    if turn.pixels != (0.0, 0.0):
        return turn.pixels
    return (_notches(turn.angle[0]) * STEP, _notches(turn.angle[1]) * STEP)


def _zoom_factor(turn: Turn) -> float:
    pixels = turn.pixels[1] or turn.pixels[0]
    if pixels:
        return float(ZOOM_PER_PIXEL ** min(max(pixels, -LARGEST * STEP), LARGEST * STEP))
    return float(ZOOM_PER_NOTCH ** _notches(turn.angle[1] or turn.angle[0]))


def _notches(angle: float) -> float:
    return min(max(angle / NOTCH, -LARGEST), LARGEST)
