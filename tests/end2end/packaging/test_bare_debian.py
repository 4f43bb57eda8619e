"""The package on a Debian 12 that has libgl1 and libegl1 and else nothing, not even Python."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.bare_debian import unpack_base
from tests.helpers.packages import clean_environment

PLACE = "media/نمایشگاه اسناد/sanad copy"
NOBODY = "65534:65534"


@pytest.fixture(scope="module")
def bare(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = unpack_base(tmp_path_factory.mktemp("bare") / "root")
    (root / PLACE).mkdir(parents=True)
    subprocess.run(["cp", "-a", f"{unpacked}/.", str(root / PLACE)], check=True)
    subprocess.run(["chown", "-R", "root:root", str(root / PLACE)], check=True)
    subprocess.run(["chmod", "-R", "a-w", str(root / PLACE)], check=True)
    yield root
    shutil.rmtree(root)


def inside(
    root: Path, *arguments: str, user: str = NOBODY, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the packaged program in the chroot, by default as a user without rights and without a home."""
    return subprocess.run(
        ["/usr/sbin/chroot", f"--userspec={user}", str(root), f"/{PLACE}/sanad", *arguments],
        env=clean_environment(**variables),
        capture_output=True,
        text=True,
        check=False,
    )


def files(root: Path) -> set[str]:
    found = subprocess.run(["find", str(root), "-xdev"], capture_output=True, text=True, check=True)
    return set(found.stdout.splitlines())


def test_there_is_no_python_there(bare: Path) -> None:
    assert list(bare.glob("usr/bin/python*")) == []
    assert not (bare / "usr" / "lib" / "x86_64-linux-gnu" / "libfontconfig.so.1").exists()


@pytest.mark.parametrize("user", [NOBODY, "0:0"])
def test_it_works_without_a_display_without_a_home_and_leaves_nothing(bare: Path, user: str) -> None:
    before = files(bare)
    answer = inside(bare, "--self-check", "--language", "en", user=user)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "This copy works." in answer.stdout
    assert files(bare) == before


def test_it_says_what_to_do_where_there_is_no_display(bare: Path) -> None:
    answer = inside(bare, "--language", "en")
    assert answer.returncode == 2
    assert "There is no display here" in answer.stderr


def test_it_opens_a_window_under_x11(bare: Path, screen: str) -> None:
    socket = bare / "tmp" / ".X11-unix"
    socket.mkdir(exist_ok=True)
    subprocess.run(["mount", "--bind", "/tmp/.X11-unix", str(socket)], check=True)  # noqa: S108 - where X11 has its sockets
    try:
        answer = inside(bare, "--first-frame", DISPLAY=screen, HOME="/nonexistent")
    finally:
        subprocess.run(["umount", str(socket)], check=True)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout == "first frame\n"
    assert answer.stderr == ""
