"""Sizes of the picture in logical pixels at 100 %; everything scales with the size of the text."""

from dataclasses import dataclass, fields, replace
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Metrics:
    """What the layout must know about sizes; `scaled` gives those for larger text or touch."""

    header: float = 190.0
    """Width of the column of track names."""
    lane: float = 24.0
    lane_least: float = 18.0
    """Lanes draw together to this height before the tracks must be scrolled."""
    track_pad: float = 4.0
    """Above and below the lanes of a track."""
    bar: float = 16.0
    """Height of bars and pills."""
    glyph: float = 12.0
    """Side of the smallest mark."""
    mark_gap: float = 4.0
    """Free pixels between marks that stand apart."""
    digit: float = 8.5
    """Width of the widest digit."""
    pill_pad: float = 12.0
    """Room beside the number of a pill."""
    bin: float = 98.0
    """Crowds are parted into bins at least so wide and less than twice: room for a pill with six digits and
    every sign, so that no warning hides behind a dot."""
    label_gap: float = 6.0
    """Free pixels around a label."""
    label_least: float = 80.0
    """A headline that must be cut to less than this is left out."""
    label_short: float = 36.0
    """With less room not even a short headline is tried."""
    label_most: float = 380.0
    badge: float = 20.0
    """Width of the `≠` badge."""
    ruler: float = 28.0
    """Height of one calendar's ruler."""
    tick_gap: float = 16.0
    """Free pixels between the texts of a ruler."""
    tick_least: float = 6.0
    """Least distance of unlabelled ticks."""
    period: float = 18.0
    """Height of a line of the period strip."""
    tray: float = 32.0
    overview: float = 54.0
    overview_text: float = 16.0
    overview_bin: float = 6.0
    side: float = 24.0
    """Empty margin at the far side of the time area."""

    def scaled(self, factor: float) -> "Metrics":
        """Return the sizes for text `factor` times as large."""
        return Metrics(**{f.name: getattr(self, f.name) * factor for f in fields(self)})

    def drawn_together(self, tracks: int, lanes: int, height: float) -> "Metrics":
        """Return the sizes with lanes as low as they must be to fit into `height`, within bounds."""
        room = (height - 2 * self.track_pad * tracks) / max(lanes, 1)
        return _with_lane(self, min(max(room, self.lane_least), self.lane))

    @property
    def mark_step(self) -> float:
        """Distance in pixels below which neighbouring events join a cluster."""
        return self.glyph + self.mark_gap

    def pill(self, digits: int) -> float:
        """Width of a pill with a number of that many digits and its group separators."""
        return self.pill_pad + self.digit * digits + self.digit * 0.5 * ((digits - 1) // 3)


@lru_cache(maxsize=8)
def _with_lane(metrics: Metrics, lane: float) -> Metrics:
    return replace(metrics, lane=lane)
