"""Copy texts from pictures of them: copying is several times as fast as drawing letter by letter."""

import math
from collections import OrderedDict
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from viewer.base.bidi import first_strong
from viewer.layout.text import ELLIPSIS
from viewer.ui.timeline.paint.texts import Face, Texts

AREA = 2_000_000
"""Pixels that all pictures together may take, in logical ones."""
MOST = 4000
"""So many texts are remembered."""
SPILL = 2
"""Pixels a letter may reach over its own box."""
WIDEST = 28
"""Of a wider text, in heights of its line, only the beginning becomes a picture: no headline shows more."""
NEW = 16
"""So many pictures are made in one painting: making one costs as much as drawing it five times."""


class Placed(Protocol):
    """A text with its left edge."""

    @property
    def text(self) -> str:
        """The text as painted."""

    @property
    def x(self) -> float:
        """Its left edge."""


class Headline(Placed, Protocol):
    """A text that may be the beginning of another one."""

    @property
    def width(self) -> float:
        """Its width."""

    @property
    def whole(self) -> str:
        """The text it looks like the beginning of; empty when there is none."""


class Type(NamedTuple):
    """How a text is drawn."""

    face: Face
    ink: QColor


class Picture(NamedTuple):
    """A text on nothing, with room for what spills over."""

    pixels: QPixmap
    width: int
    """In pixels of the device, like the height."""
    height: int
    end: float
    """Where the right edge of the text is."""
    complete: bool
    """Nothing of the text is left out."""
    right_to_left: bool


class Letters:
    """Pictures of texts for one device pixel ratio; the least recently used go."""

    def __init__(self, texts: Texts, ratio: float) -> None:
        """Start empty."""
        self._texts, self._ratio = texts, ratio
        self._known: OrderedDict[tuple[str, str, int], Picture | None] = OrderedDict()
        """None for a text that was drawn but once."""
        self._area = 0
        self._left = 0

    def begin(self) -> None:
        """Start a painting: a few texts more may become pictures."""
        self._left = NEW

    def put(self, painter: QPainter, look: Type, placed: Iterable[Placed], middles: Iterable[float]) -> None:
        """Write texts of one look, each centred on its height."""
        face, ink = look
        font, colour, half = face.key, ink.rgb(), face.height / 2
        for one, middle in zip(placed, middles, strict=True):
            picture = self._picture((one.text, font, colour), look)
            if picture and picture.complete:
                painter.drawPixmap(round(one.x) - SPILL, round(middle - half) - SPILL, picture.pixels)
            else:
                painter.setPen(ink)
                self._texts.draw(painter, one.text, face, round(one.x), round(middle - half) + half)

    def put_headlines(
        self, painter: QPainter, look: Type, placed: Iterable[Headline], middles: Iterable[float]
    ) -> None:
        """Write texts like `put`; one that was cut is a piece of the picture of the whole.

        So a zoom, which cuts texts otherwise in every frame, needs no new pictures.
        """
        font, colour, half = look.face.key, look.ink.rgb(), look.face.height / 2
        dots = self._picture((ELLIPSIS, font, colour), look, at_once=True)
        for one, middle in zip(placed, middles, strict=True):
            if not one.whole:
                self.put(painter, look, (one,), (middle,))
                continue
            picture = self._picture((one.whole, font, colour), look, at_once=True)
            if picture and dots:
                self._put_piece(painter, (picture, dots), look.face, one, middle)
            else:
                painter.setPen(look.ink)
                self._texts.draw(painter, one.text, look.face, round(one.x), round(middle - half) + half)

    def _put_piece(
        self, painter: QPainter, pictures: tuple[Picture, Picture], face: Face, one: Headline, middle: float
    ) -> None:
        """Copy the beginning of a picture, and the dots behind it."""
        picture, dots = pictures
        after = self._texts.width(ELLIPSIS, face)
        kept = one.width - after
        if picture.right_to_left:
            first = max(round(picture.end - kept * self._ratio), 0)
            taken, left, behind = picture.width - first, one.x + after + SPILL, one.x
        else:
            taken = min(int((kept + SPILL) * self._ratio), picture.width)
            first, left, behind = 0, one.x, one.x + kept
        top = round(middle - face.height / 2) - SPILL
        painter.drawPixmap(round(left) - SPILL, top, picture.pixels, first, 0, taken, picture.height)
        painter.drawPixmap(round(behind) - SPILL, top, dots.pixels)

    def _picture(self, key: tuple[str, str, int], look: Type, *, at_once: bool = False) -> Picture | None:
        """Return the picture of a text, made now where the text was met before, or `at_once`."""
        picture = self._known.get(key)
        if picture:
            self._known.move_to_end(key)
        elif self._left and (at_once or key in self._known):
            self._left -= 1
            picture = self._known[key] = self._made(key[0], look)
            self._known.move_to_end(key)
            self._area += picture.width * picture.height
            self._shorten()
        elif key not in self._known:
            self._known[key] = None
            self._shorten()
        return picture

    def _shorten(self) -> None:
        most = AREA * self._ratio**2
        while self._area > most or len(self._known) > MOST:
            _, gone = self._known.popitem(last=False)
            self._area -= gone.width * gone.height if gone else 0

    def _made(self, text: str, look: Type) -> Picture:
        face = look.face
        whole = self._texts.width(text, face)
        shown = min(whole, WIDEST * face.height)
        width, height = (math.ceil((side + 2 * SPILL) * self._ratio) for side in (shown, face.height))
        rtl = first_strong(text) == "rtl"
        pixels = QPixmap(width, height)
        pixels.setDevicePixelRatio(self._ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        painter.setPen(look.ink)
        left = width / self._ratio - SPILL - whole if rtl and shown < whole else float(SPILL)
        self._texts.draw(painter, text, face, left, SPILL + face.height / 2)
        painter.end()
        return Picture(pixels, width, height, (left + whole) * self._ratio, shown == whole, rtl)
