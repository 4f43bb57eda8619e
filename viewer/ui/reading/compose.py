"""Turn the runs of a line into one text with formats, and remember where its links and frames stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from viewer.base.bidi import LRI, PDI, RLI
from viewer.state.pages.runs import RIGHT_TO_LEFT, Aside, Badge, CiteChip, LinkRun, Missing, Run, Tone, Words
from viewer.state.pages.targets import Target
from viewer.ui.reading.kit import BOLD, REGULAR, SEMIBOLD, Look

GLUE, BREAK, SPACE = "\u2060", "\u200b", "\u00a0"
DOT = "\u00a0· "
"""Between the parts of a line; it never begins one."""


class Type(Enum):
    """The types of a line."""

    READING = "reading"
    LABEL = "label"
    SMALL = "small"
    EYEBROW = "eyebrow"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of text that leads somewhere."""

    start: int
    end: int
    target: Target
    label: str
    framed: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of text with a thin frame around it."""

    start: int
    end: int
    colour: str
    filled: bool = False


@dataclass(slots=True)
class Composed:
    """A line ready to be laid out."""

    text: str = ""
    spoken: str = ""
    """The text for people who listen: without frames and controls."""
    formats: list[QTextLayout.FormatRange] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)


def font_of(look: Look, kind: Type, language: str, weight: int = REGULAR) -> QFont:
    """Return the font of a type in a language."""
    if kind is Type.READING:
        return look.reading_font(language, BOLD if weight > REGULAR else REGULAR)
    if kind is Type.HEADLINE:
        return look.headline_font(language)
    if kind is Type.EYEBROW:
        return look.eyebrow_font(language)
    return look.label_font(weight) if kind is Type.LABEL else look.small_font(weight)


def compose(look: Look, runs: Sequence[Run], language: str, kind: Type) -> Composed:
    """Return the runs of a line in `language` as one text."""
    composer = _Composer(look, language, kind)
    for run in runs:
        composer.add(run)
    return composer.made


def _opening(language: str) -> str:
    """Return what sets text of a language apart from the text around it."""
    return RLI if language in RIGHT_TO_LEFT else LRI


@lru_cache(maxsize=128)
def _style(font: QFont, colour: str) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFont(font)
    style.setForeground(QColor(colour))
    return style


class _Composer:
    def __init__(self, look: Look, language: str, kind: Type) -> None:
        self.made = Composed()
        self._look, self._language, self._kind = look, language, kind
        self._after_chip = False

    def add(self, run: Run) -> None:
        match run:
            case Words():
                self._words(run)
            case LinkRun():
                self._link(run)
            case CiteChip():
                self._chip(run)
            case Badge():
                self._badge(run)
            case Aside(words):
                for word in words:
                    self._words(word, Type.SMALL)
            case Missing(text):
                self._write(SPACE)
                self._small(text, Tone.WARNING)
                self.made.spoken += f" {text}"
        self._after_chip = isinstance(run, CiteChip)

    def _words(self, run: Words, kind: Type | None = None) -> None:
        weight = SEMIBOLD if run.tone is Tone.STRONG else REGULAR
        turned = run.right_to_left != (self._language in RIGHT_TO_LEFT)
        text = f"{_opening(run.language)}{run.text}{PDI}" if turned else run.text
        font = font_of(self._look, kind or self._kind, run.language, weight)
        self._styled(text, font, self._look.colour(run.tone))
        self.made.spoken += run.text

    def _link(self, run: LinkRun) -> None:
        strong = run.tone is Tone.STRONG
        colour = self._look.colours.ink if strong else self._look.colours.accent
        font = font_of(self._look, self._kind, run.language, SEMIBOLD if strong else REGULAR)
        self._write(_opening(run.language))
        start = len(self.made.text)
        self._styled(run.text, font, colour)
        label = run.label or run.text
        self.made.links.append(Link(start, len(self.made.text), run.target, label, framed=False))
        self._write(PDI)
        self.made.spoken += run.text

    def _chip(self, run: CiteChip) -> None:
        accent = self._look.colours.accent
        self._write((BREAK if self._after_chip else GLUE) + LRI)
        start, end = self._framed(run.digits, accent, filled=run.marked)
        self._write(PDI)
        self.made.links.append(Link(start, end, run.target, run.label, framed=True))
        self.made.spoken += f" [{run.digits}]"

    def _badge(self, run: Badge) -> None:
        self._write(_opening(self._language))
        self._framed(run.text, self._look.colour(run.tone))
        self._write(PDI)
        self.made.spoken += run.hint or run.text

    def _framed(self, text: str, colour: str, *, filled: bool = False) -> tuple[int, int]:
        self._gap()
        start = len(self.made.text)
        ink = self._look.colours.panel if filled else colour
        self._styled(SPACE + text.replace(" ", SPACE) + SPACE, self._look.small_font(), ink)
        end = len(self.made.text)
        self.made.frames.append(Frame(start, end, colour, filled))
        self._gap()
        return start, end

    def _gap(self) -> None:
        """Keep a frame off its neighbours by a hair."""
        self._styled(SPACE, self._look.small_font(), self._look.colours.ink)

    def _small(self, text: str, tone: Tone) -> None:
        self._styled(text, self._look.small_font(), self._look.colour(tone))

    def _write(self, text: str) -> None:
        self.made.text += text

    def _styled(self, text: str, font: QFont, colour: str) -> None:
        piece = QTextLayout.FormatRange()
        piece.start, piece.length = len(self.made.text), len(text)
        piece.format = _style(font, colour)
        self.made.formats.append(piece)
        self.made.text += text.replace("\n", "\u2028")
