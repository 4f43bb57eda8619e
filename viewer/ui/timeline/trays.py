"""Lay out the tray when it is open: each box with its headline, as many as there is room for."""

from collections.abc import Callable
from dataclasses import dataclass

from viewer.layout.frame import Frame
from viewer.ui.timeline.paint.texts import Face

GAP = 6.0
APART = 18.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A box of the tray with its text; `x … right` is what a press on it hits."""

    event: int
    text: str
    box: float
    """Left edge of the box."""
    x: float
    """Left edge of the text."""
    left: float
    right: float


def entries(frame: Frame, title: Callable[[int], str], face: Face, *, is_open: bool) -> tuple[Entry, ...]:
    """Return the entries of the tray from where the language starts; closed, they are boxes alone."""
    tray = frame.tray
    if not is_open:
        pairs = zip(tray.events.tolist(), tray.boxes.tolist(), strict=False)
        return tuple(Entry(event, "", x, x, x - 2, x + tray.box + 2) for event, x in pairs)
    found, at = [], 0.0
    for event in tray.events.tolist():
        text = title(event)
        length = tray.box + GAP + face.metrics.horizontalAdvance(text)
        if at + length > tray.rect.width:
            break
        found.append(_entry(frame, event, text, at, length))
        at += length + APART
    return tuple(found)


def _entry(frame: Frame, event: int, text: str, at: float, length: float) -> Entry:
    tray = frame.tray
    if frame.right_to_left:
        right = tray.rect.right - at
        return Entry(event, text, right - tray.box, right - length, right - length, right)
    left = tray.rect.x + at
    return Entry(event, text, left, left + tray.box + GAP, left, left + length)
