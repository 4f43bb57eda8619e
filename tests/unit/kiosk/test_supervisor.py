"""The supervisor with small real processes in place of viewers."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from viewer.app.kiosk.supervisor import AT_ONCE, Patience, Supervisor, pause_after

VIEWER = """
import os, sys, time
folder, *kinds = sys.argv[1:]
os.write(1, b"w")
order = os.read(0, 1)
if not order:
    sys.exit(0)
if order == b"m":
    open(folder + "/message", "w").close()
    while os.read(0, 1):
        pass
    sys.exit(0)
number = len([name for name in os.listdir(folder) if name.startswith("shown")])
open(f"{folder}/shown{number}", "w").close()
kind = kinds[min(number, len(kinds) - 1)]
if kind == "early":
    sys.exit(1)
os.write(1, b"r")
if kind == "hang":
    time.sleep(60)
time.sleep(0.2)
os.write(1, b".")
sys.exit({"left": 42, "reload": 43, "zero": 0, "fault": 70}[kind])
"""


@pytest.fixture(autouse=True)
def _handlers() -> Iterator[None]:
    """Give back the handlers of signals that the supervisor takes."""
    taken = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
    before = [signal.getsignal(number) for number in taken]
    yield
    for number, handler in zip(taken, before, strict=True):
        signal.signal(number, handler)


def run(folder: Path, *kinds: str) -> tuple[int, list[str]]:
    script = folder / "viewer.py"
    script.write_text(VIEWER)
    shown = folder / "shown"
    shown.mkdir()
    told: list[str] = []
    command = [sys.executable, str(script), str(shown), *kinds]
    supervisor = Supervisor(
        command,
        lambda key, **_: told.append(key.split(".")[-1]) if "warm" not in key else None,
        Patience(beat=0.8),
    )
    code = supervisor.run()
    return code, told


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        (("left",), ["ready", "ended"]),
        (("fault", "left"), ["ready", "died", "ready", "ended"]),
        (("zero", "left"), ["ready", "died", "ready", "ended"]),
        (("hang", "left"), ["ready", "hung", "ready", "ended"]),
        (("reload", "reload", "left"), ["ready", "ready", "ready", "ended"]),
        (("early", "early", "left"), ["died", "died", "ready", "ended"]),
    ],
)
def test_only_the_pin_ends_it(tmp_path: Path, kinds: tuple[str, ...], told: list[str]) -> None:
    assert run(tmp_path, *kinds) == (0, told)
    assert not (tmp_path / "shown" / "message").exists()


def test_after_repeated_failure_a_message_is_shown_while_it_rests(tmp_path: Path) -> None:
    code, told = run(tmp_path, *["early"] * (AT_ONCE + 1), "left")
    assert (code, told) == (0, ["died"] * (AT_ONCE + 1) + ["ready", "ended"])
    assert (tmp_path / "shown" / "message").exists()


def test_the_system_can_end_it(tmp_path: Path) -> None:
    Thread(target=end_once_there, args=(tmp_path / "shown" / "shown0",)).start()
    code, told = run(tmp_path, "hang")
    assert code == 0
    assert told[-1] == "ended"


def end_once_there(path: Path) -> None:
    while not path.exists():
        time.sleep(0.05)
    os.kill(os.getpid(), signal.SIGTERM)


def test_rests_grow_and_have_an_end() -> None:
    assert [pause_after(n) for n in range(AT_ONCE + 1)] == [0] * (AT_ONCE + 1)
    later = [pause_after(AT_ONCE + n) for n in range(1, 9)]
    assert later == sorted(later)
    assert later[0] == 2
    assert later[-1] == 60
