"""The timeline as a screen reader hears it: the real program under Xvfb, listened to over AT-SPI."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LISTENER = Path(__file__).with_name("listener.py")
NEEDED = {
    "Xvfb": shutil.which("Xvfb"),
    "xdotool": shutil.which("xdotool"),
    "dbus": shutil.which("dbus-run-session"),
    "at-spi2-core": shutil.which("/usr/libexec/at-spi-bus-launcher"),
    "python3-pyatspi": Path("/usr/lib/python3/dist-packages/pyatspi").exists() or None,
}


@pytest.fixture(scope="module")
def display(screen: str) -> str:
    missing = [name for name, found in NEEDED.items() if not found]
    assert not missing, f"to hear the program this test needs: apt-get install {' '.join(missing).lower()}"
    return screen


def listen(display: str, tmp_path: Path, *options: str) -> dict[str, Any]:
    program = [sys.executable, "-m", "viewer", *options]
    environment = {**os.environ, "DISPLAY": display, "XDG_CACHE_HOME": str(tmp_path)}
    environment.pop("QT_QPA_PLATFORM", None)
    answer = subprocess.run(
        ["dbus-run-session", "--", "/usr/bin/python3", str(LISTENER), *program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    told: dict[str, Any] = json.loads(answer.stdout.splitlines()[-1])
    return told


def test_marks_are_heard_with_date_track_doubt_and_place(display: str, tmp_path: Path) -> None:
    told = listen(display, tmp_path, "--select", "E020")
    assert told["list"] == "Timeline of events"
    assert {item["role"] for item in told["before"]} == {"list item"}
    chosen = [item for item in told["before"] if "selected" in item["states"]]
    assert len(chosen) == 1
    for part in ("Khomeini’s order on Mojahedin prisoners", "about 28 July 1988", "Orders and decisions"):
        assert part in chosen[0]["name"]
    assert "Content warning" in chosen[0]["description"] or "content warning" in chosen[0]["description"]
    for item in told["before"]:
        x, y, width, height = item["rect"]
        assert 0 <= y < 900
        assert x + width > 0
        assert width > 0
        assert height > 0
    assert len({tuple(item["rect"]) for item in told["before"]}) == len(told["before"])


def test_the_focus_follows_the_selection(display: str, tmp_path: Path) -> None:
    told = listen(display, tmp_path, "--language", "fa")
    assert told["list"] == "خط زمان رویدادها"
    (focused,) = told["focused"]
    assert "selected" in focused["states"]
    assert "پیش‌زمینه" in focused["name"]
