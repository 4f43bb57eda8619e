"""The way of a reader through the real window, under Xvfb: once with the mouse, once with keys alone.

Search, step, open, citation, passage, the other events of the source, and back.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WALKER = Path(__file__).with_name("walker.py")

FOUND = "Political prisoners questioned, sorted and moved Sources differ.*"
SOURCE = "Source 2 of 3"
PASSAGE = r".*cited at § 3\.1–3\.2.*"
OTHER = "Killings in at least 32 cities"

MOUSE: list[dict[str, str]] = [
    {"click": "Search events, names and sources"},
    {"type": "Juhardasht"},
    {"click": "Next hit"},
    {"see": FOUND},
    {"see": "1 of 10"},
    {"click": "Citation 2: Deadly Fatwa.*"},
    {"see": SOURCE},
    {"see": PASSAGE},
    {"click": OTHER},
    {"gone": FOUND},
    {"key": "alt+Left"},
    {"see": FOUND},
]

KEYS: list[dict[str, str]] = [
    {"key": "slash"},
    {"type": "Juhardasht"},
    {"key": "Return"},
    {"see": FOUND},
    {"key": "Return"},
    {"see": "2 of 10"},
    {"key": "shift+Return"},
    {"see": FOUND},
    {"tab": "Citation 2: Deadly Fatwa.*"},
    {"key": "Return"},
    {"see": SOURCE},
    {"see": PASSAGE},
    {"tab": "Read on"},
    {"tab": OTHER},
    {"key": "Return"},
    {"gone": FOUND},
    {"key": "alt+Left"},
    {"see": FOUND},
]

PERSIAN: list[dict[str, str]] = [
    {"click": "English"},
    {"see": "Timeline of events"},
    {"click": "فارسی"},
    {"see": "خط زمان رویدادها"},
    {"key": "slash"},
    {"type": "Juhardasht"},
    {"key": "Return"},
    {"see": "تفکیک و جابه‌جایی زندانیان سیاسی.*"},
]


def walk(screen: str, tmp_path: Path, steps: list[dict[str, str]], *options: str) -> None:
    told = tmp_path / "steps.json"
    told.write_text(json.dumps(steps), encoding="utf-8")
    environment = {**os.environ, "DISPLAY": screen, "SANAD_HOME": str(tmp_path / "kept")}
    environment.pop("QT_QPA_PLATFORM", None)
    program = [sys.executable, "-m", "viewer"]
    walked = subprocess.run(
        ["dbus-run-session", "--", "/usr/bin/python3", str(WALKER), str(told), *program, *options],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert walked.returncode == 0, walked.stdout + walked.stderr
    assert walked.stdout.endswith("walked\n")


def test_with_the_mouse(screen: str, tmp_path: Path) -> None:
    walk(screen, tmp_path, MOUSE)


def test_with_keys_alone(screen: str, tmp_path: Path) -> None:
    walk(screen, tmp_path, KEYS)


def test_languages_change_under_the_hand(screen: str, tmp_path: Path) -> None:
    walk(screen, tmp_path, PERSIAN, "--language", "fa")
