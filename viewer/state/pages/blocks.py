"""The blocks of a page, as frozen values: texts are final, in the reader's language, with their targets."""

from dataclasses import dataclass
from enum import StrEnum

from viewer.layout.number_line import Axis, Extent, Tick
from viewer.model.evidence import CheckState
from viewer.state.pages.accounts import Accounts
from viewer.state.pages.runs import Badge, CiteChip, LinkRun, Run, Words
from viewer.state.pages.targets import Target


@dataclass(frozen=True, slots=True)
class Eyebrow:
    """The kind of page, above the heading, with the kinds of its content warnings."""

    text: str
    badges: tuple[Badge, ...] = ()
    links: tuple[LinkRun, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A headline; level 1 once per page, level 2 above its parts."""

    text: Words
    level: int = 1
    badge: Badge | None = None
    chips: tuple[CiteChip, ...] = ()
    """Citations on which the headline itself rests, where it names them."""


@dataclass(frozen=True, slots=True)
class DateLine:
    """When: in words, in both calendars, with "converted" unless the source states it so."""

    runs: tuple[Run, ...]


class Role(StrEnum):
    """What a paragraph is for; decides its type."""

    READING = "reading"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text in one direction."""

    runs: tuple[Run, ...]
    language: str
    role: Role = Role.READING


@dataclass(frozen=True, slots=True)
class CitationItem:
    """One numbered citation, with all that says how far it carries."""

    number: str
    title: Words
    details: tuple[Run, ...]
    """Author, locator, stance, checked or not, note."""
    state: CheckState
    target: Target
    marked: bool = False


@dataclass(frozen=True, slots=True)
class CitationList:
    """The citations of an event or an answer, in the order of their numbers."""

    items: tuple[CitationItem, ...]


@dataclass(frozen=True, slots=True)
class AnswerBrief:
    """One answer inside a question box."""

    text: Words
    claimant: Words
    target: Target


@dataclass(frozen=True, slots=True)
class QuestionBox:
    """A question on which sources differ, with its first answers side by side."""

    question: Words
    summary: str
    """How many answers, and that sources differ."""
    answers: tuple[AnswerBrief, ...]
    target: Target
    more: str = ""
    """Says how many answers are not shown here; empty when all are."""


@dataclass(frozen=True, slots=True)
class ChipRow:
    """A label with links in one line: people, places, related events."""

    label: str
    runs: tuple[Run, ...]


class NoticeKind(StrEnum):
    """What a notice is about."""

    TRANSLATION = "translation"
    FALLBACK = "fallback"
    UNCHECKED = "unchecked"
    WITHHELD = "withheld"
    EMPTY = "empty"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader should know about this page."""

    kind: NoticeKind
    text: Words


@dataclass(frozen=True, slots=True)
class Action:
    """A button; what it does is a target."""

    label: str
    target: Target


@dataclass(frozen=True, slots=True)
class Actions:
    """Buttons in one line."""

    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class WarningGate:
    """Stands in front of a sensitive text and names what it holds; nothing shows before the reader agrees."""

    title: str
    text: str
    kinds: tuple[Badge, ...]
    read_on: Action
    skip: Action
    always: tuple[Action, ...] = ()
    """Shows all texts of a kind from now on, one for each kind."""


@dataclass(frozen=True, slots=True)
class SourceHead:
    """Who speaks in a source, what it can and cannot show, and where it was seen."""

    title: Words
    byline: tuple[Run, ...]
    """Author, kind, position."""
    lines: tuple[tuple[Run, ...], ...]
    """Who speaks; what it shows; cited at … and whether that was checked."""
    reference: str
    """The bibliographic line."""


@dataclass(frozen=True, slots=True)
class PassageBlock:
    """A numbered passage of a source's digest; the cited one is marked and scrolled to."""

    label: str
    text: Words
    marked: bool = False
    withheld: bool = False
    """True when the text stands behind a content warning."""
    verdict: Badge | None = None
    remark: Words | None = None
    links: tuple[LinkRun, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event in a list."""

    title: Words
    date: str
    colour: str
    """Colour token of its track."""
    shape: str
    target: Target
    contested: bool = False
    sensitive: bool = False
    unchecked: bool = False
    detail: str = ""
    """Such as the role, or how the event stands to the selected one."""
    selected: bool = False


@dataclass(frozen=True, slots=True)
class EventList:
    """Events under a label."""

    label: str
    rows: tuple[EventRow, ...]
    more: str = ""
    """Says how many are not listed; empty when all are."""


@dataclass(frozen=True, slots=True)
class CitedBy(EventList):
    """The events that cite a source or passage, with their marks."""


@dataclass(frozen=True, slots=True)
class StripMark:
    """One event on a strip of time, by first and last day number."""

    extent: Extent
    label: str
    """Headline and date."""
    colour: str
    target: Target


@dataclass(frozen=True, slots=True)
class EventStrip:
    """Events as a small timeline; the list below it says the same in words."""

    marks: tuple[StripMark, ...]
    axis: Axis
    """In day numbers."""
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class KeyValue:
    """Facts in two columns: a label and a line each."""

    rows: tuple[tuple[str, tuple[Run, ...]], ...]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a small table; it may lead somewhere."""

    text: str
    target: Target | None = None
    tone_warning: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A small table with a header row."""

    header: tuple[str, ...]
    rows: tuple[tuple[TableCell, ...], ...]


Block = (
    Eyebrow
    | Heading
    | DateLine
    | Paragraph
    | CitationList
    | QuestionBox
    | ChipRow
    | Notice
    | Actions
    | WarningGate
    | SourceHead
    | PassageBlock
    | EventList
    | CitedBy
    | EventStrip
    | KeyValue
    | Table
    | Accounts
)


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page; `language` decides which way the pane runs."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    panel: bool = False
    """True for a source: it stands on the panel ground."""
