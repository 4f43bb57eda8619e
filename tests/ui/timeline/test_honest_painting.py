"""What is painted keeps to the bounds of the dates: solid only where certain, and all of what is possible.

Every event stands in a track of its own, so that nothing covers anything, and every batch is looked at in
five windows from two days to three thousand years.
"""

import math
from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from tests.helpers.edtf_strings import some_dates
from tests.helpers.stage import edition_of
from viewer.base.instant import DAY
from viewer.layout.compose import LayoutInput, Looks, compose
from viewer.layout.frame import Frame, MarkKind
from viewer.layout.plan import make_plan
from viewer.layout.tracks import TrackSpec
from viewer.loading.catalogue import load_catalogue
from viewer.model.columns import Flag
from viewer.model.event import Event, When
from viewer.model.ids import CategoryId, EventId
from viewer.model.memory_edition import MemoryEdition
from viewer.model.text import Text
from viewer.state.view_state import Appearance, Theme
from viewer.ui.timeline.looks import make_looks
from viewer.ui.timeline.paint.canvas import Look, Tools, make_canvas
from viewer.ui.timeline.paint.days import small_days
from viewer.ui.timeline.paint.inks import inks_of
from viewer.ui.timeline.painter import paint_frame

pytestmark = pytest.mark.usefixtures("qapp")

STRINGS = 10_000
BATCH = 125
LENGTHS = (2 * DAY, 60 * DAY, 730 * DAY, 14_600 * DAY, 1_100_000 * DAY)
WIDTH = 900.0
COLOUR = "execution"
OPEN = Flag.OPEN_START | Flag.OPEN_END | Flag.UNKNOWN_START | Flag.UNKNOWN_END


@cache
def edition(number: int = STRINGS, seed: int = 3) -> MemoryEdition:
    events = (
        Event(EventId(f"e{place:05}"), Text(), When(date), CategoryId("order"))
        for place, date in enumerate(some_dates(number, seed))
    )
    return edition_of(events)


@cache
def tools() -> Tools:
    return Tools()


def looks(*, mirrored: bool) -> Looks:
    made = make_looks(
        Appearance(), load_catalogue("en"), inks_of(Theme.LIGHT, 1.0), tools().texts, touch=False
    )
    return Looks(made.fitter, made.tick_text, made.metrics, made.calendars, mirrored, mirrored)


def frames(events: NDArray[np.int32], *, mirrored: bool = False) -> Iterator[Frame]:
    """The five frames of a batch of events, each about a bound of one of them."""
    columns = edition().columns
    specs = [
        TrackSpec(f"t{event}", "", COLOUR, "square", np.array([event], np.int32)) for event in events.tolist()
    ]
    plan = make_plan(columns, specs, events, budget=len(specs))
    dice = np.random.default_rng(int(events[0]))
    height = 120.0 + len(specs) * 32.0
    for length in LENGTHS:
        about = int(dice.choice(events))
        known = [t for t in (columns.start_min[about], columns.end_max[about]) if abs(int(t)) < 2**60]
        start = int(dice.choice(known)) - length // 2
        looked = looks(mirrored=mirrored)
        yield compose(LayoutInput(plan, lambda _: "", looked, WIDTH, height, start, start + length))


def batches(number: int) -> Iterator[NDArray[np.int32]]:
    """So many batches of events that lie near each other, from all over time."""
    for first in np.linspace(0, STRINGS - BATCH, number).astype(int).tolist():
        yield np.arange(first, first + BATCH, dtype=np.int32)


def clipped(frame: Frame, low: int, high: int) -> tuple[float, float]:
    """Left and right edge of a stretch of time, cut at the edges of the plot."""
    low, high = max(low, frame.scale.start - DAY * 10**9), min(high, frame.scale.end + DAY * 10**9)
    left, right = sorted((frame.scale.to_x(low), frame.scale.to_x(high)))
    return max(left, frame.plot.x), min(right, frame.plot.right)


def test_frames_of_ten_thousand_dates_keep_to_their_bounds() -> None:
    columns = edition().columns
    seen = 0
    for events in batches(STRINGS // BATCH):
        for frame in frames(events):
            marks = frame.marks
            for mark, event in enumerate(marks.event.tolist()):
                seen += 1
                possible = clipped(frame, int(columns.start_min[event]), int(columns.end_max[event]))
                low, high = max(marks.x0[mark], frame.plot.x), min(marks.x1[mark], frame.plot.right)
                assert (low, high) == pytest.approx(possible, abs=1e-3)
                assert marks.g0[mark] <= marks.x0[mark] + 1e-6
                assert marks.x1[mark] <= marks.g1[mark] + 1e-6
                if marks.c0[mark] < marks.c1[mark]:
                    sure = clipped(frame, int(columns.start_max[event]), int(columns.end_min[event]))
                    assert max(marks.c0[mark], frame.plot.x) >= sure[0] - 1e-3
                    assert min(marks.c1[mark], frame.plot.right) <= sure[1] + 1e-3
    assert seen > STRINGS


@pytest.mark.parametrize("mirrored", [False, True])
def test_pixels_are_solid_only_where_certain_and_reach_as_far_as_possible(*, mirrored: bool) -> None:
    solid_seen = hatched_seen = 0
    for events in batches(4):
        for frame in frames(events, mirrored=mirrored):
            pixels, small = painted(frame)
            for mark in np.flatnonzero(frame.marks.kind == MarkKind.BAR).tolist():
                solid, touched = columns_of_mark(frame, pixels, mark)
                # The glyph on a small day is no claim to an hour: only its reach is looked at.
                solid &= not small[mark]
                solid_seen += int(solid.sum())
                hatched_seen += int(touched.sum())
                check_mark(frame, mark, solid, touched)
    assert solid_seen > 10_000
    assert hatched_seen > 100_000


def painted(frame: Frame) -> tuple[NDArray[np.uint32], NDArray[np.bool_]]:
    """The pixels of a frame as numbers 0xffRRGGBB, and which marks are painted as small days."""
    image = QImage(round(frame.width), round(frame.height), QImage.Format.Format_RGB32)
    look = Look(inks_of(Theme.LIGHT, 1.0), load_catalogue("en"), glyph=12.0)
    painter = QPainter(image)
    paint_frame(painter, frame, look, tools())
    small = small_days(make_canvas(painter, frame, look, tools()))
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return rows[:, : image.width()].copy(), small


def columns_of_mark(
    frame: Frame, pixels: NDArray[np.uint32], mark: int
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """For each column of pixels: is it solid over the whole height of the mark, is anything painted."""
    inks = inks_of(Theme.LIGHT, 1.0)
    top, height = round(float(frame.marks.y[mark])), round(float(frame.marks.h[mark]))
    strip = pixels[top + 1 : top + height - 1] | 0xFF000000
    solid = np.equal(strip, inks.track(COLOUR).rgb()).all(axis=0)
    empty = np.isin(strip, [colour.rgb() for colour in (inks.ground, inks.hair)]).all(axis=0)
    return solid, np.logical_not(empty)


def check_mark(frame: Frame, mark: int, solid: NDArray[np.bool_], touched: NDArray[np.bool_]) -> None:
    columns, event = edition().columns, int(frame.marks.event[mark])
    possible = clipped(frame, int(columns.start_min[event]), int(columns.end_max[event]))
    at = np.flatnonzero(touched)
    # An arrow at an open end, and the margin of the plot, take a few pixels of the very edge.
    slack = 3 if columns.flags[event] & OPEN else 0
    low, high = math.floor(possible[0] + 1e-6), math.ceil(possible[1] - 1e-6)
    assert low <= at[0] <= low + slack, edition().event(event).when
    assert high - slack <= at[-1] + 1 <= high, edition().event(event).when
    inside = np.flatnonzero(solid)
    if len(inside):
        sure = clipped(frame, int(columns.start_max[event]), int(columns.end_min[event]))
        assert inside[0] >= sure[0] - 1e-6
        assert inside[-1] + 1 <= sure[1] + 1e-6


def test_the_solid_part_is_all_of_what_is_certain() -> None:
    solid = 0.0
    for events in batches(2):
        for frame in frames(events):
            pixels, _ = painted(frame)
            for mark in np.flatnonzero(frame.marks.c1 - frame.marks.c0 > 3).tolist():
                found, _ = columns_of_mark(frame, pixels, mark)
                low = max(math.ceil(float(frame.marks.c0[mark])), round(frame.plot.x))
                high = min(math.floor(float(frame.marks.c1[mark])), math.floor(frame.plot.right))
                # The rounded corners of a solid part leave out a pixel at each side.
                assert found[low + 2 : high - 2].all()
                solid += high - low
    assert solid > 500


def test_hatching_is_drawn_in_the_colour_of_the_track() -> None:
    frame = next(f for f in frames(np.arange(BATCH, dtype=np.int32)) if len(f.marks))
    pixels, _ = painted(frame)
    inks = inks_of(Theme.LIGHT, 1.0)
    mark = int(np.argmax(frame.marks.x1 - frame.marks.x0))
    top = round(float(frame.marks.y[mark]))
    strip = pixels[top + 1 : top + 15, round(frame.plot.x) + 40 : round(frame.plot.right) - 40]
    shades = {QColor(int(value)).name() for value in np.unique(strip)}
    assert inks.tint(COLOUR).name() in shades
    assert len(shades) > 2
