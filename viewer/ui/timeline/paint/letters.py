"""Copy texts from a sheet of their pictures: copying is several times as fast as drawing letter by letter.

The sheet has shelves of one height each. When it is full, the shelf that no painting has used for longest is
cleared for what is new, so that it never takes more memory and nothing in use is lost.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from viewer.ui.timeline.paint.arrays import draw_pieces
from viewer.ui.timeline.paint.texts import LIMIT, Face, Texts

WIDTH, HEIGHT = 1400, 900
"""Size of the sheet in logical pixels: room for the texts of a crowded picture."""
SPILL = 2
"""Pixels a letter may reach over its own box."""
NEW = 16
"""So many pictures are made in one painting: making one costs as much as drawing it five times."""
FEW = 48
"""So many pictures are copied one by one; for more it pays to prepare a single call."""


class Placed(Protocol):
    """A text with its left edge."""

    @property
    def text(self) -> str:
        """The text as painted."""

    @property
    def x(self) -> float:
        """Its left edge."""


class Type(NamedTuple):
    """How a text is drawn."""

    face: Face
    ink: QColor


@dataclass(slots=True, eq=False)
class Shelf:
    """A row of pictures of one height."""

    top: int
    height: int
    used: int = 0
    """The last painting that copied from it."""
    length: int = 0
    """Pixels that are taken."""
    held: list[tuple["Known", str]] = field(default_factory=list)


class Box(NamedTuple):
    """Where the picture of a text is, in pixels of the sheet."""

    x: int
    y: int
    width: int
    height: int
    shelf: Shelf


Known = dict[str, Box | None]
"""The pictures of the texts of one look; None for a text that was drawn but once."""


class Letters:
    """Pictures of texts for one device pixel ratio."""

    def __init__(self, texts: Texts, ratio: float) -> None:
        """Start empty."""
        self._texts, self._ratio = texts, ratio
        self._width, self._height = math.ceil(WIDTH * ratio), math.ceil(HEIGHT * ratio)
        self._sheet = QPixmap(self._width, self._height)
        self._sheet.fill(Qt.GlobalColor.transparent)
        self._known: dict[tuple[str, int], Known] = {}
        self._shelves: list[Shelf] = []
        self._waiting: list[tuple[Box, float, float]] = []
        """Pictures, and where their top left corners shall lie."""
        self._painting = self._left = 0
        self._outgrown = False

    def begin(self) -> None:
        """Start a painting: a few texts more may become pictures."""
        if self._outgrown:
            self._clear()
        self._painting += 1
        self._left = NEW
        self._waiting.clear()

    def put(self, painter: QPainter, look: Type, placed: Iterable[Placed], middles: Iterable[float]) -> None:
        """Write texts of one look, each centred on its height; those that are pictures wait for `flush`."""
        known = self._known.setdefault((look.face.key, look.ink.rgb()), {})
        half, painting = look.face.height / 2, self._painting
        for one, middle in zip(placed, middles, strict=True):
            box = known.get(one.text) or self._fresh(one.text, look, known)
            if box:
                box.shelf.used = painting
                self._waiting.append((box, one.x, middle - half))
            else:
                painter.setPen(look.ink)
                self._texts.draw(painter, one.text, look.face, round(one.x), middle)

    def flush(self, painter: QPainter) -> None:
        """Copy all pictures that wait."""
        if len(self._waiting) > FEW or self._ratio != 1.0:
            numbers = np.array([(*box[:4], x, y) for box, x, y in self._waiting]).reshape(-1, 6)
            corners = numbers[:, 4:].round() - SPILL
            draw_pieces(painter, self._sheet, self._ratio, numbers[:, :4], (corners[:, 0], corners[:, 1]))
        else:
            for (x, y, width, height, _), left, top in self._waiting:
                painter.drawPixmap(round(left) - SPILL, round(top) - SPILL, self._sheet, x, y, width, height)
        self._waiting.clear()

    def _fresh(self, text: str, look: Type, known: Known) -> Box | None:
        """Make the picture of a text that was met before; else remember that it was."""
        if text not in known:
            if len(known) > LIMIT:
                known.clear()
            known[text] = None
            return None
        wanted = self._texts.width(text, look.face), look.face.height
        width, height = (math.ceil((side + 2 * SPILL) * self._ratio) for side in wanted)
        shelf = self._shelf(width, height) if self._left else None
        if not shelf:
            return None
        self._left -= 1
        box = known[text] = Box(shelf.length, shelf.top, width, height, shelf)
        shelf.length += width
        shelf.held.append((known, text))
        self._draw(text, look, box)
        return box

    def _draw(self, text: str, look: Type, box: Box) -> None:
        painter = QPainter(self._sheet)
        painter.setClipRect(*box[:4])
        painter.translate(box.x, box.y)
        painter.scale(self._ratio, self._ratio)
        painter.setPen(look.ink)
        self._texts.draw(painter, text, look.face, SPILL, SPILL + look.face.height / 2)
        painter.end()

    def _shelf(self, width: int, height: int) -> Shelf | None:
        """Return a shelf of that height with room, made or cleared now if need be."""
        alike = [shelf for shelf in self._shelves if shelf.height == height]
        found = next((shelf for shelf in alike if shelf.length + width <= self._width), None)
        if found or width > self._width:
            return found
        top = self._shelves[-1].top + self._shelves[-1].height if self._shelves else 0
        if top + height <= self._height:
            self._shelves.append(Shelf(top, height))
            return self._shelves[-1]
        oldest = min(alike, key=lambda shelf: shelf.used, default=None)
        self._outgrown = oldest is None
        return self._emptied(oldest) if oldest and oldest.used < self._painting - 1 else None

    def _emptied(self, shelf: Shelf) -> Shelf:
        """Clear a shelf; its texts may become pictures again."""
        for known, text in shelf.held:
            known[text] = None
        shelf.held.clear()
        shelf.length = 0
        self._wipe(QRect(0, shelf.top, self._width, shelf.height))
        return shelf

    def _clear(self) -> None:
        """Begin anew, for texts of a height that found no shelf."""
        self._outgrown = False
        self._known.clear()
        self._shelves.clear()
        self._wipe(self._sheet.rect())

    def _wipe(self, rect: QRect) -> None:
        painter = QPainter(self._sheet)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(rect, Qt.GlobalColor.transparent)
        painter.end()
