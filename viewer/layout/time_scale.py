"""Turn time into pixels and back; nothing else in the program divides by a length of time."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from viewer.base.instant import DAY, MINUTE, YEAR_LIMIT, Instant

Pixels = NDArray[np.float64]

SHORTEST = MINUTE
"""The closest view, in milliseconds across the whole width."""
FARTHEST = 2 * YEAR_LIMIT * 365 * DAY
"""The widest view, in milliseconds."""
LIMIT = YEAR_LIMIT * 365 * DAY
"""No view reaches before minus this or past it."""


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Map the visible range [start, end) onto the pixels x0 … x1; mirrored when later lies to the left.

    The start is subtracted as an integer before any float is made, so a second far from 1970 is as exact as
    one near it.
    """

    start: Instant
    end: Instant
    x0: float
    x1: float
    mirrored: bool = False

    @property
    def length(self) -> int:
        """Length of the visible range in milliseconds."""
        return self.end - self.start

    @property
    def width(self) -> float:
        """Width of the time area in pixels."""
        return self.x1 - self.x0

    @property
    def px_per_ms(self) -> float:
        """Pixels that one millisecond takes."""
        return self.width / self.length

    @property
    def ms_per_px(self) -> float:
        """Milliseconds that one pixel takes."""
        return self.length / self.width

    def offset(self, time: Instant) -> float:
        """Give the distance in pixels from the edge where the visible range starts, growing with time."""
        return (time - self.start) * self.px_per_ms

    def offsets(self, times: NDArray[np.int64]) -> Pixels:
        """Give the distances of many instants from the edge where the visible range starts."""
        return np.multiply(times - self.start, self.px_per_ms, dtype=np.float64)

    def to_x(self, time: Instant) -> float:
        """Give the x of an instant; may lie outside x0 … x1."""
        return self.x_at(self.offset(time))

    def to_xs(self, times: NDArray[np.int64]) -> Pixels:
        """Give the x of many instants."""
        offsets = self.offsets(times)
        return self.x1 - offsets if self.mirrored else self.x0 + offsets

    def x_at(self, offset: float) -> float:
        """Give the x of a distance from the edge where the visible range starts."""
        return self.x1 - offset if self.mirrored else self.x0 + offset

    def to_time(self, x: float) -> Instant:
        """Give the instant at x, rounded to the millisecond."""
        offset = self.x1 - x if self.mirrored else x - self.x0
        return self.start + round(offset * self.length / self.width)

    def zoomed(self, x: float, factor: float) -> "TimeScale":
        """Give the scale that shows `factor` times as much detail, with the instant at x kept where it is."""
        length = round(min(max(self.length / factor, SHORTEST), FARTHEST))
        before = (self.to_time(x) - self.start) / self.length
        return self._moved(self.to_time(x) - round(before * length), length)

    def panned(self, px: float) -> "TimeScale":
        """Give the scale after the content was dragged `px` to the right."""
        shift = round(px * self.length / self.width)
        return self._moved(self.start + (shift if self.mirrored else -shift), self.length)

    def showing(self, start: Instant, end: Instant) -> "TimeScale":
        """Give the scale for another range, widened or narrowed to what can be shown."""
        length = min(max(end - start, SHORTEST), FARTHEST)
        return self._moved((start + end - length) // 2, length)

    def _moved(self, start: Instant, length: int) -> "TimeScale":
        start = min(max(start, -LIMIT), LIMIT - length)
        return replace(self, start=start, end=start + length)
