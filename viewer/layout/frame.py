"""The whole picture as a plain value: what is painted where, in logical pixels, and nothing about how.

Every `x` grows to the right whatever the direction of time; `scale` knows the direction. From top to bottom:

    ruler rows · period strip · tracks (scrolled, clipped to `plot`) · tray · overview

The column `header` holds the names of the tracks; it stands at the left, or at the right when the language is
written from right to left. Arrays are parallel and read-only.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.layout.time_scale import Pixels, TimeScale
from viewer.model.dates.calendars import Calendar

Indexes = NDArray[np.int32]


class Rect(NamedTuple):
    """A rectangle; `x` and `y` are its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """X of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Y of the lower edge."""
        return self.y + self.height

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in the rectangle."""
        return self.x <= x < self.right and self.y <= y < self.bottom


class MarkKind(IntEnum):
    """What a mark stands for."""

    POINT = 0
    """One event whose possible span is narrower than a glyph: the glyph of the track's shape."""
    BAR = 1
    """One event wide enough to be drawn true to scale."""
    CLUSTER = 2
    """Events too near to be parted at this zoom: a pill with their number over their span. Where bars on
    both sides leave less room than the number needs, the pill is narrower and shows a sign instead."""


class Extra(IntEnum):
    """Bits of `Marks.extra`."""

    SELECTED = 1
    FOCUSED = 2
    HIT = 4
    """The event, or a member, matches the search."""
    CUT = 8
    """Goes on past the painted end, under the next mark of a crowded lane."""


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """All marks, in the order of rows, lanes and time.

    The painted shape of a POINT or CLUSTER is the smallest glyph that contains its span (`g0 … g1` ⊇
    `x0 … x1`), with the span in its middle where there is room. That of a BAR is its span. Spans are clipped
    a little outside the plot, so an open end always reaches its edge.
    """

    kind: NDArray[np.int8]
    """A `MarkKind`."""
    row: NDArray[np.int16]
    """Position in `Frame.rows`."""
    lane: NDArray[np.int16]
    x0: Pixels
    """Left edge of the possible span; of a cluster, of the span of its members."""
    x1: Pixels
    c0: Pixels
    """Left edge of the certain span, nan when nothing is certain, and for points and clusters."""
    c1: Pixels
    g0: Pixels
    """Left edge of the painted shape: what is hit, outlined and kept free of text."""
    g1: Pixels
    y: Pixels
    """Upper edge of the painted shape."""
    h: Pixels
    event: Indexes
    """Event index of a POINT or BAR, -1 otherwise."""
    count: Indexes
    """Number of events, 1 for a POINT or BAR."""
    contested: Indexes
    """How many of them touch a question on which sources differ."""
    sensitive: Indexes
    """How many of them carry a content warning."""
    unchecked: Indexes
    """How many of them nobody has fully checked."""
    flags: NDArray[np.uint16]
    """Bits of `viewer.model.columns.Flag`, of the event, or of any member (evidence bits only)."""
    extra: NDArray[np.uint8]
    """Bits of `Extra`."""
    first: Indexes
    """First position in the plan; `Plan.members(first, last)` gives the event indexes."""
    last: Indexes
    """Position after the last."""

    def __len__(self) -> int:
        return len(self.kind)


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """The separate possibilities of marks that are "one of a set"; between them lies only a thread."""

    mark: Indexes
    """Position in `Frame.marks`."""
    x0: Pixels
    x1: Pixels


@dataclass(frozen=True, slots=True)
class TrackRow:
    """One track: its label in the header column and its lanes."""

    track: str
    label: str
    """Elided to the header column."""
    full_label: str
    colour: str
    """Token of the theme."""
    shape: str
    """Token of the theme, such as `square`."""
    y: float
    height: float
    lanes: int
    total: int
    """Number of events in the track."""
    earlier: int
    """Events that began before the window and still run, but are not painted as their lane is crowded."""
    collapsed: bool = False
    pinned: bool = False


class LabelSide(IntEnum):
    """Where the text of a mark stands, in the direction of time."""

    AFTER = 0
    BEFORE = 1
    INSIDE = 2


class Label(NamedTuple):
    """The headline of an event; `x … x + width` holds the text, never over a mark or another label.

    An inside label stands on its own bar.
    """

    text: str
    """As painted: elided with `…` when it does not fit."""
    event: int
    mark: int
    """Position in `Frame.marks` of the event's mark, or of the cluster that holds the selected event."""
    x: float
    y: float
    """Middle of the line."""
    width: float
    side: LabelSide
    elided: bool
    badge_x: float
    """Left edge of the `≠` badge, nan when nothing is contested."""
    whole: str = ""
    """The headline, where `text` is the beginning of it and looks just as it does there; else empty."""


class TickLabel(NamedTuple):
    """A text on the ruler; `x` is its left edge."""

    text: str
    x: float
    width: float
    strong: bool = False
    """Carries the year (or the day, where hours are shown): drawn in bold."""


@dataclass(frozen=True, slots=True, eq=False)
class RulerRow:
    """One calendar's ruler."""

    calendar: Calendar
    y: float
    height: float
    major: Pixels
    """X of the ticks that stand on a labelled boundary."""
    minor: Pixels
    labels: tuple[TickLabel, ...]
    """The first one always carries the year."""
    approximate: bool
    """Conversions to this calendar may be off by a day or two here."""


@dataclass(frozen=True, slots=True)
class PeriodBand:
    """A background stretch of time behind the tracks, its name in the strip above them."""

    period: str
    text: str
    """Elided to the visible part; empty when it does not fit."""
    x0: float
    x1: float
    c0: float
    """Certain span, nan when nothing is certain."""
    c1: float
    y: float
    """Upper edge of its line in the strip."""
    height: float
    label_x: float
    label_width: float


@dataclass(frozen=True, slots=True, eq=False)
class Overview:
    """The whole span with the density of starts and the visible window on it."""

    rect: Rect
    scale: TimeScale
    x: Pixels
    """Left edges of bins that hold anything."""
    bin_width: float
    level: Pixels
    """Height of each bin, 0 … 1; the tallest is 1, one event is never invisible."""
    count: Indexes
    window_x0: float
    window_x1: float
    labels: tuple[TickLabel, ...]
    """Years; `x` is the left edge of the text."""
    label_ticks: Pixels
    """X of the ticks of `labels`."""


@dataclass(frozen=True, slots=True, eq=False)
class Tray:
    """Events without a usable date: counted, listed, never on the axis."""

    rect: Rect
    events: Indexes
    boxes: Pixels
    """Left edges of the boxes that have room, one event each in order."""
    box: float
    """Side of a box."""

    @property
    def count(self) -> int:
        """Number of events in the tray."""
        return len(self.events)


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A line from the selected event to a related one; it stops at the edge when that is out of sight."""

    event: int
    """The related event."""
    x0: float
    y0: float
    x1: float
    y1: float
    beyond: int
    """-1 or 1 when the related event lies beyond the left or right edge, else 0."""


@dataclass(frozen=True, slots=True)
class Totals:
    """How many events there are, exactly."""

    shown: int
    """Events that pass the filter: placed + tray."""
    placed: int
    in_view: int
    """Placed events whose possible span touches the visible range."""
    tray: int


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """The whole picture."""

    width: float
    height: float
    scale: TimeScale
    right_to_left: bool
    """The header column stands at the right."""
    ruler: Rect
    """The time area of all ruler rows."""
    header: Rect
    """The column of track names, as tall as `plot`."""
    plot: Rect
    """Where marks are painted; clip to it."""
    rows: tuple[TrackRow, ...]
    """Rows at least partly in sight."""
    marks: Marks
    parts: Parts
    labels: tuple[Label, ...]
    rulers: tuple[RulerRow, ...]
    periods: tuple[PeriodBand, ...]
    relations: tuple[RelationLine, ...]
    overview: Overview
    tray: Tray
    totals: Totals
    lane: float
    """Height of a lane, as applied."""
    pinned_bottom: float
    """Rows that are not pinned are clipped to below this y."""
    content_height: float
    """Height of all tracks; taller than `plot` when there is something to scroll to."""
    scroll: float
    """How far the tracks are scrolled, in pixels, as applied."""
