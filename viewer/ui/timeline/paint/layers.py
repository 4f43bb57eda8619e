"""Keep what does not change from one painting to the next as a picture."""

import math
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QPainter, QPixmap

from viewer.layout.frame import Rect
from viewer.ui.timeline.paint.canvas import Canvas

Paint = Callable[[Canvas], None]


def put_layer(canvas: Canvas, name: str, rect: Rect, key: tuple[object, ...], paint: Paint) -> None:
    """Copy a part of the picture, which `paint` fills anew when `key` is another than last time.

    On vector devices nothing is copied: `paint` draws.
    """
    if rect.width <= 0 or rect.height <= 0:
        return
    if not canvas.ratio:
        paint(canvas)
        return
    corner = (math.floor(rect.x), math.floor(rect.y))
    size = (math.ceil(rect.right) - corner[0], math.ceil(rect.bottom) - corner[1])
    whole = (*key, canvas.ratio, corner, size)
    layers = canvas.tools.layers
    if name not in layers or layers[name][0] != whole:
        layers[name] = (whole, _painted(canvas, corner, size, paint))
    canvas.painter.drawPixmap(*corner, layers[name][1])


def _painted(canvas: Canvas, corner: tuple[int, int], size: tuple[int, int], paint: Paint) -> QPixmap:
    picture = QPixmap(*(math.ceil(side * canvas.ratio) for side in size))
    picture.setDevicePixelRatio(canvas.ratio)
    picture.fill(canvas.inks.ground)
    painter = QPainter(picture)
    painter.translate(-corner[0], -corner[1])
    paint(replace(canvas, painter=painter))
    painter.end()
    return picture
