"""What the accounts of a question are made of: every answer as its source gives it, none merged."""

from dataclasses import dataclass

from viewer.layout.number_line import Axis, Extent, Tick
from viewer.model.ids import AnswerId
from viewer.state.pages.runs import LinkRun, Run, Words
from viewer.state.pages.targets import Target


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer."""

    answer: AnswerId
    claimant: Words
    text: Words
    """The answer in words, as its source gives it."""
    details: tuple[Words, ...]
    """When it was said, what is counted, on what basis."""
    sources: tuple[Run, ...]
    """Links to the citations with their locators, and whether they were checked."""
    extents: tuple[Extent, ...]
    """Where it stands on the line; empty when it has no place there."""
    worded: bool
    """True when the bounds come from words such as "thousands"."""
    colour: str
    """Colour token of the kind of claimant."""
    target: Target
    said_in: LinkRun | None = None
    """The event in which the claimant said so."""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Answers under one label; the label is empty when they are not grouped."""

    label: str
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several ways to show the accounts."""

    label: str
    target: Target
    chosen: bool


@dataclass(frozen=True, slots=True)
class Accounts:
    """All answers to a question, as a table with a line."""

    groups: tuple[AnswerGroup, ...]
    axis: Axis | None
    """None when no answer has a place on a line."""
    ticks: tuple[Tick, ...]
    unit: str
    columns: tuple[str, str]
    """Headings of the first and last column."""
    said_in: str
    """Stands before the event in which a claimant said so."""
    choices: tuple[tuple[Choice, ...], ...]
    """Groups of choices: the order, the scale."""

    @property
    def rows(self) -> tuple[AnswerRow, ...]:
        """All answers in the order shown."""
        return tuple(row for group in self.groups for row in group.rows)
