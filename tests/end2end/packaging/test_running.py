"""The packaged program in use: a window on a screen, driven by keys, with the network cut."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers.packages import call, clean_environment


def xdotool(screen: str, *arguments: str) -> str:
    done = subprocess.run(
        ["xdotool", *arguments],
        env=clean_environment(DISPLAY=screen),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()


def wait_for(found: Callable[[], str]) -> str:
    """Wait for a text that is not empty; whoever waits in vain is stopped by who started the tests."""
    while not (text := found()):
        time.sleep(0.05)
    return text


@pytest.fixture
def window(unpacked: Path, screen: str, tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The program, started in an empty network of its own, and the number of its window."""
    environment = clean_environment(DISPLAY=screen, HOME=str(tmp_path), XDG_RUNTIME_DIR=str(tmp_path))
    apart = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--net", "--map-root-user"]
    program = subprocess.Popen([*apart, str(unpacked / "sanad"), "--language", "en"], env=environment)
    number = wait_for(lambda: xdotool(screen, "search", "--onlyvisible", "--name", "Sanad"))
    yield number.split()[0], program
    if program.poll() is None:
        program.terminate()
    program.wait()


def title(screen: str, number: str) -> str:
    return xdotool(screen, "getwindowname", number)


def test_keys_reach_the_window_and_change_its_language(
    window: tuple[str, subprocess.Popen[bytes]], screen: str
) -> None:
    number, program = window
    assert "Iran 1988" in title(screen, number)
    xdotool(screen, "windowfocus", "--sync", number)
    xdotool(screen, "key", "--window", number, "ctrl+l")
    wait_for(lambda: "yes" if "ایران ۱۳۶۷" in title(screen, number) else "")
    xdotool(screen, "key", "--window", number, "ctrl+q")
    assert program.wait() == 0


def test_it_draws_in_both_languages_with_the_network_cut(unpacked: Path, tmp_path: Path) -> None:
    pictures = [tmp_path / f"{language}.png" for language in ("en", "fa")]
    for picture in pictures:
        answer = call(
            "/usr/bin/unshare",
            *(["--net"] if os.geteuid() == 0 else ["--net", "--map-root-user"]),
            *(str(unpacked / "sanad"), "render", "--language", picture.stem, "-o", str(picture)),
        )
        assert answer.returncode == 0, answer.stderr
    assert pictures[0].read_bytes() != pictures[1].read_bytes()


def test_the_collection_opens_from_its_compiled_edition(unpacked: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    call(
        "/usr/bin/strace",
        *(
            "-f",
            "-e",
            "trace=openat",
            "-o",
            str(trace),
            str(unpacked / "sanad"),
            "--first-frame",
            "--no-trace",
        ),
        QT_QPA_PLATFORM="offscreen",
    )
    opened = trace.read_text(errors="replace")
    assert "compiled/" in opened
    assert "_yaml.cpython" not in opened
    assert "libpdfium" not in opened
