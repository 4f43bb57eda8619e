"""Follow the left button of a mouse from press to release."""

from dataclasses import dataclass
from enum import Enum

from viewer.ui.timeline.hands.intents import (
    Click,
    Grip,
    Halt,
    Hover,
    Intents,
    Mark,
    OverviewJump,
    OverviewShift,
    Pan,
    Scroll,
    ThumbJump,
    ThumbShift,
)

THRESHOLD = 5.0
"""Pixels a pressed pointer may tremble and still click."""
STEEP = 1.5
"""How much more down than sideways a drag must go to scroll tracks instead of panning time."""


class Area(Enum):
    """Parts of the timeline in which a press means different things."""

    RULER = "ruler"
    TRACKS = "tracks"
    OVERVIEW = "overview"
    THUMB = "thumb"
    """The strip beside tracks that do not all fit."""


class Drag(Enum):
    """What the pressed hand is doing."""

    NONE = "none"
    PRESSED = "pressed"
    PANNING = "panning"
    SCROLLING = "scrolling"
    MARKING = "marking"
    OVERVIEW = "overview"
    THUMB = "thumb"


@dataclass(slots=True)
class MouseHand:
    """One hand on a mouse. Whatever is lost on the way, the next move or `cancel` brings it to rest."""

    drag: Drag = Drag.NONE
    _from: tuple[float, float] = (0.0, 0.0)
    _last: tuple[float, float] = (0.0, 0.0)
    _grip: Grip = Grip.WINDOW

    def press(self, area: Area, x: float, y: float, *, shift: bool, grip: Grip | None = None) -> Intents:
        """Take hold; `grip` tells what of the overview's window lies under the pointer."""
        self._from = self._last = (x, y)
        if area is Area.OVERVIEW:
            self.drag, self._grip = Drag.OVERVIEW, grip or Grip.WINDOW
            return (Halt(),) if grip else (Halt(), OverviewJump(x))
        if area is Area.THUMB:
            self.drag = Drag.THUMB
            return (Halt(),) if grip else (Halt(), ThumbJump(y))
        self.drag = Drag.MARKING if shift and area is Area.RULER else Drag.PRESSED
        return (Halt(),)

    def move(self, x: float, y: float, *, held: bool) -> Intents:
        """Follow the pointer; `held` is whether the button is still down."""
        if self.drag is not Drag.NONE and not held:
            self.cancel()
        if self.drag is Drag.NONE:
            return (Hover(x, y),)
        if self.drag is Drag.PRESSED:
            self._begin(x, y)
        return self._follow(x, y)

    def release(self, x: float, y: float) -> Intents:
        """Let go: a press that did not wander is a click; an unmoved mark takes the mark away."""
        drag = self.drag
        self.cancel()
        if drag is Drag.PRESSED:
            return (Click(x, y),)
        if drag is Drag.MARKING and abs(x - self._from[0]) < THRESHOLD:
            return (Mark(x, x),)
        return ()

    def cancel(self) -> None:
        """Forget the press: the pointer, the focus or the window is gone."""
        self.drag = Drag.NONE

    def _begin(self, x: float, y: float) -> None:
        dx, dy = abs(x - self._from[0]), abs(y - self._from[1])
        if max(dx, dy) >= THRESHOLD:
            self.drag = Drag.SCROLLING if dy > STEEP * dx else Drag.PANNING

    def _follow(self, x: float, y: float) -> Intents:
        dx, dy = x - self._last[0], y - self._last[1]
        if self.drag is Drag.PRESSED:
            return ()
        self._last = (x, y)
        match self.drag:
            case Drag.PANNING:
                return (Pan(dx),)
            case Drag.SCROLLING:
                return (Scroll(dy),)
            case Drag.MARKING:
                return (Mark(self._from[0], x),)
            case Drag.THUMB:
                return (ThumbShift(dy),)
            case _:
                return (OverviewShift(self._grip, dx),)
