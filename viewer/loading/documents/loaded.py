"""Load a document of a source, bundled or attached, and say whether it is the file the editors used."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from viewer.loading.documents.fault import DocumentError
from viewer.loading.documents.pages import PagedText, Spot, find_spot, paged_text
from viewer.loading.documents.pdf import Pdf
from viewer.loading.documents.reading import Content, content_of, declared_content, kind_of, read_file
from viewer.loading.documents.shelf import bundled_document
from viewer.model.evidence import Selector
from viewer.model.own_copy import OwnCopy
from viewer.model.source import Document


class Standing(StrEnum):
    """How a file stands to the one whose hash the edition gives."""

    SAME = "same_file"
    OTHER = "other_file"
    UNKNOWN = "no_hash"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document that can be shown."""

    content: Content
    sha256: str
    standing: Standing
    changed: bool
    """True when an attached file is no longer what it was when it was attached."""

    def close(self) -> None:
        """Let go of the file."""
        if isinstance(self.content, Pdf):
            self.content.close()


@dataclass(frozen=True, slots=True)
class Searchable:
    """The text of a document, and where each cited place stands in it."""

    text: PagedText
    spots: tuple[Spot, ...]


def load_document(collection: Path | None, document: Document | None, copy: OwnCopy | None) -> Loaded:
    """Read a document; the reader's copy where there is one. Raises DocumentError."""
    if copy:
        path = Path(copy.path)
        data = read_file(path)
        content = content_of(data, kind_of(data, path.name))
    elif document and document.bundled and collection:
        data = bundled_document(collection, document.path)
        content = declared_content(data, document.media_type)
    else:
        raise DocumentError("absent")
    digest = hashlib.sha256(data).hexdigest()
    changed = bool(copy and copy.sha256 and copy.sha256 != digest)
    return Loaded(content, digest, _standing(document, digest), changed)


def search_places(
    content: Content, places: Sequence[Sequence[Selector]], text: PagedText | None = None
) -> Searchable:
    """Look up all cited places; takes long in a long PDF unless its text is given. Raises DocumentError."""
    text = text or paged_text(content)
    return Searchable(text, tuple(find_spot(content, text, selectors) for selectors in places))


def _standing(document: Document | None, digest: str) -> Standing:
    if document is None:
        return Standing.UNKNOWN
    return Standing.SAME if document.sha256 == digest else Standing.OTHER
