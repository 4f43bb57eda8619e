"""The set-up script, in use: in a half-made environment, without a display, with an old Python."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHON = getattr(sys, "_base_executable", "") or sys.executable
PROGRAM = """
import pathlib, sys
print("viewer got", sys.argv[1:])
if "-o" in sys.argv:
    pathlib.Path(sys.argv[sys.argv.index("-o") + 1]).write_text("picture")
sys.exit(3 if "fail" in sys.argv else 0)
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as small as can be; its lock asks for nothing, so .venv is made without a network."""
    folder = tmp_path_factory.mktemp("clone") / "project"
    (folder / "viewer").mkdir(parents=True)
    shutil.copy(ROOT / "dev.py", folder)
    (folder / "requirements.lock").write_text("# --- development ---\n")
    (folder / "viewer" / "__init__.py").write_text("")
    (folder / "viewer" / "__main__.py").write_text(PROGRAM)
    assert "Making the environment" in dev(folder, "run", "check").stdout
    return folder


def dev(project: Path, *arguments: str, python: str = PYTHON) -> subprocess.CompletedProcess[str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "PYTHONPATH")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [python, str(project / "dev.py"), *arguments],
        cwd=project,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_display_the_window_becomes_a_picture(project: Path) -> None:
    answer = dev(project, "run", "--language", "fa")
    picture = project / "sanad-window.png"
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "There is no display here" in answer.stdout
    assert str(picture) in answer.stdout
    assert f"viewer got ['render', '--language', 'fa', '-o', '{picture}']" in answer.stdout
    assert picture.read_text() == "picture"


def test_a_second_start_does_nothing_but_start(project: Path) -> None:
    assert dev(project, "run", "check", "other").stdout == "viewer got ['check', 'other']\n"


def test_the_exit_code_is_that_of_the_program(project: Path) -> None:
    assert dev(project, "run", "fail").returncode == 3


def test_an_unfinished_environment_is_made_again(project: Path) -> None:
    (project / ".venv" / "sanad-ready.txt").write_text("unfinished")
    left_over = project / ".venv" / "left-over"
    left_over.write_text("")
    answer = dev(project, "run", "check")
    assert "Making the environment" in answer.stdout
    assert "viewer got ['check']" in answer.stdout
    assert not left_over.exists()


def test_an_environment_that_lost_its_python_is_made_again(project: Path) -> None:
    shutil.rmtree(project / ".venv" / ("Scripts" if os.name == "nt" else "bin"))
    assert "viewer got ['check']" in dev(project, "run", "check").stdout


def test_the_environment_brings_the_command_of_the_program(project: Path) -> None:
    command = project / ".venv" / ("Scripts/sanad.cmd" if os.name == "nt" else "bin/sanad")
    answer = subprocess.run([command, "--version"], cwd=project.parent, capture_output=True, check=True)
    assert answer.stdout.decode().strip() == "viewer got ['--version']"


def test_what_cannot_be_installed_is_said_in_one_line(project: Path) -> None:
    lock = project / "requirements.lock"
    lock.write_text(f"no-such-package==1.0 \\\n    --hash=sha256:{'0' * 64}\n# --- development ---\n")
    answer = dev(project, "run", "check")
    lock.write_text("# --- development ---\n")
    assert answer.returncode == 1
    assert "Installing the runtime packages into .venv: failed." in answer.stdout
    assert "Traceback" not in answer.stdout + answer.stderr


def test_what_the_system_lacks_is_named(tmp_path: Path) -> None:
    script = "import dev; dev.ensure_system({'libnowhere.so.7': 'libnowhere7', 'no-such-tool': 'nothing'})"
    answer = script_without_tools(script, tmp_path)
    expected = "Missing on this system: libnowhere.so.7, no-such-tool\nGoing on without them.\n"
    assert answer.stdout == (expected if sys.platform == "linux" else "")


def test_without_the_libraries_of_qt_there_is_no_start(tmp_path: Path) -> None:
    pretend = "import dev, sys; sys.platform = 'linux'; dev.LIBRARIES['libnowhere.so.7'] = 'libnowhere7';"
    answer = script_without_tools(pretend + "sys.exit(dev.main(['run']))", tmp_path)
    assert answer.returncode == 1
    assert "libnowhere.so.7" in answer.stdout
    assert answer.stdout.endswith("Sanad cannot start without them.\n")
    assert answer.stderr == ""


def script_without_tools(script: str, empty: Path) -> subprocess.CompletedProcess[str]:
    """Run a script where the search path is empty, so that there is no apt-get to mend anything."""
    return subprocess.run(
        [PYTHON, "-c", script],
        cwd=ROOT,
        env={"PATH": str(empty), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_old_python_looks_for_a_newer_one_and_says_so_if_there_is_none(tmp_path: Path) -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0);"
        f"sys.argv = ['dev.py', 'run']; runpy.run_path({str(ROOT / 'dev.py')!r}, run_name='__main__')"
    )
    answer = script_without_tools(pretend, tmp_path)
    assert answer.returncode == 1
    assert answer.stdout.startswith("Sanad needs Python 3.11 or later; this is 3.9.2")
    assert answer.stderr == ""


def test_the_commands_are_listed(project: Path) -> None:
    listing = dev(project, "--help")
    assert listing.returncode == 0
    for name in ("run", "test", "check", "bench", "soak", "build", "lock"):
        assert f"\n  {name} " in listing.stdout
    assert dev(project, "dance").returncode == 2
