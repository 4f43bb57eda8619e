"""Describe what a reader noted: a text, or only a bookmark, on an entry or a view of a collection."""

from dataclasses import dataclass
from enum import StrEnum


class NotedKind(StrEnum):
    """Kinds of thing a note is about."""

    EVENT = "event"
    SOURCE = "source"
    CLAIM = "claim"
    PERSON = "person"
    GROUP = "group"
    PLACE = "place"
    VIEW = "view"


@dataclass(frozen=True, slots=True)
class Noted:
    """What a note is about."""

    kind: NotedKind
    id: str
    """Id of the entry; for a view, the line by which Sanad opens it."""
    part: str = ""
    """Passage of a source, or answer to a question."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note; its text belongs to the reader and is no part of any collection."""

    id: str
    """A random UUID."""
    about: Noted
    text: str
    """Plain text; empty for a bookmark."""
    collection: str
    version: str
    key: str
    """SHA-256 of the content of the collection when the note was made, in hex."""
    language: str
    """Language of the interface when the note was made, BCP 47."""
    created: str
    """RFC 3339, UTC."""
    changed: str

    @property
    def is_bookmark(self) -> bool:
        """True when nothing was written."""
        return not self.text.strip()
