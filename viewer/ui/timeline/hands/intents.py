"""Say what a hand wants, in pixels of the timeline; the operator turns it into commands."""

from dataclasses import dataclass
from enum import Enum


class Grip(Enum):
    """What of the overview's window a hand holds."""

    WINDOW = "window"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Pan:
    """Move the picture with the hand, in pixels to the right."""

    dx: float


@dataclass(frozen=True, slots=True)
class Scroll:
    """Move the tracks with the hand, in pixels downwards."""

    dy: float


@dataclass(frozen=True, slots=True)
class Zoom:
    """Stretch time by `factor`, keeping what is under `x` in place."""

    factor: float
    x: float


@dataclass(frozen=True, slots=True)
class Mark:
    """Mark the range between two places of the ruler."""

    from_x: float
    to_x: float


@dataclass(frozen=True, slots=True)
class Fling:
    """Let the picture run on, in pixels per millisecond to the right."""

    velocity: float


@dataclass(frozen=True, slots=True)
class Halt:
    """Stop whatever still moves."""


@dataclass(frozen=True, slots=True)
class Click:
    """Open what lies there."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class DoubleClick:
    """Zoom to what lies there."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class OverviewShift:
    """Move a part of the overview's window, in pixels to the right."""

    grip: Grip
    dx: float


@dataclass(frozen=True, slots=True)
class OverviewJump:
    """Bring the middle of the overview's window to a place."""

    x: float


@dataclass(frozen=True, slots=True)
class ThumbShift:
    """Move the thumb beside the tracks, in pixels downwards."""

    dy: float


@dataclass(frozen=True, slots=True)
class ThumbJump:
    """Bring the middle of the thumb to a height."""

    y: float


@dataclass(frozen=True, slots=True)
class Hover:
    """Look at what lies there."""

    x: float
    y: float


Intent = (
    Pan
    | Scroll
    | Zoom
    | Mark
    | Fling
    | Halt
    | Click
    | DoubleClick
    | OverviewShift
    | OverviewJump
    | ThumbShift
    | ThumbJump
    | Hover
)
Intents = tuple[Intent, ...]
