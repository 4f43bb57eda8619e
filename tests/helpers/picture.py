"""Small sets of events and whole frames of them, for tests of the layout."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from viewer.base.instant import DAY
from viewer.layout.compose import LayoutInput, Looks, compose
from viewer.layout.frame import Frame
from viewer.layout.plan import Plan, make_plan
from viewer.layout.text import Fitter
from viewer.layout.ticks.texts import TickText
from viewer.layout.tracks import TrackSpec
from viewer.model.columns import EventColumns, Flag, Parts
from viewer.model.dates.calendars import Calendar

NAMES = {
    Calendar.GREGORIAN: "January February March April May June "
    "July August September October November December",
    Calendar.SOLAR_HIJRI: "Farvardin Ordibehesht Khordad Tir Mordad Shahrivar "
    "Mehr Aban Azar Dey Bahman Esfand",
    Calendar.ISLAMIC: "Muharram Safar Rabi1 Rabi2 Jumada1 Jumada2 Rajab Shaban Ramadan Shawwal Qada Hijja",
}
TEXT = TickText({calendar: tuple(names.split()) for calendar, names in NAMES.items()}, str)


@dataclass(frozen=True)
class Made:
    """An event in days from 1970-01-01; the end is a day after the start unless given."""

    start: float
    end: float | None = None
    certain: tuple[float, float] | None = None
    track: int = 0
    importance: int = 3
    flags: int = 0
    parts: tuple[tuple[float, float], ...] = ()

    @property
    def bounds(self) -> tuple[int, int, int, int]:
        """Start_min, start_max, end_min, end_max in milliseconds."""
        end = self.start + 1 if self.end is None else self.end
        sure = self.certain or (end, self.start)
        return days(self.start), days(sure[0]), days(sure[1]), days(end)


def days(number: float) -> int:
    """Milliseconds of a number of days."""
    return round(number * DAY)


def columns_of(events: Sequence[Made], tray: int = 0) -> EventColumns:
    """Columns of events, which must come sorted by start and end, and of a number without a date."""
    bounds = np.array([e.bounds for e in events] + [(0, 0, 0, 0)] * tray, np.int64).reshape(-1, 4)
    parts = [(i, days(a), days(b)) for i, e in enumerate(events) for a, b in e.parts]
    table = np.array(parts, np.int64).reshape(-1, 3)
    rest = [Made(0)] * tray
    every = [*events, *rest]
    return EventColumns(
        placed=len(events),
        start_min=bounds[:, 0].copy(),
        start_max=bounds[:, 1].copy(),
        end_min=bounds[:, 2].copy(),
        end_max=bounds[:, 3].copy(),
        category=np.array([e.track for e in every], np.int16),
        importance=np.array([e.importance for e in every], np.int8),
        flags=np.array([int(e.flags) for e in every], np.uint16),
        parts=Parts(table[:, 0].astype(np.int32), table[:, 1].copy(), table[:, 2].copy()),
    )


def specs_of(columns: EventColumns, **changes: Any) -> list[TrackSpec]:
    """One track for each number in `Made.track`; `t1={"collapsed": True}` changes the track t1."""
    placed = columns.category[: columns.placed]
    found = np.unique(placed).tolist() or [0]
    specs = [
        TrackSpec(f"t{n}", f"Track {n}", "order", "square", np.flatnonzero(placed == n).astype(np.int32))
        for n in found
    ]
    return [replace(spec, **changes.get(spec.id, {})) for spec in specs]


def plan_of(events: Sequence[Made], tray: int = 0, *, one_lane: bool = False) -> Plan:
    """Plan of sorted events; in one lane for each track, as when it is collapsed, or in several."""
    columns = columns_of(events, tray)
    specs = [replace(spec, collapsed=one_lane) for spec in specs_of(columns)]
    return make_plan(columns, specs)


def looks(**changes: Any) -> Looks:
    """Looks in which every character is seven pixels wide."""
    return replace(Looks(Fitter(lambda text, strong: (8.0 if strong else 7.0) * len(text)), TEXT), **changes)


def frame_of(plan: Plan, start: float, end: float, **changes: Any) -> Frame:
    """Frame of a plan between two days, 1280 × 720, with titles like `Event 7`."""
    look = changes.pop("looks", None) or looks()
    given = LayoutInput(plan, "Event {}".format, look, 1280.0, 720.0, days(start), days(end))
    return compose(replace(given, **changes))


def crowd(number: int, seed: int = 7) -> list[Made]:
    """Events of all lengths, four in ten of them within three months, in three tracks."""
    random = np.random.default_rng(seed)
    near = int(number * 0.4)
    starts = np.concatenate([random.integers(0, 14_000, number - near), random.uniform(6_700, 6_790, near)])
    lengths = np.where(random.random(number) < 0.2, random.exponential(20, number) + 1, 1.0)
    told = [Flag.CONTESTED, Flag.SENSITIVE, Flag.UNCHECKED, Flag(0)]
    made = [
        Made(
            float(start),
            float(start + length),
            track=int(random.integers(3)),
            importance=int(random.integers(1, 6)),
            flags=told[int(random.integers(4))],
        )
        for start, length in zip(starts, lengths, strict=True)
    ]
    return sorted(made, key=lambda e: (e.bounds[0], e.bounds[3]))
