"""Say on what a statement rests: citations, their place in a source, and whether anyone checked."""

from dataclasses import dataclass
from enum import StrEnum

from viewer.model.ids import PassageId, SourceId
from viewer.model.text import Text


class CheckState(StrEnum):
    """Whether an editor compared a statement with the original."""

    CHECKED = "checked"
    PARTLY = "partly"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Check:
    """The state of checking, with the editor's note (which part, in which copy)."""

    state: CheckState = CheckState.UNCHECKED
    note: Text = Text()


class Stance(StrEnum):
    """What a source does to the statement that cites it."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    MENTIONS = "mentions"


class LocatorKind(StrEnum):
    """The kinds of place inside a source; names follow CSL 1.0.2 locator terms where one exists."""

    PAGE = "page"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    CHAPTER = "chapter"
    PART = "part"
    APPENDIX = "appendix"
    TIME = "timestamp"
    COPY = "copy"
    """The copy or page of the site in which an editor saw it."""
    NOTE = "note"
    """Free words where the source has no numbering."""


@dataclass(frozen=True, slots=True)
class Locator:
    """One step towards the place, such as page 635 or paragraph 15."""

    kind: LocatorKind
    value: str


@dataclass(frozen=True, slots=True)
class TextQuote:
    """W3C Web Annotation TextQuoteSelector."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class TextPosition:
    """W3C Web Annotation TextPositionSelector, with a short hash instead of the words.

    `start` and `end` count characters of the normalised text; `digest` is the first 16 hex
    digits of the SHA-256 of that slice, so that no sentence of the document is stored.
    """

    start: int
    end: int
    digest: str


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of a page or image in fractions (0…1) of its width and height."""

    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageFragment:
    """A page of a document, counted from 1 (RFC 8118 `page=`)."""

    page: int


Selector = TextQuote | TextPosition | Region | PageFragment


@dataclass(frozen=True, slots=True)
class Citation:
    """The link from a statement to a place in a source."""

    key: str
    """Name of the citation within its event or answer; the source id unless given."""
    source: SourceId
    locators: tuple[Locator, ...] = ()
    passage: PassageId | None = None
    """Numbered passage of the source's digest that carries the statement."""
    stance: Stance = Stance.SUPPORTS
    check: Check = Check()
    note: Text = Text()
    selectors: tuple[Selector, ...] = ()
