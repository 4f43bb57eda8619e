"""The real program as an exhibition: real processes, killed, stopped and broken."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

BACK_WITHIN_S = 3.0
WARM = "ready to step in"
READY = re.compile(r"exhibition on the screen \(process (\d+)\)")
BREAK = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from viewer.app.kiosk import exhibition
from viewer.app.main import main

def fail():
    if Path(sys.argv[1]).exists():
        Path(sys.argv[1]).unlink()
        raise ArithmeticError("deliberate")

class Failing(exhibition.Exhibition):
    def tick(self):
        fail()
        super().tick()

import viewer.app.kiosk.exhibit as exhibit
exhibit.Exhibition = Failing
sys.exit(main(sys.argv[2:]))
"""
SUPERVISE = """
import sys
from viewer.app.kiosk.supervisor import Supervisor
from viewer.loading.catalogue import load_catalogue

def tell(key, **params):
    print(load_catalogue("en").say(key, **params), file=sys.stderr, flush=True)

sys.exit(Supervisor(sys.argv[1:], tell).run())
"""


class Running:
    """The supervisor of an exhibition, and what it says."""

    def __init__(self, command: list[str], home: Path) -> None:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "SANAD_HOME": str(home)}
        self.process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, env=environment)
        self.said: list[str] = []

    def await_viewer(self) -> int:
        """Wait until the exhibition is on the screen, and return the process that shows it."""
        found = READY.search(self._await(READY.pattern))
        assert found
        return int(found[1])

    def await_spare(self) -> None:
        """Wait until the next viewer is ready to step in, as it is in any gallery."""
        self._await(WARM)

    def _await(self, pattern: str) -> str:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said.append(line)
            if re.search(pattern, line):
                return line
        pytest.fail("".join(self.said))

    def end(self) -> int:
        """Ask the supervisor to end, and return its exit code."""
        if self.process.stderr is None or self.process.stderr.closed:
            return self.process.returncode
        self.process.terminate()
        _, rest = self.process.communicate()
        self.said.append(rest)
        return self.process.returncode


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[list[str]], Running]]:
    started: list[Running] = []

    def run(command: list[str]) -> Running:
        started.append(Running(command, tmp_path / "home"))
        return started[-1]

    yield run
    for one in started:
        one.end()


def kiosk(folder: Path, text: str = "") -> list[str]:
    venue = folder / "venue.yaml"
    venue.write_text(f"venue: 1\n{text}", encoding="utf-8")
    return [sys.executable, "-m", "viewer", "--profile", "kiosk", "--venue", str(venue), "--language", "en"]


def test_what_falls_or_hangs_is_back_within_three_seconds(
    start: Callable[[list[str]], Running], tmp_path: Path
) -> None:
    running = start(kiosk(tmp_path))
    viewer = running.await_viewer()
    for blow in (signal.SIGKILL, signal.SIGSTOP):
        running.await_spare()
        began = time.monotonic()
        os.kill(viewer, blow)
        following = running.await_viewer()
        assert time.monotonic() - began < BACK_WITHIN_S, blow
        assert following != viewer
        viewer = following
    assert running.end() == 0
    assert running.said[-1].endswith("exhibition ended\n")
    with pytest.raises(ProcessLookupError):
        os.kill(viewer, 0)


def test_an_error_of_the_program_leads_back_within_three_seconds(
    start: Callable[[list[str]], Running], tmp_path: Path
) -> None:
    broken, marker = tmp_path / "broken.py", tmp_path / "fail"
    broken.write_text(BREAK)
    viewer_command = [sys.executable, str(broken), str(marker), "exhibit"]
    running = start([sys.executable, "-c", SUPERVISE, *viewer_command])
    first = running.await_viewer()
    running.await_spare()
    began = time.monotonic()
    marker.touch()
    assert running.await_viewer() != first
    assert time.monotonic() - began < BACK_WITHIN_S
    assert any("deliberate" in line for line in running.said)


def test_a_saved_venue_file_counts_at_once_and_a_broken_one_does_not(
    start: Callable[[list[str]], Running], tmp_path: Path
) -> None:
    running = start(kiosk(tmp_path))
    first = running.await_viewer()
    running.await_spare()
    kiosk(tmp_path, "text-size: 999\n")
    time.sleep(3)
    os.kill(first, 0)
    kiosk(tmp_path, "text-size: 150\n")
    assert running.await_viewer() != first
    assert not any("unexpectedly" in line for line in running.said)


def test_a_broken_venue_file_at_the_start_is_told_until_it_is_mended(
    start: Callable[[list[str]], Running], tmp_path: Path
) -> None:
    running = start(kiosk(tmp_path, "text-size: 999\n"))
    first = running.await_viewer()
    kiosk(tmp_path, "text-size: 150\n")
    assert running.await_viewer() != first


def test_without_its_supervisor_no_viewer_stays(
    start: Callable[[list[str]], Running], tmp_path: Path
) -> None:
    running = start(kiosk(tmp_path))
    viewer = running.await_viewer()
    running.process.kill()
    running.process.wait()
    while Path(f"/proc/{viewer}").exists():
        time.sleep(0.1)


def test_without_traces_the_exhibition_runs_and_writes_nothing(
    start: Callable[[list[str]], Running], tmp_path: Path
) -> None:
    running = start([*kiosk(tmp_path, "counts: counts.csv\n"), "--no-trace"])
    running.await_viewer()
    assert running.end() == 0
    assert [path.name for path in tmp_path.iterdir()] == ["venue.yaml"]
