"""Drive pyqtgraph through the same events and windows: bars in lanes, no labels, no packing.

Usage: python -m tests.benchmarks.peer_pyqtgraph EVENTS.jsonl GESTURES.json
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")

import json
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pyqtgraph
from numpy.typing import NDArray

from tests.benchmarks.beside import beside
from tests.benchmarks.figures import peak_mb, since_start_ms, tell, timed_ms

LANES = 24
POINT_MS = 3_600_000
"""Shown length of an event without an end."""


def load(path: Path) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the starts and ends of all events in milliseconds."""
    with path.open(encoding="utf-8") as file:
        rows = [(line["start"], line["end"]) for line in map(json.loads, file)]
    starts = np.array([start for start, _ in rows], "datetime64[ms]").astype(np.float64)
    ends = np.array([end or start for start, end in rows], "datetime64[ms]").astype(np.float64)
    return starts, np.maximum(ends, starts + POINT_MS)


def plot(starts: NDArray[np.float64], ends: NDArray[np.float64]) -> Any:
    """Return a plot with one line per event, which pyqtgraph draws faster than bars."""
    lanes = np.arange(len(starts)) % LANES
    times = np.column_stack([starts, ends]).ravel()
    heights = np.repeat(lanes, 2).astype(np.float64)
    widget = pyqtgraph.PlotWidget(axisItems={"bottom": pyqtgraph.DateAxisItem()})
    widget.resize(1920, 1080)
    curve = pyqtgraph.PlotCurveItem(
        times / 1000, heights, connect="pairs", pen=pyqtgraph.mkPen("#2c5a94", width=1), skipFiniteCheck=True
    )
    widget.addItem(curve)
    widget.setYRange(-1, LANES, padding=0)
    return widget


def show(widget: Any, window: Sequence[int]) -> None:
    """Show a window and paint it."""
    widget.setXRange(window[0] / 1000, window[1] / 1000, padding=0)
    widget.grab()


def frames(widget: Any, gestures: dict[str, list[list[int]]]) -> Iterator[tuple[str, list[float]]]:
    """Give the frame times of each gesture."""
    for name, windows in gestures.items():
        yield name, [timed_ms(show, widget, window) for window in windows]


def main(events: Path, plan: Path) -> None:
    """Open, drive, and tell."""
    gestures = json.loads(plan.read_text(encoding="utf-8"))
    full = gestures.pop("full")
    application = pyqtgraph.mkQApp()
    starts, ends = load(events)
    widget = plot(starts, ends)
    show(widget, full)
    open_ms = since_start_ms()
    result = {"events": len(starts), "open_ms": open_ms, **dict(frames(widget, gestures))}
    tell({**result, "rss_mb": peak_mb(), "beside": beside(partial(show, widget), gestures)})
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
