"""Write a widget as PNG, SVG or PDF."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QPoint, QRect, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from viewer.app.svg_text import shape_texts

POINTS_PER_PIXEL = 0.75
"""A PDF page has 72 points an inch, the window 96 pixels."""
PDF_RESOLUTION = 96


class PictureError(OSError):
    """The picture could not be written."""


def save_picture(widget: QWidget, path: Path) -> None:
    """Write `widget` as it stands; the ending of `path` says how. Raises PictureError."""
    write = {".svg": _svg, ".pdf": _pdf}.get(path.suffix.lower(), _png)
    if not path.parent.is_dir():
        raise PictureError(str(path.parent))
    write(widget, path)


def _png(widget: QWidget, path: Path) -> None:
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    widget.render(painter, QPoint())
    painter.end()
    if not image.save(str(path)):
        raise PictureError(path.name)


def _svg(widget: QWidget, path: Path) -> None:
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setFileName(str(path))
    generator.setSize(widget.size())
    generator.setViewBox(QRect(0, 0, widget.width(), widget.height()))
    generator.setTitle(widget.windowTitle())
    _render(widget, generator, path)
    path.write_text(shape_texts(path.read_text(encoding="utf-8")), encoding="utf-8")


def _pdf(widget: QWidget, path: Path) -> None:
    writer = QPdfWriter(str(path))
    size = QSizeF(widget.width() * POINTS_PER_PIXEL, widget.height() * POINTS_PER_PIXEL)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(PDF_RESOLUTION)
    writer.setTitle(widget.windowTitle())
    _render(widget, writer, path)


def _render(widget: QWidget, device: QSvgGenerator | QPdfWriter, path: Path) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise PictureError(path.name)
    widget.render(painter, QPoint())
    painter.end()


def fixed_size(widget: QWidget, width: int, height: int) -> None:
    """Give a widget exactly this size, whatever it would rather have."""
    widget.setMinimumSize(1, 1)
    widget.resize(QSize(width, height))
