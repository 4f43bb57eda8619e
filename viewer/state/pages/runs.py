"""The pieces a line of a page is made of; a language goes with every text, so that each runs its own way."""

from dataclasses import dataclass
from enum import StrEnum

from viewer.state.pages.targets import Target

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


class Tone(StrEnum):
    """How a piece stands out; the theme gives each a weight and a colour."""

    PLAIN = "plain"
    STRONG = "strong"
    SOFT = "soft"
    CHECKED = "checked"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text."""

    text: str
    language: str
    """BCP 47; the direction of the text follows from it."""
    tone: Tone = Tone.PLAIN

    @property
    def right_to_left(self) -> bool:
        """True when the text runs from right to left."""
        return self.language in RIGHT_TO_LEFT


@dataclass(frozen=True, slots=True)
class CiteChip:
    """The number of a citation, framed, right behind the statement that rests on it."""

    number: int
    digits: str
    """The number in the digits of the reader's language."""
    label: str
    """What it leads to, for people who do not see the frame."""
    target: Target
    marked: bool = False
    """True when the source pane was opened through this citation."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Stands where a citation should be: the statement names no source."""

    text: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A remark of the editors inside running text, in smaller type."""

    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class LinkRun:
    """Words that lead somewhere."""

    text: str
    language: str
    target: Target
    tone: Tone = Tone.PLAIN
    label: str = ""
    """What a screen reader says instead of the text, when the text alone is not enough."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A short framed word, such as the kind of a content warning."""

    text: str
    tone: Tone = Tone.WARNING
    hint: str = ""


Run = Words | CiteChip | Missing | Aside | LinkRun | Badge
