"""What every painting function is given."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QPainter, QPixmap

from viewer.base.messages import Catalogue
from viewer.layout.frame import Frame, Label, Rect, TrackRow
from viewer.state.view_state import Range
from viewer.ui.timeline.paint.inks import Inks, Style
from viewer.ui.timeline.paint.letters import Letters, Placed, Type
from viewer.ui.timeline.paint.stamps import Draw, Shapes, Sheet, Size, Stamps
from viewer.ui.timeline.paint.texts import Face, Texts, draw_outline
from viewer.ui.timeline.ruler_notes import RulerNote
from viewer.ui.timeline.trays import Entry

Positions = NDArray[np.intp]
AIR = 12.0
"""Pixels between the edge of the header column and its texts."""


class Line(NamedTuple):
    """A text with its left edge."""

    text: str
    x: float


@dataclass(frozen=True, slots=True)
class Tools:
    """What is kept from one painting to the next."""

    texts: Texts = field(default_factory=Texts)
    stamps: Stamps = field(default_factory=Stamps)
    letters: dict[float, Letters] = field(default_factory=dict)
    """Pictures of texts, for the device pixel ratio in use."""
    layers: dict[str, tuple[object, QPixmap]] = field(default_factory=dict)
    """Parts of the picture, with what each shows."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a painting shows beside the frame."""

    inks: Inks
    words: Catalogue
    glyph: float
    """Side of the smallest mark."""
    hovered: int = -1
    """Position of the mark under the pointer."""
    marked: Range | None = None
    """Range chosen on the ruler."""
    focused: bool = False
    """The timeline has the keyboard focus."""
    stripes: frozenset[str] = frozenset()
    """Tracks with the alternate ground."""
    selected: int = -1
    """Index of the selected event."""
    tray: tuple[Entry, ...] = ()
    """What the tray shows."""
    notes: tuple[RulerNote, ...] = ()
    """What is told on the rulers."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """A painter, what it paints, and how it looks."""

    painter: QPainter
    frame: Frame
    look: Look
    tools: Tools
    ratio: float
    """Device pixels in a logical one; 0 for a device that keeps shapes instead of pixels."""
    outlines: bool
    """Texts are drawn as shapes, because whoever opens the file may not have the fonts."""
    alike: NDArray[np.int16]
    """For each row, the first row that looks like it."""
    stock: Sheet | Shapes
    """Where stamps are taken from."""
    letters: Letters | None
    """What writes on pixels; None for a device that keeps shapes instead."""

    @property
    def inks(self) -> Inks:
        """The colours and fonts."""
        return self.look.inks

    def text(self, text: str, style: Style, ink: QColor, x: float, middle: float) -> None:
        """Draw a text from its left edge."""
        self.write((Line(text, x),), style, ink, (middle,))

    def write(self, placed: Sequence[Placed], style: Style, ink: QColor, middles: Sequence[float]) -> None:
        """Draw texts of one style and colour from their left edges, each centred on its height."""
        face = self.inks.faces[style]
        if self.letters:
            self.letters.put(self.painter, Type(face, ink), placed, middles)
        else:
            self._draw(placed, face, ink, middles)

    def write_headlines(self, placed: Sequence[Label], style: Style, ink: QColor) -> None:
        """Draw headlines of one style and colour, like `write`."""
        face, middles = self.inks.faces[style], [label.y for label in placed]
        if self.letters:
            self.letters.put_headlines(self.painter, Type(face, ink), placed, middles)
        else:
            self._draw(placed, face, ink, middles)

    def _draw(self, placed: Sequence[Placed], face: Face, ink: QColor, middles: Sequence[float]) -> None:
        self.painter.setPen(ink)
        draw = draw_outline if self.outlines else self.tools.texts.draw
        for one, middle in zip(placed, middles, strict=True):
            draw(self.painter, one.text, face, one.x, middle)

    def width(self, text: str, style: Style) -> float:
        """Return the width of a text."""
        return self.tools.texts.width(text, self.inks.faces[style])

    def header_text(self, text: str, style: Style, ink: QColor, middle: float) -> None:
        """Draw a text at the outer edge of the header column, where the language starts."""
        header = self.frame.header
        left = header.x + AIR
        if self.frame.right_to_left:
            left = header.right - AIR - self.width(text, style)
        self.text(text, style, ink, left, middle)

    def stamp(self, name: Hashable, size: Size, draw: Draw, corners: tuple[Positions, Positions]) -> None:
        """Put a small picture so that its top left corner lies at each place; `name` and `size` say which."""
        self.stock.put(self.painter, self.stock.slot((name, size), size, draw), *corners)

    def by_row(self, chosen: Positions) -> Iterator[tuple[TrackRow, Positions]]:
        """Give the chosen marks by rows; rows that look alike are taken together."""
        if not len(chosen):
            return
        rows = self.alike[self.frame.marks.row[chosen]]
        for number in sorted(set(rows.tolist())):
            yield self.frame.rows[number], chosen[rows == number]

    def striped(self, row: TrackRow) -> bool:
        """Tell whether a row has the alternate ground."""
        return row.track in self.look.stripes

    def clip(self, rect: Rect) -> None:
        """Paint nothing outside a rectangle from now on."""
        self.painter.setClipRect(int(rect.x), int(rect.y), round(rect.width), round(rect.height))


def make_canvas(painter: QPainter, frame: Frame, look: Look, tools: Tools) -> Canvas:
    """Return the canvas of one painting."""
    kind = painter.paintEngine().type().name
    ratio = 0.0 if kind in {"SVG", "Pdf", "Picture"} else painter.device().devicePixelRatioF()
    stock = tools.stamps.begin(ratio)
    letters = _letters(tools, ratio, frame.scale.px_per_ms) if ratio else None
    return Canvas(painter, frame, look, tools, ratio, kind == "SVG", _alike(frame, look), stock, letters)


def _alike(frame: Frame, look: Look) -> NDArray[np.int16]:
    first: dict[tuple[object, ...], int] = {}
    looks = ((row.colour, row.shape, row.track in look.stripes) for row in frame.rows)
    return np.array([first.setdefault(key, place) for place, key in enumerate(looks)], np.int16)


def _letters(tools: Tools, ratio: float, zoom: float) -> Letters:
    """Return the pictures of texts for a device pixel ratio; those for another one are given up."""
    if ratio not in tools.letters:
        tools.letters.clear()
        tools.letters[ratio] = Letters(tools.texts, ratio)
    tools.letters[ratio].begin(zoom)
    return tools.letters[ratio]
