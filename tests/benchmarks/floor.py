"""Measure what the machine can do: one frame of a fill, 2,000 rectangles and 200 labels kept as pictures."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from tests.benchmarks.figures import tell, timed_ms

SIZE = (1920, 1080)
RECTS = 2_000
LABELS = 200
COLOURS = 8
FRAMES = 60


def labels() -> list[QPixmap]:
    """Return one picture per label."""
    made = []
    for number in range(LABELS):
        label = QPixmap(120, 16)
        label.fill(Qt.GlobalColor.transparent)
        painter = QPainter(label)
        painter.drawText(label.rect(), 0, f"Label number {number}")
        painter.end()
        made.append(label)
    return made


def frame(image: QImage, kept: list[QPixmap], step: int) -> None:
    """Draw one frame; rectangles are made anew each time, as they are when time moves."""
    painter = QPainter(image)
    painter.fillRect(image.rect(), QColor("#f7f5f0"))
    for colour in range(COLOURS):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor.fromHsv(colour * 40, 120, 160))
        painter.drawRects(
            [QRect((at * 37 + step) % 1900, at * 53 % 1060, 14, 14) for at in range(colour, RECTS, COLOURS)]
        )
    for at, label in enumerate(kept):
        painter.drawPixmap((at * 91 + step) % 1800, at * 67 % 1060, label)
    painter.end()


def canvas() -> QImage:
    """Return what frames are drawn on."""
    return QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)


def measure() -> list[float]:
    """Return the time of each frame in milliseconds."""
    image = canvas()
    kept = labels()
    frame(image, kept, 0)
    return [timed_ms(frame, image, kept, step) for step in range(FRAMES)]


if __name__ == "__main__":
    application = QApplication([])
    tell({"frames": measure()})
