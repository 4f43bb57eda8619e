"""Write lines of digits and signs that change in every painting, from stamps of single characters.

A line is met but once, so shaping it would be for nothing. Digits are never joined, and stand from left to
right in every language.
"""

import math
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from viewer.ui.timeline.paint.canvas import Canvas
from viewer.ui.timeline.paint.inks import Style
from viewer.ui.timeline.paint.texts import draw_outline

STYLE = Style.SMALL
Glyph = tuple[int, float]
"""The stamp of a character, and its width in pixels."""


def write_numerals(
    canvas: Canvas, lines: Sequence[str], left_of: Callable[[float], float], middles: Sequence[float]
) -> None:
    """Write quiet lines, each centred on its height; `left_of` gives the left edge of one that is so wide."""
    known, half = _known(canvas), canvas.inks.faces[STYLE].height / 2
    stamps: list[int] = []
    xs: list[int] = []
    ys: list[int] = []
    for line, middle in zip(lines, middles, strict=True):
        glyphs = [known.get(character) or _add(canvas, known, character) for character in line]
        left, top = left_of(sum(width for _, width in glyphs)), round(middle - half)
        for stamp, width in glyphs:
            stamps.append(stamp)
            xs.append(round(left))
            ys.append(top)
            left += width
    if stamps:
        canvas.stock.put(canvas.painter, np.array(stamps), np.array(xs), np.array(ys))


def _known(canvas: Canvas) -> dict[str, Glyph]:
    """Return the characters met so far in this look."""
    known: dict[str, Glyph] = canvas.stock.kept.setdefault(("numerals", canvas.inks), {})
    return known


def _add(canvas: Canvas, known: dict[str, Glyph], character: str) -> Glyph:
    inks, width = canvas.inks, canvas.width(character, STYLE)
    size = (math.ceil(width), math.ceil(inks.faces[STYLE].height))
    key = ("numeral", character, inks.soft.rgb(), inks.scale, size)
    stamp = canvas.stock.slot(key, size, partial(_draw, canvas, character))
    known[character] = stamp, width
    return known[character]


def _draw(canvas: Canvas, character: str, painter: QPainter, box: QRectF) -> None:
    face = canvas.inks.faces[STYLE]
    painter.setPen(canvas.inks.soft)
    write = draw_outline if canvas.outlines else canvas.tools.texts.draw
    write(painter, character, face, box.left(), box.top() + face.height / 2)
