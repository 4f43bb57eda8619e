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

SMALL = 40
"""The same for texts that were cut, which are copied together."""


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


Key = tuple[str, str, int]
"""A text, its font and its colour."""


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


class _Cut(NamedTuple):
    """The beginning of a text with dots behind it, both taken from pictures."""

    whole: Picture
    dots: Picture
    width: float
    """Of both together, like that of the dots in logical pixels."""
    after: float
    """Width of the dots."""
    ratio: float

    def paint(self, painter: QPainter, left: int, top: int) -> None:
        """Copy both so that the corner of what spills over lies there."""
        whole, kept = self.whole, self.width - self.after
        if whole.right_to_left:
            first = max(round(whole.end - kept * self.ratio), 0)
            taken, shift, behind = whole.width - first, round(self.after + SPILL), 0
        else:
            taken = min(int((kept + SPILL) * self.ratio), whole.width)
            first, shift, behind = 0, 0, round(kept)
        painter.drawPixmap(left + shift, top, whole.pixels, first, 0, taken, whole.height)
        painter.drawPixmap(left + behind, top, self.dots.pixels)

    def picture(self) -> Picture:
        """Return a picture of both."""
        width = math.ceil((self.width + 2 * SPILL) * self.ratio)
        pixels = _blank(width, self.whole.height, self.ratio)
        painter = QPainter(pixels)
        self.paint(painter, 0, 0)
        painter.end()
        return self.whole._replace(pixels=pixels, width=width, complete=True)


def _blank(width: int, height: int, ratio: float) -> QPixmap:
    pixels = QPixmap(width, height)
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    return pixels


class Letters:
    """Pictures of texts for one device pixel ratio; the least recently used go."""

    def __init__(self, texts: Texts, ratio: float) -> None:
        """Start empty."""
        self._texts, self._ratio = texts, ratio
        self._known: OrderedDict[Key, Picture | None] = OrderedDict()
        """None for a text that was drawn but once."""
        self._area = 0
        self._left = self._small = 0
        self._zoom = 0.0

    def begin(self, zoom: float) -> None:
        """Start a painting at a zoom, in any unit: a few texts more may become pictures."""
        self._left = NEW
        self._small = SMALL if zoom == self._zoom else 0
        self._zoom = zoom

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

        So a zoom, which cuts texts otherwise in every frame, needs no new pictures. While the zoom stays,
        what was cut becomes a small picture of its own: a piece of a large one takes longer to read.
        """
        face = look.face
        font, colour, half = face.key, look.ink.rgb(), face.height / 2
        dots = self._picture((ELLIPSIS, font, colour), look, at_once=True)
        for one, middle in zip(placed, middles, strict=True):
            left, top = round(one.x) - SPILL, round(middle - half) - SPILL
            picture = self._seen((one.text, font, colour))
            if picture and picture.complete:
                painter.drawPixmap(left, top, picture.pixels)
                continue
            picture = self._picture((one.whole, font, colour), look, at_once=True) if one.whole else None
            if not picture or not dots:
                self.put(painter, look, (one,), (middle,))
                continue
            cut = _Cut(picture, dots, one.width, self._texts.width(ELLIPSIS, face), self._ratio)
            if self._small:
                self._small -= 1
                small = self._keep((one.text, font, colour), cut.picture())
                painter.drawPixmap(left, top, small.pixels)
            else:
                cut.paint(painter, left, top)

    def _seen(self, key: Key) -> Picture | None:
        picture = self._known.get(key)
        if picture:
            self._known.move_to_end(key)
        return picture

    def _picture(self, key: Key, look: Type, *, at_once: bool = False) -> Picture | None:
        """Return the picture of a text, made now where the text was met before, or `at_once`."""
        picture = self._seen(key)
        if not picture:
            if self._left and (at_once or key in self._known):
                self._left -= 1
                return self._keep(key, self._made(key[0], look))
            if key not in self._known:
                self._known[key] = None
                self._shorten()
        return picture

    def _keep(self, key: Key, picture: Picture) -> Picture:
        before = self._known.get(key)
        self._area -= before.width * before.height if before else 0
        self._known[key] = picture
        self._known.move_to_end(key)
        self._area += picture.width * picture.height
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
        pixels = _blank(width, height, self._ratio)
        painter = QPainter(pixels)
        painter.setPen(look.ink)
        left = width / self._ratio - SPILL - whole if rtl and shown < whole else float(SPILL)
        self._texts.draw(painter, text, face, left, SPILL + face.height / 2)
        painter.end()
        return Picture(pixels, width, height, (left + whole) * self._ratio, shown == whole, rtl)
