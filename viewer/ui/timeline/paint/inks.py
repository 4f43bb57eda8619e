"""Colours, hatches and fonts of one theme at one text size, made once and kept."""

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen, QTransform

from viewer.state.view_state import Theme
from viewer.ui.theme.colours import Colours, colours
from viewer.ui.theme.typography import interface_font, sizes
from viewer.ui.timeline.paint.texts import Face

HATCH = 6
"""Pixels from one hatching line to the next."""
BAND = 0.6
"""Share of the band colour in the ground of every other track: over large areas it would weigh too much."""
REPEATED = 40
"""So many lines of hatching are in one tile."""
TINT = 0.16
"""Share of the track's colour in the ground of what is merely possible."""


class Style(Enum):
    """Kinds of text on the timeline."""

    LABEL = "label"
    BOLD = "bold"
    SMALL = "small"
    SMALL_BOLD = "small-bold"
    TRACK = "track"


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """Return `share` of a colour on a ground."""
    red, green, blue = (
        round(part(colour) * share + part(ground) * (1 - share))
        for part in (QColor.red, QColor.green, QColor.blue)
    )
    return QColor(red, green, blue)


class Inks:
    """The colours of a theme as Qt wants them."""

    def __init__(self, tokens: Colours, scale: float) -> None:
        """Prepare the plain colours and fonts; those of tracks are made when first asked for."""
        self.ground, self.panel = QColor(tokens.ground), QColor(tokens.panel)
        self.ink, self.soft = QColor(tokens.ink), QColor(tokens.soft)
        self.line, self.hair = QColor(tokens.line), QColor(tokens.hair)
        self.band = mixed(QColor(tokens.band), self.ground, BAND)
        self.accent, self.passage = QColor(tokens.accent), QColor(tokens.passage)
        self.warning = QColor(tokens.warning)
        self.line_width = tokens.line_width
        self.scale = scale
        self._tokens = tokens
        self._tracks: dict[str, QColor] = {}
        self._tints: dict[str, QColor] = {}
        self._hatches: dict[tuple[str, float], QBrush] = {}
        self.faces = _faces(scale)

    def track(self, token: str) -> QColor:
        """Return the colour of a track."""
        if token not in self._tracks:
            self._tracks[token] = QColor(self._tokens.track(token))
        return self._tracks[token]

    def tint(self, token: str) -> QColor:
        """Return the light ground of what is possible on a track."""
        if token not in self._tints:
            self._tints[token] = mixed(self.track(token), self.ground, TINT)
        return self._tints[token]

    def hatch(self, token: str, ratio: float) -> QBrush:
        """Return the hatching of what is possible, for a device pixel ratio."""
        key = (token, ratio)
        if key not in self._hatches:
            self._hatches[key] = _hatch(self.track(token), self.tint(token), ratio)
        return self._hatches[key]

    def rule(self, colour: QColor) -> QPen:
        """Return the pen of rules and outlines."""
        return QPen(colour, self.line_width)


def _faces(scale: float) -> dict[Style, Face]:
    size = sizes(scale)
    weight = QFont.Weight
    return {
        Style.LABEL: Face(interface_font(size.label)),
        Style.BOLD: Face(interface_font(size.label, weight.Bold)),
        Style.SMALL: Face(interface_font(size.small)),
        Style.SMALL_BOLD: Face(interface_font(size.small, weight.Bold)),
        Style.TRACK: Face(interface_font(size.label, weight.DemiBold)),
    }


def _hatch(colour: QColor, tint: QColor, ratio: float) -> QBrush:
    """Draw a tile of 45° lines that joins itself on all sides; a large one is filled with much faster."""
    step = round(HATCH * ratio)
    side = step * REPEATED
    tile = QImage(side, side, QImage.Format.Format_RGB32)
    tile.fill(tint)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5 * ratio, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
    for shift in range(-side, side + step, step):
        painter.drawLine(shift, side, shift + side, 0)
    painter.end()
    brush = QBrush(tile)
    if ratio != 1.0:
        brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    return brush


@lru_cache(maxsize=8)
def inks_of(theme: Theme, scale: float) -> Inks:
    """Return the inks of a theme at a text scale."""
    return Inks(colours(theme), scale)
