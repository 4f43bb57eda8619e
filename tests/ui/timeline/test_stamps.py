"""A stamp lands where it would if all of its sheet's room were copied, at every size of a device pixel."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from viewer.ui.timeline.paint.stamps import Draw, Sheet

pytestmark = pytest.mark.usefixtures("qapp")
RATIOS = [1.0, 1.25, 1.5, 1.75, 2.0]
SIZE = (20, 12)
RED, BLUE = QColor("red"), QColor("blue")


def ink(*, corners: bool) -> Draw:
    """A red box in the middle; with `corners`, blue dots fill the stamp to its rim."""

    def draw(painter: QPainter, box: QRectF) -> None:
        painter.fillRect(QRectF(box.left() + 6, box.top() + 4, 5, 3), RED)
        if corners:
            for corner in (box.topLeft(), box.bottomRight() - QPointF(1, 1)):
                painter.fillRect(QRectF(corner.x(), corner.y(), 1, 1), BLUE)

    return draw


def painted(
    draw: Draw, ratio: float, corner: tuple[int, int], width: int | None = None
) -> NDArray[np.uint32]:
    image = QImage(round(100 * ratio), round(60 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    sheet = Sheet(ratio)
    slot = sheet.slot("stamp", SIZE, draw)
    painter = QPainter(image)
    cut = None if width is None else np.array([width])
    sheet.put(painter, np.array([slot]), np.array([corner[0]]), np.array([corner[1]]), cut)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    return rows.copy()


def red(pixels: NDArray[np.uint32]) -> list[tuple[int, int]]:
    return [(int(y), int(x)) for y, x in zip(*np.nonzero(pixels & 0xFF0000), strict=True)]


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("corner", [(10, 7), (11, 8), (13, 9), (30, 21)])
def test_air_around_a_stamp_does_not_move_it(corner: tuple[int, int], ratio: float) -> None:
    whole, trimmed = (painted(ink(corners=corners), ratio, corner) for corners in (True, False))
    assert red(trimmed)
    assert red(trimmed) == red(whole)
    assert red(trimmed)[0][1] == pytest.approx((corner[0] + 6) * ratio, abs=1)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_width_is_counted_from_the_corner(ratio: float) -> None:
    """MARGIN pixels before the corner belong to the piece."""
    pixels = painted(ink(corners=False), ratio, (10, 7), width=2 + 6 + 2)
    columns = sorted({x for _, x in red(pixels)})
    assert columns == list(range(round(16 * ratio), round(18 * ratio)))


@pytest.mark.parametrize("ratio", RATIOS)
def test_stamps_side_by_side_are_cut_to_the_same_lines(ratio: float) -> None:
    """The left part of a pill and its right end come from two stamps."""
    for top in range(12):
        image = QImage(round(100 * ratio), round(60 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(0)
        sheet = Sheet(ratio)
        slots = [
            sheet.slot(name, (width, 16), lambda painter, box: painter.fillRect(box, RED))
            for name, width in (("left", 40), ("right", 8))
        ]
        painter = QPainter(image)
        sheet.put(painter, np.array(slots), np.array([10, 50]), np.array([top, top]))
        painter.end()
        rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
        left, right = (rows[:, round(x * ratio)] for x in (20, 54))
        assert left.any()
        assert (left == right).all()


def test_a_stamp_of_nothing_paints_nothing() -> None:
    assert not painted(lambda _, __: None, 1.0, (10, 7)).any()
