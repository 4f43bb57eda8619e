"""Lay out what stands in pills: a number, letter by letter from a few stamps, and signs behind it."""

from dataclasses import dataclass, field
from functools import partial

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from viewer.ui.timeline.paint.canvas import Canvas, Positions
from viewer.ui.timeline.paint.inks import Inks, Style
from viewer.ui.timeline.paint.signs import DOT, GAP, Signs, draw_signs, side_of
from viewer.ui.timeline.paint.texts import draw_outline

NARROW = "⋮"
"""Three dots, one over the other, stand for the number where a pill has no room for it."""
DOTS, DOT_SIDE = 3, 2
AIR = 12
"""Pixels that a number with signs leaves free."""
KEPT = 20_000
What = tuple[int, int, int]
"""A number, one bit for every sign, and the room for both in pixels."""


@dataclass(slots=True)
class Counts:
    """What was laid out for pills of one height and look."""

    _known: dict[What, Positions] = field(default_factory=dict)
    _letters: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Stamp and width of each letter."""

    def stamps(self, canvas: Canvas, height: int, what: What) -> Positions:
        """Return stamps and their offsets, as rows."""
        known = self._known.get(what)
        if known is None:
            if len(self._known) > KEPT:
                self._known.clear()
            known = self._known[what] = np.array(self._arranged(canvas, height, what), np.intp)
        return known

    def _arranged(self, canvas: Canvas, height: int, what: What) -> list[tuple[int, int]]:
        count, bits, room = what
        letters = self._text(canvas, height, canvas.look.words.number(count))
        width = sum(wide for _, wide in letters)
        if width > room - 4:
            letters, width = self._text(canvas, height, NARROW), DOT_SIDE
        step = side_of(canvas.inks) + GAP
        signs = tuple(sign for sign in range(DOT) if bits >> sign & 1)
        fitting = signs[: max((room - width - AIR) // step, 0)]
        x = round((room - width - len(fitting) * step) / 2)
        rows = []
        for stamp, wide in letters:
            rows.append((stamp, x))
            x += wide
        if fitting:
            rows.append((_signs(canvas, fitting, height), x + GAP))
        elif signs:
            rows.append((_signs(canvas, (DOT,), height), room - step + GAP))
        return rows

    def _text(self, canvas: Canvas, height: int, text: str) -> list[tuple[int, int]]:
        for letter in text:
            if letter not in self._letters:
                self._letters[letter] = _letter(canvas, height, letter)
        return [self._letters[letter] for letter in text]


def counts_of(canvas: Canvas, height: int) -> Counts:
    """Return what was laid out before with this look."""
    inks = canvas.inks
    look = ("counts", canvas.look.words.language, inks, height)
    kept: Counts = canvas.stock.kept.setdefault(look, Counts())
    return kept


def _letter(canvas: Canvas, height: int, letter: str) -> tuple[int, int]:
    """Return the stamp of a letter and its width in whole pixels; all digits are equally wide."""
    inks = canvas.inks
    if letter == NARROW:
        width = DOT_SIDE
    else:
        alike = "0123456789" + letter if letter.isdigit() else letter
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
