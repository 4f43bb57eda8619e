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
Plan = dict[str, list[list[int]]]


def beside(show: Callable[[Sequence[int]], None], gestures: Plan, rounds: int = 1) -> dict[str, float]:
    """Go through the windows of each gesture; return how many times as long as the floor they take, p50."""
    image, labels = floor.canvas(), floor.labels()
    medians = {}
    for name, windows in gestures.items():
        found = []
        for step, window in enumerate(windows * rounds):
            own = timed_ms(show, window)
            found.append(own / timed_ms(floor.frame, image, labels, step))
        medians[name] = percentile(found, 50)
    return medians


def measure(folder: Path, gestures: Plan, full: list[int]) -> dict[str, float]:
    """Measure the timeline of an edition."""
    from tests.benchmarks.contender import open_timeline

    view = open_timeline(folder, SIZE, full)

    def show(window: Sequence[int]) -> None:
        view.set_visible(*window)
        view.repaint()

    return beside(show, gestures, ROUNDS)


if __name__ == "__main__":
    plan = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    whole = plan.pop("full")
    tell(measure(Path(sys.argv[1]), plan, whole))
