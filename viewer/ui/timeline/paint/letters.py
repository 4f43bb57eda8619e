"""Copy texts from pictures of them: copying is several times as fast as drawing letter by letter."""

import math
from collections import OrderedDict
from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple, Protocol

from PySide6.QtCore import QRectF, Qt
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


class Form(NamedTuple):
    """How a text lies in a picture that has room for what spills over."""

    width: int
    """In pixels of the device, like the height."""
    height: int
    left: float
    """Where the text begins, in logical pixels."""
    end: float
    """Where its right edge is."""
    complete: bool
    """Nothing of the text is left out."""
    right_to_left: bool


class Picture(NamedTuple):
    """A text on nothing."""

    pixels: QPixmap
    form: Form

    @property
    def area(self) -> int:
        """Pixels that it takes."""
        return self.form.width * self.form.height


class _Cut(NamedTuple):
    """The beginning of a text with dots behind it."""

    form: Form
    """How the whole text lies."""
    dots: QPixmap
    width: float
    """Of both together, like that of the dots in logical pixels."""
    after: float
    """Width of the dots."""
    ratio: float

    def paint(self, painter: QPainter, left: int, top: int, whole: QPixmap) -> None:
        """Copy it from a picture of the whole so that the corner of what spills over lies there."""
        first, taken, shift, behind = self._parts()
        painter.drawPixmap(left + shift, top, whole, first, 0, taken, self.form.height)
        painter.drawPixmap(left + behind, top, self.dots)

    def draw(self, painter: QPainter, left: int, top: int, write: Callable[[float, float], None]) -> None:
        """Have the whole written and show what `paint` would copy; `write` takes the left and upper edge."""
        first, taken, shift, behind = self._parts()
        seen = QRectF(left + shift, top, taken / self.ratio, self.form.height / self.ratio)
        painter.save()
        painter.setClipRect(seen, Qt.ClipOperation.IntersectClip)
        write(left + shift - first / self.ratio + self.form.left, top + SPILL)
        painter.restore()
        painter.drawPixmap(left + behind, top, self.dots)

    def picture(self, whole: QPixmap) -> Picture:
        """Return a picture of it."""
        width = math.ceil((self.width + 2 * SPILL) * self.ratio)
        pixels = _blank(width, self.form.height, self.ratio)
        painter = QPainter(pixels)
        self.paint(painter, 0, 0, whole)
        painter.end()
        return Picture(pixels, self.form._replace(width=width, complete=True))

    def _parts(self) -> tuple[int, int, int, int]:
        """Return where the kept part begins and how wide it is, in pixels of the whole; where both stand."""
        kept = self.width - self.after
        if self.form.right_to_left:
            first = max(round(self.form.end - kept * self.ratio), 0)
            return first, self.form.width - first, round(self.after + SPILL), 0
        return 0, min(int((kept + SPILL) * self.ratio), self.form.width), 0, round(kept)


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
        self._forms: dict[Key, Form] = {}
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
            if picture and picture.form.complete:
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
        after = self._texts.width(ELLIPSIS, face)
        for one, middle in zip(placed, middles, strict=True):
            left, top = round(one.x) - SPILL, round(middle - half) - SPILL
            picture = self._seen((one.text, font, colour))
            if picture and picture.form.complete:
                painter.drawPixmap(left, top, picture.pixels)
            elif one.whole and dots:
                form = self._form((one.whole, font, colour), face)
                cut = _Cut(form, dots.pixels, one.width, after, self._ratio)
                self._cut(painter, look, one, (left, top), cut)
            else:
                self.put(painter, look, (one,), (middle,))

    def _cut(self, painter: QPainter, look: Type, one: Headline, corner: tuple[int, int], cut: _Cut) -> None:
        """Write a headline that is the beginning of a text."""
        font, colour = look.face.key, look.ink.rgb()
        whole = self._picture((one.whole, font, colour), look, at_once=True)
        if whole and self._small:
            self._small -= 1
            small = self._keep((one.text, font, colour), cut.picture(whole.pixels))
            painter.drawPixmap(*corner, small.pixels)
        elif whole:
            cut.paint(painter, *corner, whole.pixels)
        else:
            # A zoom shows another beginning in every frame; shaping the whole once takes less.
            painter.setPen(look.ink)
            cut.draw(painter, *corner, partial(self._write, painter, one.whole, look.face))

    def _write(self, painter: QPainter, text: str, face: Face, left: float, top: float) -> None:
        self._texts.draw(painter, text, face, left, top + face.height / 2)

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
                return self._keep(key, self._made(key, look))
            if key not in self._known:
                self._known[key] = None
                self._shorten()
        return picture

    def _keep(self, key: Key, picture: Picture) -> Picture:
        before = self._known.get(key)
        self._area += picture.area - (before.area if before else 0)
        self._known[key] = picture
        self._known.move_to_end(key)
        self._shorten()
        return picture

    def _shorten(self) -> None:
        most = AREA * self._ratio**2
        while self._area > most or len(self._known) > MOST:
            _, gone = self._known.popitem(last=False)
            self._area -= gone.area if gone else 0

    def _made(self, key: Key, look: Type) -> Picture:
        form = self._form(key, look.face)
        pixels = _blank(form.width, form.height, self._ratio)
        painter = QPainter(pixels)
        painter.setPen(look.ink)
        self._write(painter, key[0], look.face, form.left, SPILL)
        painter.end()
        return Picture(pixels, form)

    def _form(self, key: Key, face: Face) -> Form:
        form = self._forms.get(key)
        if form is None:
            if len(self._forms) > MOST:
                self._forms.clear()
            form = self._forms[key] = self._laid(key[0], face)
        return form

    def _laid(self, text: str, face: Face) -> Form:
        whole = self._texts.width(text, face)
        shown = min(whole, WIDEST * face.height)
        width, height = (math.ceil((side + 2 * SPILL) * self._ratio) for side in (shown, face.height))
        rtl = first_strong(text) == "rtl"
        left = width / self._ratio - SPILL - whole if rtl and shown < whole else float(SPILL)
        return Form(width, height, left, (left + whole) * self._ratio, shown == whole, rtl)
