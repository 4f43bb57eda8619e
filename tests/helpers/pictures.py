"""Compare pictures as an eye would: small differences of smoothing are none, a changed letter is one."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

MEAN = 0.5
"""Largest mean difference of a whole picture, of 255."""
BLOCK, WORST = 8, 24.0
"""Side of a block in pixels, and the largest mean difference within any one."""


def pixels(image: QImage) -> NDArray[np.int16]:
    """Give red, green and blue of each pixel."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(bytes(plain.constBits()), np.uint8).reshape(plain.height(), plain.width(), 4)
    return raw[:, :, :3].astype(np.int16)


def difference(expected: QImage, found: QImage) -> tuple[float, float]:
    """Return the mean difference, and that of the worst block; infinite where the sizes differ."""
    if expected.size() != found.size():
        return np.inf, np.inf
    apart = np.abs(pixels(expected) - pixels(found)).mean(axis=2)
    high, wide = (side // BLOCK * BLOCK for side in apart.shape)
    blocks = apart[:high, :wide].reshape(high // BLOCK, BLOCK, wide // BLOCK, BLOCK).mean(axis=(1, 3))
    return float(apart.mean()), float(blocks.max())


def alike(expected: QImage, found: QImage) -> bool:
    mean, worst = difference(expected, found)
    return mean <= MEAN and worst <= WORST


def side_by_side(expected: QImage, found: QImage, path: Path) -> None:
    """Write expected, found and their difference beside each other."""
    wide, high = max(expected.width(), found.width()), max(expected.height(), found.height())
    sheet = QImage(3 * wide + 32, high, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, expected)
    painter.drawImage(wide + 16, 0, found)
    painter.drawImage(2 * wide + 32, 0, expected)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(2 * wide + 32, 0, found)
    painter.end()
    sheet.save(str(path))
