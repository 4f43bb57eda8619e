"""Move slowly from one stretch of time to another, far ones by way of a wider view."""

import math
from dataclasses import dataclass

from viewer.state.view_state import Range


@dataclass(frozen=True, slots=True)
class Drift:
    """A slow way between two ranges, for a share of 0 … 1 of its time."""

    origin: Range
    target: Range

    def at(self, share: float) -> tuple[float, float]:
        """Return start and end of the range; exactly the target at 1."""
        if share >= 1:
            return self.target.start, self.target.end
        way = _eased(max(share, 0.0))
        first, last = self.origin.length, self.target.length
        here = self.origin.start + first / 2
        there = self.target.start + last / 2
        length = first ** (1 - way) * last**way
        rise = math.log1p(abs(there - here) / (2 * max(first, last)))
        length *= math.exp(rise * math.sin(math.pi * way))
        middle = here + (there - here) * way
        return middle - length / 2, middle + length / 2


def _eased(share: float) -> float:
    """Leave softly and arrive softly."""
    return share * share * share * (share * (share * 6 - 15) + 10)
