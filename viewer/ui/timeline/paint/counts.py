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

DOTS, DOT_SIDE = 3, 2
"""Three dots, one over the other, stand for the number where a pill has no room for it."""
AIR = 12
"""Pixels that a number with signs leaves free."""
EDGE = 4
"""Pixels that a number alone leaves free."""
GROUP = 3
"""Digits between separators."""
TEN, HUNDRED = 10, 100
POWERS = 10 ** np.arange(1, 11)
SIGNS = tuple(tuple(sign for sign in range(DOT) if bits >> sign & 1) for bits in range(1 << DOT))
"""The signs for each combination of bits."""
Letters = tuple[tuple[str, int], ...]
"""Letters, and the width in whole pixels in the middle of which each stands."""
Layer = tuple[Positions, Positions, Positions]
"""Which pills, the stamp for each of them, and its offset from the left."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The stamps of numbers and signs for pills of one height and look."""

    low: Positions
    """By the last digits of a group: two of them, 00 to 99, then one alone, 0 to 9."""
    high: Positions
    """By the first digit of a group of three: at the beginning of a number, then behind a separator."""
    digit: int
    """Width of every digit in whole pixels."""
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
        """Give the groups of three digits from the last one to the first, each in two stamps."""
        while len(wide) and wide.max() > 0:
            last, first = count % HUNDRED, count // HUNDRED % TEN
            alone, opened = wide == 1, wide > GROUP
            low = self.low[np.where(alone, HUNDRED + last, last)]
            yield _layer(wide > 0, low, right - self.digit * (2 - alone))
            left = right - GROUP * self.digit - self.between * opened
            yield _layer(wide >= GROUP, self.high[first + TEN * opened], left)
            count, wide, right = count // (TEN * HUNDRED), wide - GROUP, left


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
    inks, words = canvas.inks, canvas.look.words
    digits, comma = words.digits("0123456789"), words.number(1000)[1]
    digit, between = (_width(canvas, letters) for letters in (digits, comma))
    ones = [_letters(canvas, height, ((one, digit),)) for one in digits]
    twos = [_letters(canvas, height, ((ten, digit), (one, digit))) for ten in digits for one in digits]
    behind = [_letters(canvas, height, ((comma, between), (one, digit))) for one in digits]
    narrow = ("dots", inks.ink.rgb(), inks.scale, height)
    signs = [[_signs(canvas, told[:many], height) for many in range(DOT + 1)] for told in SIGNS]
    signs[0][1] = _signs(canvas, (DOT,), height)
    return Counts(
        low=np.array(twos + ones, np.intp),
        high=np.array(ones + behind, np.intp),
        digit=digit,
        between=between,
        narrow=canvas.stock.slot(narrow, (DOT_SIDE, height), partial(_draw_dots, inks)),
        signs=np.array(signs, np.intp),
        step=side_of(inks) + GAP,
    )


def _width(canvas: Canvas, letters: str) -> int:
    """Return the width of the widest of some letters in whole pixels."""
    return max(round(canvas.width(letter, Style.SMALL_BOLD)) for letter in letters)


def _letters(canvas: Canvas, height: int, letters: Letters) -> int:
    """Return the stamp of letters beside each other, each in a width of its own."""
    key = ("letters", letters, canvas.inks.ink.rgb(), canvas.inks.scale, height)
    size = (sum(width for _, width in letters), height)
    return canvas.stock.slot(key, size, partial(_draw_letters, canvas, letters))


def _draw_letters(canvas: Canvas, letters: Letters, painter: QPainter, box: QRectF) -> None:
    painter.setPen(canvas.inks.ink)
    write = draw_outline if canvas.outlines else canvas.tools.texts.draw
    left = box.left()
    for letter, width in letters:
        x = left + (width - canvas.width(letter, Style.SMALL_BOLD)) / 2
        write(painter, letter, canvas.inks.faces[Style.SMALL_BOLD], x, box.center().y())
        left += width


def _draw_dots(inks: Inks, painter: QPainter, box: QRectF) -> None:
    for place in range(DOTS):
        top = box.center().y() + (place - DOTS / 2) * 2 * DOT_SIDE + DOT_SIDE / 2
        painter.fillRect(QRectF(box.left(), round(top), DOT_SIDE, DOT_SIDE), inks.ink)


def _signs(canvas: Canvas, signs: Signs, height: int) -> int:
    inks = canvas.inks
    size = ((side_of(inks) + GAP) * len(signs), height)
    key = ("signs", signs, inks.warning.rgb(), inks.ground.rgb(), size)
    return canvas.stock.slot(key, size, partial(draw_signs, inks, signs))
