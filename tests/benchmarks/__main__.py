"""Measure Sanad, the floor of the machine, and pyqtgraph, all in one run.

Prints a Markdown table and writes it with all figures as JSON: python3 dev.py bench [--sizes 1000 10000 …]
[--output FOLDER]. Every contender runs in a process of its own.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.benchmarks.generate import write
from tests.benchmarks.gestures import all_gestures
from tests.benchmarks.report import markdown

SIZES = (1_000, 10_000, 100_000, 1_000_000)
_ROOT = Path(__file__).resolve().parents[2]


def ask(module: str, *arguments: str) -> dict[str, Any]:
    """Run a contender and return what its last line says."""
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=_ROOT)
    result: dict[str, Any] = json.loads(answer.stdout.splitlines()[-1])
    return result


def measure(folder: Path, sizes: Sequence[int]) -> dict[str, Any]:
    """Measure every contender at every size; what is generated stays in `folder`."""
    plan = folder / "gestures.json"
    plan.write_text(json.dumps(all_gestures()), encoding="utf-8")
    runs = []
    for size in sizes:
        say(f"{size:,} events")
        events = folder / f"events-{size}.jsonl"
        if not events.exists():
            write(events, size)
        edition = folder / f"edition-{size}"
        # The first drive imports; the second finds everything in place, as on any later day.
        ask("drive", str(events), str(plan), "--edition", str(edition))
        runs.append(
            {
                "events": size,
                "floor": ask("floor"),
                "sanad": ask("drive", str(events), str(plan), "--edition", str(edition)),
                "pyqtgraph": ask("peer_pyqtgraph", str(events), str(plan)),
                "beside": ask("beside", str(edition), str(plan)),
                "search": ask("searching", str(edition)),
            }
        )
    python = f"Python {platform.python_version()}"
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {python}",
        "runs": runs,
    }


def say(line: str) -> None:
    """Tell what is being done."""
    sys.stderr.write(line + "\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description="Measure speed and memory beside the floor and pyqtgraph.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="COUNT")
    parser.add_argument("--output", type=Path, metavar="FOLDER", help="keep the data and the figures here")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.output or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        results = measure(folder, asked.sizes)
        table = markdown(results)
        (folder / "results.json").write_text(json.dumps(results, indent=1), encoding="utf-8")
        (folder / "results.md").write_text(table, encoding="utf-8")
        sys.stdout.write(table)


if __name__ == "__main__":
    main()
