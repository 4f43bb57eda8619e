"""Read a document: what kind it is, and what it holds."""

import codecs
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from viewer.loading.documents.fault import DocumentError
from viewer.loading.documents.image_header import JPEG_START, PNG_START, image_size
from viewer.loading.documents.pdf import Pdf

LARGEST_FILE = 256 << 20
LARGEST_TEXT = 16 << 20
"""Bytes of a text that can still be laid out."""
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Kind(StrEnum):
    """What can be shown, by media type."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"


_STARTS = ((b"%PDF-", Kind.PDF), (PNG_START, Kind.PNG), (JPEG_START, Kind.JPEG))
_PDF_HEAD = 1024
"""The head of a PDF may stand anywhere in so many bytes."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text; `markdown` says that it carries Markdown."""

    text: str
    markdown: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that is not decoded yet, with its size in pixels."""

    data: bytes
    width: int
    height: int


Content = Text | Image | Pdf


def read_file(path: Path) -> bytes:
    """Return the bytes of a file; raises DocumentError when it is absent, unreadable or too large."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise DocumentError("large-file", size=str(size >> 20), most=str(LARGEST_FILE >> 20))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DocumentError("absent") from error
    except (OSError, ValueError) as error:
        raise DocumentError("unreadable") from error


def kind_of(data: bytes, name: str = "") -> Kind:
    """Return the kind that the bytes show; what shows none is a text, Markdown by the end of its name."""
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if b"%PDF-" in data[:_PDF_HEAD]:
        return Kind.PDF
    return Kind.MARKDOWN if name.lower().endswith((".md", ".markdown")) else Kind.TEXT


def content_of(data: bytes, kind: Kind) -> Content:
    """Return what a document holds; raises DocumentError when it is not sound."""
    match kind:
        case Kind.PDF:
            return Pdf(data)
        case Kind.PNG | Kind.JPEG:
            return Image(data, *image_size(data))
        case Kind.TEXT | Kind.MARKDOWN:
            return Text(_decoded(data), markdown=kind is Kind.MARKDOWN)


def declared_content(data: bytes, media_type: str) -> Content:
    """Return the content of a document whose kind a collection states; another kind is refused."""
    if media_type not in set(Kind):
        raise DocumentError("unknown-kind", kind=media_type)
    stated, shown = Kind(media_type), kind_of(data)
    if shown is not stated and not (shown is Kind.TEXT and stated is Kind.MARKDOWN):
        raise DocumentError("other-kind", kind=media_type)
    return content_of(data, stated)


def _decoded(data: bytes) -> str:
    if len(data) > LARGEST_TEXT:
        raise DocumentError("large-text", size=str(len(data) >> 20), most=str(LARGEST_TEXT >> 20))
    if data.startswith(_WIDE):
        raise DocumentError("not-utf8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError("not-utf8") from error
    if "\0" in text:
        raise DocumentError("not-text")
    return text.replace("\r\n", "\n").replace("\r", "\n")
