"""Read how large a picture is from its first bytes, so that a huge one is refused before it is decoded.

PNG (ISO/IEC 15948, chunk IHDR) and JPEG (ITU-T T.81, markers SOF).
"""

import struct

from viewer.loading.documents.fault import DocumentError

MOST_PIXELS = 40_000_000
PNG_START = b"\x89PNG\r\n\x1a\n"
JPEG_START = b"\xff\xd8\xff"
_IHDR_END = 16
"""Bytes from the length of the first chunk to the end of the height in it."""
_FILL = 0xFF
_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers SOF0 … SOF15 without DHT, JPG and DAC, which stand among them."""
_BARE = {0x01, *range(0xD0, 0xD9)}
"""Markers without a length."""


def image_size(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels; raises DocumentError for what is broken or larger than 40 Mpx."""
    size = _png_size(data) if data.startswith(PNG_START) else _jpeg_size(data)
    if size is None or not all(size):
        raise DocumentError("broken-image")
    width, height = size
    if width * height > MOST_PIXELS:
        raise DocumentError("many-pixels", width=str(width), height=str(height))
    return size


def _png_size(data: bytes) -> tuple[int, int] | None:
    head = data[len(PNG_START) : len(PNG_START) + _IHDR_END]
    if len(head) < _IHDR_END or head[4:8] != b"IHDR":
        return None
    width, height = struct.unpack(">II", head[8:16])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walk from marker to marker until one begins a frame."""
    at = 2
    while at + 9 <= len(data) and data[at] == _FILL:
        marker = data[at + 1]
        if marker == _FILL:
            at += 1
        elif marker in _BARE:
            at += 2
        elif marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
