"""Lay out what stands in pills, all at once: numbers from the stamps of digits, and signs behind them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from viewer.layout.quick import true_at, within
from viewer.ui.timeline.paint.canvas import Canvas, Positions
from viewer.ui.timeline.paint.inks import Inks, Style
from viewer.ui.timeline.paint.signs import DOT, GAP, Signs, draw_signs, side_of
from viewer.ui.timeline.paint.texts import draw_outline

NARROW = "⋮"
"""Three dots, one over the other, stand for the number where a pill has no room for it."""
DOTS, DOT_SIDE = 3, 2
AIR = 12
"""Pixels that a number with signs leaves free."""
EDGE = 4
"""Pixels that a number alone leaves free."""
GROUP = 3
"""Digits between separators."""
POWERS = 10 ** np.arange(1, 11)
SIGNS = tuple(tuple(sign for sign in range(DOT) if bits >> sign & 1) for bits in range(1 << DOT))
"""The signs for each combination of bits."""
Layer = tuple[Positions, Positions, Positions]
"""Which pills, the stamp for each of them, and its offset from the left."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The stamps of numbers and signs for pills of one height and look."""

    digits: Positions
    digit: int
    """Width of every digit in whole pixels."""
    separator: int
    between: int
    """Width of the separator."""
    narrow: int
    signs: Positions
    """Shape (8, 4): by bits, and by how many of their signs have room."""
    step: int
    """Width of a sign with its air."""

    def laid(self, count: Positions, bits: Positions, room: Positions) -> Layer:
        """Lay out numbers and signs of pills, each in its room in pixels."""
        wide = np.searchsorted(POWERS, count, "right") + 1
        width = wide * self.digit + (wide - 1) // GROUP * self.between
        fits = width <= room - EDGE
        width = np.where(fits, width, DOT_SIDE)
        shown = within((room - width - AIR) // self.step, 0, _MANY[bits])
        left = np.rint((room - width - shown * self.step) / 2).astype(np.intp)
        layers = [
            *self._numbers(count, np.where(fits, wide, 0), left + width),
            _layer(~fits, self.narrow, left),
            _layer(shown > 0, self.signs[bits, shown], left + width + GAP),
            _layer((bits > 0) & (shown == 0), self.signs[0, 1], room - self.step + GAP),
        ]
        which, stamps, offsets = (np.concatenate(parts) for parts in zip(*layers, strict=True))
        return which, stamps, offsets

    def _numbers(self, count: Positions, wide: Positions, right: Positions) -> Iterator[Layer]:
        """Give the digits from the last one to the first, and the separators between them."""
        for place in range(int(wide.max(initial=0))):
            right = right - self.digit
            yield _layer(wide > place, self.digits[count // 10**place % 10], right)
            if place % GROUP == GROUP - 1:
                right = right - self.between
                yield _layer(wide > place + 1, self.separator, right)


def _layer(which: NDArray[np.bool_], stamps: Positions | int, offsets: Positions) -> Layer:
    at = true_at(which)
    return at, stamps[at] if isinstance(stamps, np.ndarray) else np.full(len(at), stamps), offsets[at]


_MANY = np.array([len(signs) for signs in SIGNS])


def counts_of(canvas: Canvas, height: int) -> Counts:
    """Return the stamps for this look, made when they are first asked for."""
    look = ("counts", canvas.look.words.language, canvas.inks, height)
    if look not in canvas.stock.kept:
        canvas.stock.kept[look] = _counts(canvas, height)
    kept: Counts = canvas.stock.kept[look]
    return kept


def _counts(canvas: Canvas, height: int) -> Counts:
    words = canvas.look.words
    digits = [_letter(canvas, height, letter) for letter in words.digits("0123456789")]
    separator, between = _letter(canvas, height, words.number(1000)[1])
    signs = [[_signs(canvas, told[:many], height) for many in range(DOT + 1)] for told in SIGNS]
    signs[0][1] = _signs(canvas, (DOT,), height)
    return Counts(
        np.array([stamp for stamp, _ in digits], np.intp),
        max(width for _, width in digits),
        separator,
        between,
        _letter(canvas, height, NARROW)[0],
        np.array(signs, np.intp),
        side_of(canvas.inks) + GAP,
    )


def _letter(canvas: Canvas, height: int, letter: str) -> tuple[int, int]:
    """Return the stamp of a letter and its width in whole pixels; all digits are equally wide."""
    inks = canvas.inks
    if letter == NARROW:
        width = DOT_SIDE
    else:
        alike = canvas.look.words.digits("0123456789") if letter.isdigit() else letter
        width = max(round(canvas.width(one, Style.SMALL_BOLD)) for one in alike)
    key = ("letter", letter, inks.ink.rgb(), inks.scale, height)
    draw = partial(_draw_dots, inks) if letter == NARROW else partial(_draw_letter, canvas, letter)
    return canvas.stock.slot(key, (width, height), draw), width


def _draw_letter(canvas: Canvas, letter: str, painter: QPainter, box: QRectF) -> None:
    painter.setPen(canvas.inks.ink)
    write = draw_outline if canvas.outlines else canvas.tools.texts.draw
    left = box.center().x() - canvas.width(letter, Style.SMALL_BOLD) / 2
    write(painter, letter, canvas.inks.faces[Style.SMALL_BOLD], left, box.center().y())


def _draw_dots(inks: Inks, painter: QPainter, box: QRectF) -> None:
    for place in range(DOTS):
        top = box.center().y() + (place - DOTS / 2) * 2 * DOT_SIDE + DOT_SIDE / 2
        painter.fillRect(QRectF(box.left(), round(top), DOT_SIDE, DOT_SIDE), inks.ink)


def _signs(canvas: Canvas, signs: Signs, height: int) -> int:
    inks = canvas.inks
    size = ((side_of(inks) + GAP) * len(signs), height)
    key = ("signs", signs, inks.warning.rgb(), inks.ground.rgb(), size)
    return canvas.stock.slot(key, size, partial(draw_signs, inks, signs))
