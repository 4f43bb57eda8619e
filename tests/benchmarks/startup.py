"""Measure the time from the start of the packaged program to its first whole frame.

python -m tests.benchmarks.startup [--dist FOLDER]: builds Sanad and a bare window of Qt the same way, unless
the folder holds them already, and starts each with its files in memory and with none of them there.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WARM_RUNS, COLD_RUNS = 15, 7
PROGRAMS = {"sanad": ["--first-frame", "--no-trace"], "bare": []}
WORD = "first frame\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print a table and one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dist", type=Path, help="folder with, or for, the packages")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        dist = (asked.dist or Path(folder)).resolve()
        build(dist, Path(folder))
        figures = {name: both(dist / name, options) for name, options in PROGRAMS.items()}
    sys.stdout.write(table(figures) + json.dumps(figures) + "\n")


def build(dist: Path, work: Path) -> None:
    """Build what is not there yet."""
    for name in PROGRAMS:
        if not (dist / name).is_dir():
            options = ["--folder-only", "--dist", str(dist), "--work", str(work)]
            bare = ["--bare"] if name == "bare" else []
            command = [sys.executable, "-m", "resources.packaging.build", *options, *bare]
            subprocess.run(command, cwd=ROOT, check=True, stdout=sys.stderr)


def both(folder: Path, options: list[str]) -> dict[str, list[float]]:
    """Measure a program with its files in memory, and with none of them there."""
    program = folder / folder.name
    return {
        "warm": times(lambda: None, program, options, WARM_RUNS),
        "cold": times(lambda: evict(folder), program, options, COLD_RUNS),
    }


def times(prepare: Callable[[], None], program: Path, options: list[str], runs: int) -> list[float]:
    """Return the seconds of each run, rising."""
    once(program, options)
    found = []
    for _ in range(runs):
        prepare()
        found.append(once(program, options))
    return sorted(found)


def once(program: Path, options: list[str]) -> float:
    """Start the program, and return the seconds until it says that its first frame stands."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    started = time.perf_counter()
    with subprocess.Popen(
        [str(program), *options], stdout=subprocess.PIPE, text=True, env=environment
    ) as run:
        said = run.stdout.readline() if run.stdout else ""
        passed = time.perf_counter() - started
        if said != WORD:
            raise RuntimeError(f"{program} showed no frame")
    return passed


def evict(folder: Path) -> None:
    """Let the system forget the content of all files of a package."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def table(figures: dict[str, dict[str, list[float]]]) -> str:
    """Return the figures as a Markdown table."""
    rows = ["| start to first whole frame, s | median | best | worst |", "|---|---|---|---|"]
    for name, kinds in figures.items():
        for kind, found in kinds.items():
            median = statistics.median(found)
            rows.append(f"| {name}, {kind} | {median:.2f} | {found[0]:.2f} | {found[-1]:.2f} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    main()
