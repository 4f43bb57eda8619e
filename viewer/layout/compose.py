"""Compose the whole picture from a plan, a visible range and a size; the same input gives the same frame."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from viewer.layout.clusters import Runs
from viewer.layout.found import Memory
from viewer.layout.frame import Extra, Frame, Marks, Rect, RulerRow, Totals, Tray
from viewer.layout.labels import LabelInput, place_labels
from viewer.layout.marks import make_marks, make_parts, mark_extra, mark_hits, running_earlier
from viewer.layout.metrics import Metrics
from viewer.layout.overview import make_overview
from viewer.layout.periods import MOST_LINES, PeriodSpan, period_lines, place_periods
from viewer.layout.plan import Plan
from viewer.layout.quick import true_at
from viewer.layout.relations import relation_lines
from viewer.layout.rows import Areas, Stack, divide, stack, time_area, track_rows
from viewer.layout.text import Fitter
from viewer.layout.ticks.ruler import RulerInput, make_ruler
from viewer.layout.ticks.texts import TickText
from viewer.layout.time_scale import Pixels, TimeScale
from viewer.model.columns import Int64
from viewer.model.dates.calendars import Calendar


@dataclass(frozen=True, slots=True, eq=False)
class Looks:
    """Everything about fonts, sizes and language; changes seldom."""

    fitter: Fitter
    tick_text: TickText
    metrics: Metrics = field(default_factory=Metrics)
    calendars: tuple[Calendar, ...] = (Calendar.GREGORIAN, Calendar.SOLAR_HIJRI)
    right_to_left: bool = False
    """The header column stands at the right."""
    mirrored: bool = False
    """Later lies to the left."""


@dataclass(frozen=True, slots=True, eq=False)
class LayoutInput:
    """All that a frame depends on."""

    plan: Plan
    title: Callable[[int], str]
    """Headline of an event by its index; asked for a few hundred events a frame, so let it remember."""
    looks: Looks
    width: float
    height: float
    start: int
    """Visible range [start, end) in milliseconds."""
    end: int
    scroll: float = 0.0
    """How far the tracks are scrolled down, in pixels."""
    selected: int | None = None
    """Event indexes of the selected and the focused event."""
    focused: int | None = None
    related: tuple[int, ...] = ()
    """Events related to the selected one."""
    hits_before: NDArray[np.int32] | None = None
    """`plan.count_before(hits)` while there is a search."""
    periods: tuple[PeriodSpan, ...] = ()
    memory: Memory = field(default_factory=Memory)
    """What the frames before found; it saves time and changes nothing else."""


def compose(given: LayoutInput) -> Frame:
    """Compose the frame."""
    plan, looks = given.plan, given.looks
    areas = _areas(given)
    metrics = looks.metrics.drawn_together(len(plan.tracks), len(plan.lane_track), areas.plot.height)
    scale = visible_scale(looks, given.width, given.start, given.end)
    placed = stack(plan, areas.plot, metrics, given.scroll)
    lane_y = _lane_tops(plan, placed, metrics)
    seen = placed.in_sight(areas.plot)
    lanes = _lanes_of(plan, seen)
    found = given.memory.find(plan, scale, metrics, lanes)
    row_of = np.zeros(max(len(plan.tracks), 1), np.int16)
    row_of[seen] = np.arange(len(seen))
    marks = make_marks(plan, found.runs, found.traits, scale, lane_y, row_of, metrics)
    _mark_chosen(given, marks)
    labels = LabelInput(given.title, looks.fitter, plan.columns, given.selected)
    rulers = RulerInput(scale, looks.metrics, looks.tick_text, looks.fitter)
    calendar = looks.calendars[0] if looks.calendars else Calendar.GREGORIAN
    earlier = _earlier(plan, seen, lanes, found.runs, given.start)
    strip = areas.overview
    return Frame(
        width=given.width,
        height=given.height,
        scale=scale,
        right_to_left=looks.right_to_left,
        ruler=areas.ruler,
        header=areas.header,
        plot=areas.plot,
        rows=track_rows(plan, placed, seen, earlier, metrics, areas.header.width, looks.fitter),
        marks=marks,
        parts=make_parts(plan, marks, scale),
        labels=place_labels(marks, found, scale, metrics, labels),
        rulers=_rulers(rulers, looks.calendars),
        periods=place_periods(given.periods, scale, metrics, areas.periods.y, looks.fitter),
        relations=relation_lines(plan, marks, scale, lane_y, metrics, given.selected, given.related),
        overview=make_overview(plan, strip, scale, rulers, calendar),
        tray=_tray(plan, areas.tray, metrics, mirrored=looks.right_to_left),
        totals=_totals(plan, given.start, given.end),
        lane=metrics.lane,
        pinned_bottom=placed.pinned_bottom,
        content_height=placed.content_height,
        scroll=placed.scroll,
    )


def visible_scale(looks: Looks, width: float, start: int, end: int) -> TimeScale:
    """Return the scale of a window of that width."""
    x0, x1 = time_area(width, looks.metrics, right_to_left=looks.right_to_left)
    return TimeScale(start, end, x0, x1, looks.mirrored)


def _areas(given: LayoutInput) -> Areas:
    looks = given.looks
    lines = min(max(period_lines(given.periods), default=-1) + 1, MOST_LINES)
    return divide(
        given.width,
        given.height,
        looks.metrics,
        right_to_left=looks.right_to_left,
        rulers=len(looks.calendars),
        periods=lines,
        tray=len(given.plan.tray) > 0,
    )


def _lanes_of(plan: Plan, seen: Int64) -> Int64:
    """Return the lanes of the tracks in sight."""
    among = np.zeros(len(plan.tracks), bool)
    among[seen] = True
    return true_at(among[plan.lane_track])


def _lane_tops(plan: Plan, placed: Stack, metrics: Metrics) -> Pixels:
    """Return the upper edge of every lane."""
    first = np.array([t.first_lane for t in plan.tracks], np.int64)
    lane = np.arange(len(plan.lane_track)) - first[plan.lane_track] if len(first) else np.empty(0)
    tops = placed.tops[plan.lane_track] if len(first) else np.empty(0)
    return np.asarray(tops + metrics.track_pad + lane * metrics.lane, np.float64)


def _mark_chosen(given: LayoutInput, marks: Marks) -> None:
    mark_extra(given.plan, marks, given.selected, Extra.SELECTED)
    mark_extra(given.plan, marks, given.focused, Extra.FOCUSED)
    mark_hits(marks, given.hits_before)


def _earlier(plan: Plan, seen: Int64, lanes: Int64, runs: Runs, start: int) -> list[int]:
    """Add up for each track in sight the events that still run but are not painted."""
    totals = dict.fromkeys(seen.tolist(), 0)
    counts = running_earlier(plan, lanes, runs, start)
    for track, count in zip(plan.lane_track[lanes].tolist(), counts, strict=True):
        totals[track] += count
    return list(totals.values())


def _rulers(source: RulerInput, calendars: tuple[Calendar, ...]) -> tuple[RulerRow, ...]:
    return tuple(make_ruler(source, c, i * source.metrics.ruler) for i, c in enumerate(calendars))


def _tray(plan: Plan, rect: Rect, metrics: Metrics, *, mirrored: bool) -> Tray:
    """Give the first events of the tray a box each, as many as there is room for beside the count."""
    box = metrics.glyph * 1.25
    step = box + metrics.label_gap
    shown = min(len(plan.tray), max(int(rect.width // step), 0))
    offsets = np.arange(shown, dtype=np.float64) * step
    return Tray(rect, plan.tray, rect.right - offsets - box if mirrored else rect.x + offsets, box)


def _totals(plan: Plan, start: int, end: int) -> Totals:
    return Totals(
        shown=len(plan.placed) + len(plan.tray),
        placed=len(plan.placed),
        in_view=plan.in_view(start, end),
        tray=len(plan.tray),
    )
