"""Let a scripted crowd use the exhibition: `python3 dev.py soak`, or with fewer interactions for a look."""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from tests.helpers.exhibition import rehearsal
from tests.soak.soaking import Figures, soak
from viewer.app.qt_start import start_qt
from viewer.state.view_state import Language

MOST_GROWTH = 2.0
"""Percent by which the memory may have grown after the warm-up."""


def report(figures: Figures) -> str:
    """Return the figures as a table in Markdown."""
    rows = [
        ("interactions", f"{figures.interactions:,}"),
        ("visits, each followed by a reset", f"{figures.visits:,}"),
        ("exceptions", f"{len(figures.exceptions)}"),
        ("visits that left something behind", f"{figures.leftovers}"),
        ("memory after the warm-up", f"{figures.warm_megabytes:.1f} MB"),
        ("memory at the end", f"{figures.end_megabytes:.1f} MB ({figures.growth_percent:+.2f} %)"),
        ("painting, 95th percentile after the warm-up", f"{figures.warm_p95_ms:.1f} ms"),
        (
            "painting, 95th percentile at the end",
            f"{figures.end_p95_ms:.1f} ms ({figures.frame_percent:+.1f} %)",
        ),
        ("duration", f"{figures.seconds:.0f} s"),
    ]
    lines = ["| soak | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)]
    return "\n".join([*lines, "", *sorted(set(figures.exceptions))])


def tell(line: str) -> None:
    """Show how far it has come."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def main() -> int:
    """Print the figures; 0 when nothing failed, was left or grew."""
    parser = argparse.ArgumentParser(prog="dev.py soak")
    parser.add_argument("--interactions", type=int, default=100_000)
    parser.add_argument("--json", type=Path, help="file for the figures as JSON")
    asked = parser.parse_args()
    start_qt(Language.ENGLISH).setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SANAD_HOME"] = str(Path(folder) / "home")
        held = rehearsal(Path(folder), "counts: counts.csv\n")
        figures = soak(held, asked.interactions, tell)
    sys.stdout.write(report(figures) + "\n")
    text = json.dumps(figures.plain(), indent=1) + "\n"
    if asked.json:
        asked.json.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write("\n" + text)
    sys.stdout.flush()
    sound = not figures.exceptions and not figures.leftovers and figures.growth_percent < MOST_GROWTH
    os._exit(0 if sound else 1)


if __name__ == "__main__":
    sys.exit(main())
