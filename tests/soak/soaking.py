"""Let the crowd in for long, reset after each visit, and measure what stays behind."""

import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType

import numpy as np
from PySide6.QtWidgets import QApplication

from tests.helpers.exhibition import Rehearsal, settle
from tests.soak.crowd import Crowd
from viewer.app.kiosk.exhibition import Part
from viewer.app.kiosk.fingerprint import state_hash, ui_hash

WARM_UP = 0.2
"""Share of the interactions before the first measure counts."""
SHARE = 0.2
"""Share of the frames at begin and end that are compared."""
PAGE = 4096


@dataclass
class Figures:
    """What a soak gave."""

    interactions: int = 0
    visits: int = 0
    exceptions: list[str] = field(default_factory=list)
    leftovers: int = 0
    """Visits after which the state or the widgets were not as at the first start."""
    warm_megabytes: float = 0.0
    end_megabytes: float = 0.0
    warm_p95_ms: float = 0.0
    end_p95_ms: float = 0.0
    seconds: float = 0.0

    @property
    def growth_percent(self) -> float:
        """Growth of memory since the warm-up."""
        return 100 * (self.end_megabytes / self.warm_megabytes - 1) if self.warm_megabytes else 0.0

    @property
    def frame_percent(self) -> float:
        """Change of the slowest frames since the warm-up."""
        return 100 * (self.end_p95_ms / self.warm_p95_ms - 1) if self.warm_p95_ms else 0.0

    def plain(self) -> dict[str, object]:
        """Return all figures for JSON."""
        return asdict(self) | {"growth_percent": self.growth_percent, "frame_percent": self.frame_percent}


def soak(held: Rehearsal, interactions: int, tell: Callable[[str], None] = lambda _: None) -> Figures:
    """Return the figures of so many interactions."""
    figures, crowd = Figures(), Crowd(held)
    memory: list[float] = []
    frames: list[float] = []
    began = time.perf_counter()
    before = sys.excepthook
    sys.excepthook = lambda kind, error, where: _note(figures, kind, error, where)
    try:
        first = _hashes(held)
        _rest(held)
        while figures.interactions < interactions:
            _visit(crowd, figures, frames, interactions)
            _rest(held)
            figures.leftovers += _hashes(held) != first
            _rest(held)
            figures.visits += 1
            memory.append(resident_megabytes())
            if figures.visits % 50 == 0:
                tell(
                    f"{figures.interactions} interactions, {memory[-1]:.1f} MB, {figures.leftovers} left over"
                )
    finally:
        sys.excepthook = before
    figures.seconds = time.perf_counter() - began
    _sum_up(figures, memory, frames)
    return figures


def _visit(crowd: Crowd, figures: Figures, frames: list[float], most: int) -> None:
    while figures.interactions < most:
        try:
            crowd.act()
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is what is looked for
            _note(figures, type(error), error, error.__traceback__)
        figures.interactions += 1
        if figures.interactions % 20 == 0:
            frames.append(_frame_ms(crowd.held))
        if not crowd.stays():
            return


def _note(
    figures: Figures, kind: type[BaseException], error: BaseException, where: TracebackType | None
) -> None:
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    place = f"{Path(where.tb_frame.f_code.co_filename).name}:{where.tb_lineno}" if where else ""
    figures.exceptions.append(f"{place} {kind.__name__}: {error}")


def _rest(held: Rehearsal) -> None:
    """Let so much time pass that the visit is over, with the two steps."""
    for _ in range(4):
        if held.show.part is Part.ATTRACT:
            break
        held.pass_time(400, step=100)
    settle()


def _hashes(held: Rehearsal) -> tuple[str, str]:
    held.touch()
    settle()
    return state_hash(held.show.visit.context.session), ui_hash(held.show.visit.frame)


def _frame_ms(held: Rehearsal) -> float:
    """Return the milliseconds of one painting of the attract loop's timeline, always in the same state."""
    view = held.show.attract.timeline
    QApplication.sendPostedEvents()
    began = time.perf_counter()
    view.grab()
    return (time.perf_counter() - began) * 1000


def resident_megabytes() -> float:
    """Return the memory that the process holds, in MB; 0 where the system does not say."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * PAGE / 1e6 if statm.is_file() else 0.0


def _sum_up(figures: Figures, memory: list[float], frames: list[float]) -> None:
    warm = int(len(memory) * WARM_UP)
    window = max(int(len(memory) * 0.05), 1)
    figures.warm_megabytes = float(np.median(memory[warm : warm + window]))
    figures.end_megabytes = float(np.median(memory[-window:]))
    part = max(int(len(frames) * SHARE), 1)
    first = int(len(frames) * WARM_UP)
    figures.warm_p95_ms = float(np.percentile(frames[first : first + part], 95)) if frames else 0.0
    figures.end_p95_ms = float(np.percentile(frames[-part:], 95)) if frames else 0.0
