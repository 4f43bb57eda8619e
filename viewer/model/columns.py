"""Hold the times of all events as read-only numpy columns, so that a million cost no objects."""

from dataclasses import dataclass, field
from enum import IntFlag

import numpy as np
from numpy.typing import NDArray

Int64 = NDArray[np.int64]


class Flag(IntFlag):
    """What a mark or cluster must tell about its events, one bit each."""

    OPEN_START = 1
    OPEN_END = 2
    UNKNOWN_START = 4
    UNKNOWN_END = 8
    APPROXIMATE = 16
    """`~` anywhere in the date."""
    UNCERTAIN = 32
    """`?` anywhere in the date."""
    SET = 64
    """One of several possibilities, listed in `parts`."""
    INTERVAL = 128
    """An interval, as against one date of some precision."""
    CONTESTED = 256
    """Touches a question on which sources differ."""
    SENSITIVE = 512
    """Carries a content warning."""
    UNCHECKED = 1024
    """No editor has compared it with the original, or only in part."""
    STATED = 2048
    """The source states the date in another calendar than the Gregorian."""


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """Which events belong to each entity, in compressed rows (CSR).

    Row r holds `events[offsets[r]:offsets[r + 1]]`, event indexes in rising order.
    """

    ids: tuple[str, ...]
    offsets: Int64
    events: NDArray[np.int32]
    _rows: dict[str, int] = field(default_factory=dict, init=False, repr=False)

    def of(self, entity: str) -> NDArray[np.int32]:
        """Return the event indexes of `entity`; none when it is unknown."""
        row = self.rows().get(entity)
        if row is None:
            return np.empty(0, np.int32)
        return self.events[self.offsets[row] : self.offsets[row + 1]]

    def rows(self) -> dict[str, int]:
        """Return the row of each id; made when first asked for, and kept."""
        if not self._rows:
            self._rows.update((name, row) for row, name in enumerate(self.ids))
        return self._rows


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """The separate possibilities of events that are "one of a set", sorted by event."""

    event: NDArray[np.int32]
    start: Int64
    end: Int64


@dataclass(frozen=True, slots=True, eq=False)
class EventColumns:
    """All events, one to an index.

    The first `placed` are on the axis, sorted by (start_min, end_max, id); those after them have no usable
    date and lie in the tray.

    Times are milliseconds since 1970-01-01 UTC, half-open: possible span [start_min, end_max),
    certain span [start_max, end_min) where that is not empty.
    """

    placed: int
    start_min: Int64
    start_max: Int64
    end_min: Int64
    end_max: Int64
    category: NDArray[np.int16]
    """Row of the category in `Library.categories` order."""
    importance: NDArray[np.int8]
    flags: NDArray[np.uint16]
    parts: Parts

    def __len__(self) -> int:
        return len(self.start_min)
