"""A stretch of time at one zoom, with pixels counted from an origin that stays while the picture is panned.

What is worked out for a stretch depends on its zoom and its origin alone: two pictures of the same zoom, a
little apart, may share it, and no picture depends on which others were made before it.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.base.instant import Instant
from viewer.layout.time_scale import Pixels, TimeScale

MOST_CELL = 2**61
"""Origins lie at most so many milliseconds apart, so that no difference of instants overflows."""


class Zoom(NamedTuple):
    """How much time is seen at once, and how wide that is."""

    length: int
    """In milliseconds."""
    width: float
    """In pixels."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time from `start` to `end`; offsets grow with time, whatever the direction of the picture."""

    zoom: Zoom
    origin: Instant
    start: Instant
    end: Instant

    @property
    def px_per_ms(self) -> float:
        """Pixels that one millisecond takes."""
        return self.zoom.width / self.zoom.length

    @property
    def ms_per_px(self) -> float:
        """Milliseconds that one pixel takes."""
        return self.zoom.length / self.zoom.width

    @property
    def low(self) -> float:
        """Offset of the start."""
        return self.offset(self.start)

    @property
    def high(self) -> float:
        """Offset of the end."""
        return self.offset(self.end)

    def offset(self, time: Instant) -> float:
        """Give the distance in pixels from the origin."""
        return (time - self.origin) * self.px_per_ms

    def offsets(self, times: NDArray[np.int64]) -> Pixels:
        """Give the distances of many instants from the origin."""
        return np.multiply(times - self.origin, self.px_per_ms, dtype=np.float64)


def window_of(scale: TimeScale) -> Stretch:
    """Return the visible range."""
    return Stretch(Zoom(scale.length, scale.width), _origin(scale), scale.start, scale.end)


def surroundings_of(scale: TimeScale) -> Stretch:
    """Return what every visible range of the same length with the same origin lies in."""
    origin, length = _origin(scale), scale.length
    return Stretch(Zoom(length, scale.width), origin, origin, origin + _cell(length) + length)


def _origin(scale: TimeScale) -> Instant:
    cell = _cell(scale.length)
    return scale.start // cell * cell


def _cell(length: int) -> int:
    """Return how far origins lie apart: the largest power of two that is no longer than the range."""
    return min(1 << max(length.bit_length() - 1, 0), MOST_CELL)
