"""Let a scripted crowd use the exhibition: `python3 dev.py soak`, or with fewer interactions for a look."""

import argparse
import gc
import json
import os
import platform
import signal
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.helpers.exhibition import rehearsal
from tests.soak.figures import Figures
from tests.soak.soaking import soak
from viewer.app.qt_start import start_qt
from viewer.state.view_state import Language

RESULTS = Path(__file__).with_name("RESULTS.md")
_asked_to_stop: list[int] = []


def tell(line: str) -> None:
    """Show how far it has come."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def written(figures: Figures) -> str:
    """Return the figures as a page, with the day and the machine."""
    about = (
        f"{datetime.now(UTC):%Y-%m-%d}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} processors, Python {platform.python_version()}, no screen."
    )
    return f"# Figures of the soak\n\n{about}\n\n{figures.report()}"


def stop_when_asked() -> None:
    """Let Ctrl+C and the system's wish end the run after the visit, with its figures so far."""
    for kind in (signal.SIGINT, signal.SIGTERM):
        signal.signal(kind, lambda number, _frame: _asked_to_stop.append(number))


def main() -> int:
    """Print the figures; 0 when nothing failed, was left, grew or became slower."""
    parser = argparse.ArgumentParser(prog="dev.py soak")
    parser.add_argument("--interactions", type=int, default=100_000)
    parser.add_argument("--json", type=Path, help="file for the figures as JSON")
    parser.add_argument("--results", action="store_true", help="keep the figures in tests/soak/RESULTS.md")
    asked = parser.parse_args()
    start_qt(Language.ENGLISH).setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SANAD_HOME"] = str(Path(folder) / "home")
        held = rehearsal(Path(folder), "counts: counts.csv\n")
        stop_when_asked()
        gc.freeze()
        figures = soak(held, asked.interactions, tell, lambda: bool(_asked_to_stop))
    sys.stdout.write(figures.report())
    if asked.json:
        asked.json.write_text(json.dumps(figures.plain(), indent=1) + "\n", encoding="utf-8")
    if asked.results:
        RESULTS.write_text(written(figures), encoding="utf-8")
    sys.stdout.flush()
    os._exit(0 if figures.sound else 1)


if __name__ == "__main__":
    sys.exit(main())
