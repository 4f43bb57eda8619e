"""Count the seconds since somebody touched anything, and say when a visit is over."""

from dataclasses import dataclass
from enum import Enum

from viewer.model.venue import IdleTimes


class Phase(Enum):
    """Where a visit stands."""

    VISIT = "visit"
    COUNTDOWN = "countdown"
    OVER = "over"


@dataclass(slots=True)
class IdleClock:
    """Two steps: nothing happens for a while, then a countdown that any input cancels."""

    times: IdleTimes
    _last: float = 0.0
    _counting_since: float | None = None

    def touched(self, now: float) -> None:
        """Note an input of any kind; it cancels the countdown."""
        self._last, self._counting_since = now, None

    def phase(self, now: float, *, story_plays: bool) -> Phase:
        """Say where the visit stands; `now` in seconds of a clock that never goes back."""
        if self._counting_since is None:
            rest = max(self.times.story, self.times.after) if story_plays else self.times.after
            if now - self._last < rest:
                return Phase.VISIT
            self._counting_since = now
        return Phase.COUNTDOWN if self.left(now) > 0 else Phase.OVER

    def left(self, now: float) -> float:
        """Return the seconds left of the countdown; all of them while it does not run."""
        if self._counting_since is None:
            return self.times.countdown
        return max(self.times.countdown - (now - self._counting_since), 0.0)
