"""No socket of the internet families is ever opened."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.packages import clean_environment

ROOT = Path(__file__).resolve().parents[2]
FAMILY = re.compile(r"(?:socket|socketpair)\((\w+)|connect\(\d+, \{sa_family=(\w+)")
LOCAL = {"AF_UNIX", "AF_LOCAL"}
VISITS = {
    "window": ["--first-frame", "--no-trace"],
    "self-check": ["--self-check"],
    "check": ["check"],
    "verify": ["verify"],
}


def families(trace: Path) -> set[str]:
    return {one or two for one, two in FAMILY.findall(trace.read_text(errors="replace"))}


def traced(trace: Path, arguments: list[str], **variables: str) -> int:
    command = ["strace", "-f", "-e", "trace=socket,socketpair,connect,bind,sendto", "-o", str(trace)]
    program = [sys.executable, "-m", "viewer", *arguments]
    environment = clean_environment(SANAD_HOME=str(trace.parent / "home"), **variables)
    done = subprocess.run([*command, *program], cwd=ROOT, env=environment, capture_output=True, check=False)
    return done.returncode


@pytest.mark.parametrize("visit", VISITS)
def test_without_a_screen_no_socket_is_opened_at_all(visit: str, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    assert traced(trace, VISITS[visit], QT_QPA_PLATFORM="offscreen", HOME=str(tmp_path)) in {0, 3}
    assert families(trace) == set()


def test_under_x11_only_local_sockets_are_opened(screen: str, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    assert traced(trace, VISITS["window"], DISPLAY=screen) == 0
    assert "AF_UNIX" in families(trace)
    assert families(trace) <= LOCAL


def test_it_works_where_there_is_no_network(screen: str) -> None:
    apart = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--net", "--map-root-user"]
    done = subprocess.run(
        [*apart, sys.executable, "-m", "viewer", *VISITS["window"]],
        cwd=ROOT,
        env=clean_environment(DISPLAY=screen),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "first frame\n"), done.stderr


def test_what_would_be_seen_is_seen(tmp_path: Path) -> None:
    """The check itself must be able to fail: an internet socket is found by it."""
    trace = tmp_path / "trace"
    script = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    command = ["strace", "-f", "-e", "trace=socket", "-o", str(trace), sys.executable, "-c", script]
    subprocess.run(command, check=True, capture_output=True)
    assert families(trace) == {"AF_INET"}
