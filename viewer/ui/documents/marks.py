"""What is marked in a document, as plain values that texts and pages draw each in their way."""

from dataclasses import dataclass
from enum import StrEnum

from viewer.base.bidi import first_strong
from viewer.loading.documents.loaded import Searchable
from viewer.loading.documents.pdf import Box


class Role(StrEnum):
    """Why something is marked."""

    CURRENT = "current"
    """The cited passage at which the reader stands."""
    DIFFERS = "differs"
    """The place of the passage, where other words stand."""
    OTHER = "other"
    """Another cited passage."""
    HIT = "hit"
    """A hit of the search."""
    HIT_NOW = "hit-now"
    """The hit at which the reader stands."""


@dataclass(frozen=True, slots=True)
class TextMark:
    """A marked stretch of a text, in characters."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class PageMark:
    """A marked rectangle of a page."""

    page: int
    box: Box
    role: Role
    framed: bool = False
    """True for a region of a picture: it is framed rather than laid under words."""
    mirrored: bool = False
    """True where the words run from right to left, so that the bar stands at the right."""


def place_marks(found: Searchable, current: int | None) -> list[PageMark]:
    """Return the marks of all cited places of a document of pages, the current one last."""
    marks = []
    for number, spot in enumerate(found.spots):
        role = Role.CURRENT if number == current else Role.OTHER
        words = spot.match if spot.match and spot.match.is_found else None
        text = found.text.searched.text[words.start : words.end] if words else ""
        mirrored = first_strong(text) == "rtl"
        marks += [PageMark(page, box, role, words is None, mirrored) for page, box in spot.boxes]
    return sorted(marks, key=lambda mark: mark.role is Role.CURRENT)
