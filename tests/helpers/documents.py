"""Documents for tests: the invented harbour, and files that nobody should open carelessly."""

import struct
import zlib
from pathlib import Path

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
HARBOUR = FIXTURES / "evidence"
"""A collection with a PDF, a scanned page, a Persian text and a Markdown text; one source may not travel."""
DOCUMENTS = HARBOUR / "documents"
ARTICLE = FIXTURES / "outside" / "article.txt"
"""A reader's copy of the document that may not travel."""


def png(width: int, height: int) -> bytes:
    """Return a sound black PNG of one bit per pixel, however large."""
    packer = zlib.compressobj(1)
    row = bytes(1 + (width + 7) // 8)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def jpeg_head(width: int, height: int) -> bytes:
    """Return the beginning of a JPEG: an application segment, a table, and the head of its frame."""
    table = b"\xff\xc4" + struct.pack(">H", 4) + b"\0\0"
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xe0" + struct.pack(">H", 4) + b"JF" + table + frame
