"""Make pictures of pages and images, away from the window: these run in other threads."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader

from viewer.loading.documents.fault import DocumentError
from viewer.loading.documents.image_header import MOST_PIXELS
from viewer.loading.documents.pdf import Pdf
from viewer.loading.documents.reading import Image

Draw = Callable[[int, int], QImage]
"""Given a page from 1 and a width in pixels, returns its picture; raises DocumentError."""
_MEGABYTES = MOST_PIXELS * 4 // (1 << 20) + 1


def page_picture(pdf: Pdf, page: int, width: int) -> QImage:
    """Return a page of a PDF."""
    raster = pdf.render(page, width)
    picture = QImage(raster.pixels, raster.width, raster.height, raster.stride, QImage.Format.Format_RGB32)
    return picture.copy()


def decoded(image: Image) -> QImage:
    """Return a picture in its own size; raises DocumentError when it is broken or too large."""
    # The reader comes first, so that it goes before what it reads from.
    reader, data, buffer = QImageReader(), QByteArray(image.data), QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader.setDevice(buffer)
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(_MEGABYTES)
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        raise DocumentError("many-pixels", width=str(size.width()), height=str(size.height()))
    picture = reader.read()
    if picture.isNull():
        raise DocumentError("broken-image")
    return picture


def scaled(picture: QImage, width: int) -> QImage:
    """Return a picture as wide as asked, never larger than it is."""
    if width >= picture.width():
        return picture
    return picture.scaledToWidth(max(width, 1), Qt.TransformationMode.SmoothTransformation)
