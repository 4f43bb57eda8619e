"""Go from one visible range to another as one smooth zoom about a point that stays in place."""

import math
from dataclasses import dataclass

from viewer.state.view_state import Range

DURATION_MS = 180.0
SAME_LENGTH = 1e-3
"""Ranges whose lengths differ by less than this share slide instead of zooming."""


@dataclass(frozen=True, slots=True)
class Glide:
    """A way between two ranges."""

    origin: Range
    target: Range

    def at(self, elapsed: float) -> tuple[float, float]:
        """Return start and end of the range after `elapsed` milliseconds; exactly the target at the end."""
        if elapsed >= DURATION_MS:
            return self.target.start, self.target.end
        share = _eased(max(elapsed, 0.0) / DURATION_MS)
        first, last = float(self.origin.length), float(self.target.length)
        length = first ** (1 - share) * last**share
        same = abs(math.log(last / first)) < SAME_LENGTH
        way = share if same else (length - first) / (last - first)
        start = self.origin.start + (self.target.start - self.origin.start) * way
        return start, start + length

    def over(self, elapsed: float) -> bool:
        """Tell whether the target is reached."""
        return elapsed >= DURATION_MS


def _eased(share: float) -> float:
    """Start fast and arrive softly."""
    return 1 - (1 - share) ** 3
