"""Fonts and sizes: Vazirmatn for the interface, Noto for reading, in logical pixels times the text scale."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont

INTERFACE = "Vazirmatn"
READING = ("Noto Serif", "Noto Naskh Arabic")
"""Latin first; the second family takes over for Persian letters."""
READING_PERSIAN = ("Noto Naskh Arabic", "Noto Serif")
GRID = 8


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type sizes in logical pixels at one text scale."""

    small: float
    label: float
    year: float
    reading: float
    reading_persian: float
    headline: float
    track_row: float
    target: float
    """Smallest side of anything that is pressed."""
    reach: float = 0.0
    """Smallest side of the area in which a finger finds a link; 0 for a mouse."""


TOUCH = 44.0
"""Smallest side, in logical pixels, of what a finger presses (WCAG 2.2, 2.5.5)."""


def sizes(scale: float, *, touch: bool = False) -> Sizes:
    """Return the sizes at a text scale of 1.0 to 2.0; a `touch` screen is read from farther away."""
    return Sizes(
        small=(14.0 if touch else 12.5) * scale,
        label=14 * scale,
        year=14 * scale,
        reading=16.5 * scale,
        reading_persian=18.5 * scale,
        headline=24 * scale,
        track_row=24 * scale,
        target=max(28 * scale, TOUCH) if touch else 28 * scale,
        reach=TOUCH if touch else 0.0,
    )


@lru_cache(maxsize=64)
def interface_font(size: float, weight: int = QFont.Weight.Normal) -> QFont:
    """Return the font of labels and controls; `size` in logical pixels, `weight` 100 … 900."""
    return _font((INTERFACE,), size, weight)


@lru_cache(maxsize=64)
def reading_font(size: float, language: str, weight: int = QFont.Weight.Normal) -> QFont:
    """Return the font of headlines and running text in a language."""
    font = _font(READING_PERSIAN if language == "fa" else READING, size, weight)
    # Left to itself, Noto Naskh Arabic draws the Persian digits 4, 6 and 7 in their Urdu shapes.
    font.setFeature(QFont.Tag("locl"), 0)
    return font


def _font(families: tuple[str, ...], size: float, weight: int) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(max(round(size), 1))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
