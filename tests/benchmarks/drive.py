"""Drive the real timeline through given windows, offscreen at 1920×1080.

Usage: python -m tests.benchmarks.drive EVENTS.jsonl GESTURES.json --edition FOLDER

EVENTS.jsonl has the lines of an import; FOLDER holds its edition, imported first where it is not there.
GESTURES.json is `{"full": [a, b], "NAME": [[a, b], …]}` in milliseconds since 1970-01-01 UTC. The last line
printed is one JSON object: `events`, `open_ms` from the start of the process to the first complete frame,
`rss_mb`, the most memory held, and the frame times of each gesture in milliseconds.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.figures import peak_mb, since_start_ms, tell, timed_ms

SIZE = (1920, 1080)
_COPY = "events.jsonl"


def is_imported(events: Path, folder: Path) -> bool:
    """Tell whether a folder holds an import of these events; of a file of the same length, it is believed."""
    copy = folder / _COPY
    return (
        copy.is_file() and copy.stat().st_size == events.stat().st_size and any(folder.glob("compiled/*/*"))
    )


def import_first(events: Path, folder: Path) -> None:
    """Import in a process of its own, so that its memory is not counted here."""
    command = [sys.executable, "-m", "viewer", "import", str(events), "-o", str(folder)]
    subprocess.run(command, check=True, stdout=sys.stderr)


def drive(folder: Path, gestures: dict[str, list[list[int]]], full: list[int]) -> dict[str, object]:
    """Open, show everything, and go through the windows."""
    from tests.benchmarks.contender import PaintCounter, open_timeline

    view = open_timeline(folder, SIZE, full)

    counter = PaintCounter(view)

    def show(window: Sequence[int]) -> None:
        view.set_visible(*window)
        before = counter.painted
        view.repaint()
        if counter.painted != before + 1:
            raise RuntimeError("the frame was not painted")

    show(full)
    open_ms = since_start_ms()
    times = {name: [timed_ms(show, window) for window in windows] for name, windows in gestures.items()}
    return {"events": len(view.session.edition.columns), "open_ms": open_ms, "rss_mb": peak_mb(), **times}


def main(arguments: Sequence[str] | None = None) -> None:
    """Drive, or import in one process and drive in another."""
    parser = argparse.ArgumentParser(description="Drive the timeline through given windows.")
    parser.add_argument("events", type=Path, metavar="EVENTS.jsonl")
    parser.add_argument("gestures", type=Path, metavar="GESTURES.json")
    parser.add_argument("--edition", type=Path, required=True, metavar="FOLDER")
    asked = parser.parse_args(arguments)
    if not is_imported(asked.events, asked.edition):
        import_first(asked.events, asked.edition)
        again = [sys.executable, "-m", "tests.benchmarks.drive", str(asked.events), str(asked.gestures)]
        raise SystemExit(subprocess.call([*again, "--edition", str(asked.edition)]))
    gestures = json.loads(asked.gestures.read_text(encoding="utf-8"))
    tell(drive(asked.edition, gestures, gestures.pop("full")))


if __name__ == "__main__":
    main()
