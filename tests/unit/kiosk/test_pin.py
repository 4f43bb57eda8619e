import subprocess
import sys
from pathlib import Path

import pytest

from viewer.app.kiosk.pin import FREE_TRIES, LONGEST_WAIT, PinLock, hashed_pin, is_pin, pin_text
from viewer.loading.venue.reading import read_venue_bytes
from viewer.model.venue import ExitPin

PIN = hashed_pin("2468")


def test_the_pin_opens_and_is_nowhere_to_read() -> None:
    assert PinLock(PIN).opens("2468", 0)
    assert PinLock(PIN).opens("۲۴۶۸", 0)
    assert "2468" not in pin_text(ExitPin(PIN.cost, b"\1" * 16, PIN.digest))
    assert hashed_pin("2468") != PIN


def test_waiting_grows_with_every_wrong_try() -> None:
    lock, now, waits = PinLock(PIN), 0.0, []
    for _ in range(14):
        assert not lock.opens("0000", now)
        waits.append(lock.wait(now))
        now += lock.wait(now)
    assert waits[:FREE_TRIES] == [0, 0]
    assert waits[FREE_TRIES : FREE_TRIES + 4] == [5, 10, 20, 40]
    assert waits[-1] == LONGEST_WAIT


def test_while_one_waits_even_the_right_pin_is_refused() -> None:
    lock = PinLock(PIN)
    for _ in range(3):
        lock.opens("0000", 0)
    assert not lock.opens("2468", 4.9)
    assert lock.opens("2468", 5.1)
    assert lock.wait(5.1) == 0


@pytest.mark.parametrize("text", ["123", "1234567890123", "12a4", "", "１２３４", "12 34"])
def test_what_is_no_pin(text: str) -> None:
    assert not is_pin(text)


def test_the_command_makes_a_line_for_the_venue_file() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "viewer", "pin"], input="2468\n", capture_output=True, text=True, check=True
    )
    read = read_venue_bytes(f"venue: 1\n{answer.stdout}".encode(), Path("v.yaml"))
    assert read.problems == ()
    assert read.venue is not None
    assert read.venue.exit_pin is not None
    assert PinLock(read.venue.exit_pin).opens("2468", 0)


def test_the_command_refuses_what_is_no_pin() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "viewer", "pin"], input="secret\n", capture_output=True, text=True, check=False
    )
    assert (answer.returncode, answer.stdout) == (2, "")
    assert "4 to 12 digits" in answer.stderr
