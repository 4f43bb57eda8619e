"""What every painting function is given."""

from dataclasses import dataclass, field

from PySide6.QtGui import QPainter

from viewer.base.messages import Catalogue
from viewer.layout.frame import Frame, Rect
from viewer.state.view_state import Range
from viewer.ui.timeline.paint.inks import Inks, Style
from viewer.ui.timeline.paint.stamps import Stamps
from viewer.ui.timeline.paint.texts import Texts

AIR = 12.0
"""Pixels between the edge of the header column and its texts."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What is kept from one painting to the next."""

    texts: Texts = field(default_factory=Texts)
    stamps: Stamps = field(default_factory=Stamps)


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


@dataclass(frozen=True, slots=True)
class Canvas:
    """A painter, what it paints, and how it looks."""

    painter: QPainter
    frame: Frame
    look: Look
    tools: Tools

    @property
    def inks(self) -> Inks:
        """The colours and fonts."""
        return self.look.inks

    def text(self, text: str, style: Style, x: float, middle: float) -> None:
        """Draw a text from its left edge, in the colour of the pen."""
        self.tools.texts.draw(self.painter, text, self.inks.fonts[style], x, middle)

    def width(self, text: str, style: Style) -> float:
        """Return the width of a text."""
        return self.tools.texts.width(text, self.inks.fonts[style])

    def header_text(self, text: str, style: Style, middle: float) -> None:
        """Draw a text at the outer edge of the header column, where the language starts."""
        header = self.frame.header
        left = header.x + AIR
        if self.frame.right_to_left:
            left = header.right - AIR - self.width(text, style)
        self.text(text, style, left, middle)

    def clip(self, rect: Rect) -> None:
        """Paint nothing outside a rectangle from now on."""
        self.painter.setClipRect(int(rect.x), int(rect.y), round(rect.width), round(rect.height))
