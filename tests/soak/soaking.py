"""Let the crowd in for long, reset after each visit, and measure what stays behind."""

import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from types import TracebackType

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.helpers.exhibition import Rehearsal, settle
from tests.helpers.qt_messages import qt_complaints
from tests.soak.crowd import Crowd
from tests.soak.figures import Figures
from viewer.app.kiosk.exhibition import Part
from viewer.app.kiosk.fingerprint import state_hash, ui_hash
from viewer.state.session import whole_range
from viewer.ui.timeline.timeline_view import TimelineView

PAGE = 4096
SCENES = 10
"""Frames painted at the begin of each visit, at the same stretches of time in every visit."""
TOLD = 50
"""Visits between two lines that tell how far it has come."""
FAULTS = 1000
"""Different faults that are kept; a broken run must not fill the memory it measures."""


def soak(
    held: Rehearsal,
    interactions: int,
    tell: Callable[[str], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> Figures:
    """Return the figures of so many interactions, or of those until `stop` says so."""
    figures, crowd = Figures(asked=interactions), Crowd(held)
    began, own = time.perf_counter(), time.process_time()
    before = sys.excepthook
    sys.excepthook = lambda kind, error, where: _note(figures, kind, error, where)
    try:
        with qt_complaints() as figures.complaints:
            first = _enter(held)
            while figures.interactions < interactions and not stop():
                _frames(held, figures)
                _visit(crowd, figures)
                _rest(held)
                figures.visits += 1
                figures.memory.append(resident_megabytes())
                figures.leftovers += _enter(held) != first
                figures.seconds, figures.own_seconds = time.perf_counter() - began, time.process_time() - own
                if figures.visits % TOLD == 0:
                    tell(_so_far(figures))
            _rest(held)
    finally:
        sys.excepthook = before
    figures.kinds = dict(crowd.done)
    return figures


def _so_far(figures: Figures) -> str:
    done = figures.interactions
    left = figures.seconds * (figures.asked - done) / max(done, 1)
    return (
        f"{done:,} of {figures.asked:,} in {figures.visits:,} visits, {figures.memory[-1]:.1f} MB "
        f"({figures.growth_percent:+.2f} %), {len(figures.exceptions)} exceptions, "
        f"{len(figures.complaints)} warnings, {figures.leftovers} left over, "
        f"{1000 * figures.own_seconds / done:.1f} ms each, about {left / 60:.0f} minutes left"
    )


def _visit(crowd: Crowd, figures: Figures) -> None:
    while figures.interactions < figures.asked:
        try:
            crowd.act()
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is what is looked for
            _note(figures, type(error), error, error.__traceback__)
        figures.interactions += 1
        if not crowd.stays():
            return


def _note(
    figures: Figures, kind: type[BaseException], error: BaseException, where: TracebackType | None
) -> None:
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    place = f"{Path(where.tb_frame.f_code.co_filename).name}:{where.tb_lineno}" if where else ""
    told = f"{place} {kind.__name__}: {error}"
    figures.exceptions.append(told if len(figures.exceptions) < FAULTS else "and more")


def _rest(held: Rehearsal) -> None:
    """Let so much time pass that the visit is over, with the two steps."""
    for _ in range(4):
        if held.show.part is Part.ATTRACT:
            break
        held.pass_time(400, step=100)
    settle()


def _enter(held: Rehearsal) -> tuple[str, str]:
    """Wake the screen, and return the hashes of what the visitor finds."""
    held.touch()
    return state_hash(held.show.visit.context.session), ui_hash(held.show.visit.frame)


def _frames(held: Rehearsal, figures: Figures) -> None:
    """Pan and zoom the visitor's timeline the same way in every visit, and measure each frame."""
    timeline = held.show.visit.frame.window_inside.timeline
    whole = whole_range(held.show.house.edition)
    edges = [whole.start + (whole.end - whole.start) * step // (2 * SCENES) for step in range(SCENES + 1)]
    known = min(_drawn(_known_work)[1] for _ in range(3))
    for start, end in pairwise(edges):
        clock, own = _drawn(partial(_frame, timeline, start, end))
        for taken, value in zip(figures.frames, (clock, own, own / known), strict=True):
            taken.append(value)
    QApplication.processEvents()


def _frame(timeline: TimelineView, start: int, end: int) -> None:
    timeline.set_visible(start, end)
    timeline.repaint()


def _drawn(draw: Callable[[], None]) -> tuple[float, float]:
    """Return how long something took, in milliseconds by the clock and of this thread."""
    clock, own = time.perf_counter(), time.thread_time()
    draw()
    return (time.perf_counter() - clock) * 1000, (time.thread_time() - own) * 1000


def _known_work() -> None:
    """Draw what is always the same: what it takes tells how fast the machine is at this moment."""
    picture = QImage(800, 400, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for step in range(400):
        painter.drawLine(step, 0, 800 - step, 400)
        painter.drawText(step, step, "1988")
    painter.end()


def resident_megabytes() -> float:
    """Return the memory that the process holds, in MB; 0 where the system does not say."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * PAGE / 1e6 if statm.is_file() else 0.0
