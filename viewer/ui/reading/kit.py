"""What every piece of a page is given: how things look, and what to do when a link is followed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from viewer.state.pages.runs import RIGHT_TO_LEFT, Tone
from viewer.state.pages.targets import Target
from viewer.ui.theme.colours import Colours
from viewer.ui.theme.typography import Sizes, interface_font, reading_font

REGULAR, SEMIBOLD, BOLD = 400, 600, 700


@dataclass(frozen=True, slots=True)
class Look:
    """How a pane looks now."""

    colours: Colours
    sizes: Sizes
    language: str

    @property
    def mirrored(self) -> bool:
        """True when the pane runs from right to left."""
        return self.language in RIGHT_TO_LEFT

    @property
    def unit(self) -> int:
        """One step of the grid in logical pixels, growing with the text."""
        return round(self.sizes.label * 8 / 14)

    def colour(self, tone: Tone) -> str:
        """Return the colour of a piece of text."""
        match tone:
            case Tone.SOFT:
                return self.colours.soft
            case Tone.CHECKED:
                return self.colours.good
            case Tone.WARNING:
                return self.colours.warning
            case _:
                return self.colours.ink

    def label_font(self, weight: int = REGULAR) -> QFont:
        """Return the font of labels."""
        return interface_font(self.sizes.label, weight)

    def small_font(self, weight: int = REGULAR) -> QFont:
        """Return the font of second text."""
        return interface_font(self.sizes.small, weight)

    def eyebrow_font(self, language: str) -> QFont:
        """Return the font of the line above a headline; letters of joined scripts are never spaced."""
        return _spaced(self.sizes.small) if language not in RIGHT_TO_LEFT else self.small_font()

    def reading_font(self, language: str, weight: int = REGULAR) -> QFont:
        """Return the font of running text in a language."""
        persian = language in RIGHT_TO_LEFT
        size = self.sizes.reading_persian if persian else self.sizes.reading
        return reading_font(size, language, weight)

    def headline_font(self, language: str) -> QFont:
        """Return the font of headlines."""
        return reading_font(self.sizes.headline, language, BOLD)


@lru_cache(maxsize=8)
def _spaced(size: float) -> QFont:
    font = QFont(interface_font(size))
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 105)
    return font


@dataclass(frozen=True, slots=True)
class Kit:
    """A look, and the way links are followed."""

    look: Look
    follow: Callable[[Target], None]

    def place(self, child: QWidget, box: QRect, width: int) -> None:
        """Put a child at `box`, counted from the start edge of a piece of that width."""
        x = width - box.x() - box.width() if self.look.mirrored else box.x()
        child.setGeometry(x, box.y(), box.width(), box.height())
