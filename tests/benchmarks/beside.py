"""Measure every frame of the timeline beside a frame of the floor, in one process.

Usage: python -m tests.benchmarks.beside FOLDER GESTURES.json

FOLDER holds an edition. The last line printed is one JSON object: for each gesture, how many times as long as
the floor a frame takes. A shared machine changes its pace within seconds, but hardly from frame to frame.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks import floor
from tests.benchmarks.figures import percentile, tell, timed_ms

SIZE = (1920, 1080)
ROUNDS = 3


def ratios(show: Callable[[Sequence[int]], None], windows: list[list[int]]) -> list[float]:
    """Return for every window of a gesture how many times as long as the floor it takes to show."""
    image, labels = floor.canvas(), floor.labels()
    found = []
    for step, window in enumerate(windows * ROUNDS):
        own = timed_ms(show, window)
        found.append(own / timed_ms(floor.frame, image, labels, step))
    return found


def measure(folder: Path, gestures: dict[str, list[list[int]]], full: list[int]) -> dict[str, float]:
    """Go through the windows of each gesture, and return the median of the ratios."""
    from tests.benchmarks.contender import open_timeline

    view = open_timeline(folder, SIZE, full)

    def show(window: Sequence[int]) -> None:
        view.set_visible(*window)
        view.repaint()

    return {name: percentile(ratios(show, windows), 50) for name, windows in gestures.items()}


if __name__ == "__main__":
    plan = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    whole = plan.pop("full")
    tell(measure(Path(sys.argv[1]), plan, whole))
