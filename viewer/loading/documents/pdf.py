"""Read pages of a PDF: their size, their picture, their text, and where its characters stand.

PDFium is not safe to use from several threads at once; one lock guards every call, whatever the document.
"""

import ctypes
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock
from typing import TYPE_CHECKING

from viewer.loading.documents.fault import DocumentError
from viewer.loading.documents.image_header import MOST_PIXELS

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

MOST_PAGES = 5_000
_LOCK = RLock()
_FINE = 20_000
"""Grid on which PDFium is asked where a point of a page stands."""

_HALVES = range(0xD800, 0xE000)
"""Surrogates."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a page in fractions (0…1) of its width and height, from the upper left."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture of a page: rows of blue, green, red and one unused byte."""

    width: int
    height: int
    stride: int
    pixels: bytes


class Pdf:
    """An open PDF; pages are counted from 1."""

    def __init__(self, data: bytes) -> None:
        """Open a PDF; raises DocumentError for a broken, a locked or an endless one."""
        # Loaded with the first PDF: a start need not wait for it.
        import pypdfium2

        with _LOCK:
            try:
                self._file = pypdfium2.PdfDocument(data)
            except pypdfium2.PdfiumError as error:
                locked = "password" in str(error).lower()
                raise DocumentError("locked-pdf" if locked else "broken-pdf") from error
            self.pages = len(self._file)
            self._open = True
        if not 0 < self.pages <= MOST_PAGES:
            self.close()
            raise DocumentError("many-pages" if self.pages else "broken-pdf", pages=str(self.pages))

    def close(self) -> None:
        """Let go of the file; safe to call twice."""
        with _LOCK:
            self._open = False
            self._file.close()

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height of a page in points (1/72 inch)."""
        with self._page(page) as opened:
            width, height = opened.get_size()
        return max(width, 1.0), max(height, 1.0)

    def render(self, page: int, width: int) -> Raster:
        """Return the picture of a page, `width` pixels wide unless it would be larger than 40 Mpx."""
        with self._page(page) as opened:
            across, down = (max(side, 1.0) for side in opened.get_size())
            scale = min(max(width, 1) / across, (MOST_PIXELS / (across * down)) ** 0.5)
            bitmap = opened.render(scale=scale, prefer_bgrx=True, may_draw_forms=False)
            raster = Raster(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
        return raster

    def text(self, page: int) -> str:
        """Return the text of a page; one character stands for one that `boxes` counts."""
        from pypdfium2.raw import FPDFText_GetUnicode as letter_at

        with self._page(page) as opened:
            read = opened.get_textpage()
            try:
                codes = [letter_at(read, at) for at in range(read.count_chars())]
            finally:
                read.close()
        return "".join(map(_letter, codes))

    def boxes(self, page: int, start: int, end: int) -> tuple[Box, ...]:
        """Return the rectangles, one or more for each line, that characters `start` … `end` fill."""
        with self._page(page) as opened:
            read = opened.get_textpage()
            try:
                found = [_box(opened, read.get_charbox(at, loose=True)) for at in range(start, end)]
            finally:
                read.close()
        return joined(found)

    @contextmanager
    def _page(self, page: int) -> Iterator["PdfPage"]:
        from pypdfium2 import PdfiumError

        with _LOCK:
            if not self._open:
                raise DocumentError("absent")
            try:
                opened = self._file[page - 1]
            except (PdfiumError, IndexError) as error:
                raise DocumentError("broken-page", page=str(page)) from error
            try:
                yield opened
            except (PdfiumError, MemoryError) as error:
                raise DocumentError("broken-page", page=str(page)) from error
            finally:
                opened.close()


def joined(letters: Iterable[Box]) -> tuple[Box, ...]:
    """Return the boxes of letters joined to one box where they follow each other on a line."""
    lines: list[Box] = []
    for box in letters:
        if box.width <= 0 or box.height <= 0:
            continue
        if lines and _is_beside(lines[-1], box):
            lines[-1] = _around(lines[-1], box)
        else:
            lines.append(box)
    return tuple(lines)


def _is_beside(line: Box, box: Box) -> bool:
    shared = min(line.bottom, box.bottom) - max(line.y, box.y)
    gap = max(line.x, box.x) - min(line.right, box.right)
    return shared > min(line.height, box.height) / 2 and gap < 2 * max(line.height, box.height)


def _around(one: Box, other: Box) -> Box:
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Box(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


def _letter(code: int) -> str:
    """Return a character; half of a pair, or none, stands as a replacement."""
    return "\ufffd" if code == 0 or code in _HALVES or code > sys.maxunicode else chr(code)


def _box(page: "PdfPage", sides: tuple[float, float, float, float]) -> Box:
    """Return a rectangle of PDF space (left, bottom, right, top) as it stands on the page that is seen."""
    left, bottom, right, top = sides
    one, other = _seen(page, left, top), _seen(page, right, bottom)
    x, y = min(one[0], other[0]), min(one[1], other[1])
    return Box(x, y, abs(one[0] - other[0]), abs(one[1] - other[1]))


def _seen(page: "PdfPage", x: float, y: float) -> tuple[float, float]:
    from pypdfium2.raw import FPDF_PageToDevice as place_of

    across, down = ctypes.c_int(), ctypes.c_int()
    place_of(page, 0, 0, _FINE, _FINE, 0, x, y, ctypes.byref(across), ctypes.byref(down))
    return across.value / _FINE, down.value / _FINE
