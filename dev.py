#!/usr/bin/env python3
"""Start, test and check Sanad from a fresh clone, with nothing but Python 3.11 or later.

The environment lives in .venv/ and is made from requirements.lock, every file checked by its hash.
On Debian and Ubuntu missing system libraries are installed, where that needs no password.
"""

from __future__ import annotations  # an older Python must be able to read on, and say what is missing

import contextlib
import ctypes
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

OLDEST_PYTHON = (3, 11)
PYTHON = "python{}.{}".format(*sys.version_info)
ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "sanad-ready.txt"
UNFINISHED = "unfinished"
LOCK_DIVIDER = "# --- development ---"
RUNTIME, DEVELOPMENT = "runtime", "development"

# What is looked for, and the Debian package that brings it. Without the first table Qt does not start at all.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
TEST_TOOLS = {tool: tool.lower() for tool in ("Xvfb", "xauth", "xdotool", "strace", "minisign")} | {
    "dbus-run-session": "dbus",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi": "python3-pyatspi",
}
LIBPYTHON = {f"lib{PYTHON}.so.1.0": f"lib{PYTHON}"} if sys.base_prefix == "/usr" else {}
BUILD_TOOLS = {"objdump": "binutils", "xz": "xz-utils"} | LIBPYTHON
QUIET_OPTIONS = {"-h", "--help", "--version", "--self-check"}  # these open no window


class CommandError(Exception):
    """End the command with a message for the person who called it."""


def say(message: str) -> None:
    """Show one line at once, also when the output goes into a file."""
    sys.stdout.write(message + "\n")
    sys.stdout.flush()


def step(label: str, command: list[str]) -> None:
    """Run a long command in silence, showing the seconds; its last lines are shown only if it fails."""
    say(f"{label} ...")
    started = time.monotonic()
    with tempfile.TemporaryFile() as log:
        with subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=ROOT) as process:
            try:
                wait_showing_seconds(process, started)
            finally:
                process.terminate()
        if process.returncode:
            log.seek(0)
            tail = log.read().decode("utf-8", "replace").splitlines()[-15:]
            raise CommandError(
                "\n".join([*tail, f"{label}: failed.", "The command was: " + " ".join(command)])
            )
    say(f"{label}: done, {time.monotonic() - started:.0f} s")


def wait_showing_seconds(process: subprocess.Popen[bytes], started: float) -> None:
    """Wait for the end of a process, and show from time to time that it is still at work."""
    while process.poll() is None:
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            say(f"  still working, {time.monotonic() - started:.0f} s")


def is_present(name: str) -> bool:
    """Tell whether a library can be loaded, a program is on the PATH, or a file is there."""
    if ".so" not in name:
        return shutil.which(name) is not None or Path(name).is_dir()
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def ensure_system(*tables: dict[str, str]) -> None:
    """Install what Linux lacks, or say which command would; stop only if Qt could not start at all."""
    if sys.platform != "linux":
        return
    missing = {name: package for table in tables for name, package in table.items() if not is_present(name)}
    if not missing or install_packages(*missing.values()):
        return
    say("Missing on this system: " + ", ".join(missing))
    if any(name in LIBRARIES for name in missing):
        raise CommandError("Sanad cannot start without them.")
    say("Going on without them.")


def install_packages(*packages: str) -> bool:
    """Install Debian packages if that needs no password, or say how; tell whether it was done."""
    if not shutil.which("apt-get"):
        return False
    install = ["apt-get", "install", "-y", "--no-install-recommends", *sorted(set(packages))]
    prefix = root_prefix()
    if prefix is not None:
        as_root = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
        with contextlib.suppress(CommandError):
            step("Reading the list of system packages", [*as_root, "apt-get", "update"])
        try:
            step("Installing system packages", [*as_root, *install])
        except CommandError as error:
            say(str(error))
        else:
            return True
    say("Please install with:\n  sudo " + " ".join(install))
    return False


def root_prefix() -> list[str] | None:
    """Give what must stand before a command to run it as root: nothing, sudo, or None if it cannot be."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def environment_program(name: str) -> Path:
    """Give the path of a program inside .venv."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def ensure_environment(*sections: str) -> None:
    """Make or mend .venv so that it holds these sections of the lock; does nothing if it does already."""
    wanted = {name: section_mark(name) for name in sections}
    ready = read_stamp()
    if set(wanted.values()) <= ready and environment_program("python").exists():
        return
    if not can_be_mended(ready):
        make_environment()
        ready = set()
    STAMP.write_text(UNFINISHED, encoding="utf-8")
    for name, mark in wanted.items():
        if mark not in ready:
            install_section(name)
            ready = {other for other in ready if f" {name} " not in other} | {mark}
    link_project()
    STAMP.write_text("\n".join(sorted(ready)), encoding="utf-8")


def section_mark(name: str) -> str:
    """Name a section of the lock, its content and the version of Python it is for."""
    digest = hashlib.sha256(section_text(name).encode()).hexdigest()
    return f"{PYTHON} {name} {digest}"


def section_text(name: str) -> str:
    """Give the lines of the lock that belong to a section: first what Sanad runs with, then the tools."""
    runtime, _, development = LOCK.read_text(encoding="utf-8").partition(LOCK_DIVIDER)
    return runtime if name == RUNTIME else development


def read_stamp() -> set[str]:
    """Read which sections .venv holds; empty if it was never finished."""
    text = STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""
    return set(text.splitlines()) - {UNFINISHED}


def can_be_mended(ready: set[str]) -> bool:
    """Tell whether .venv is whole and for this Python, so that packages can be installed over the old."""
    if STAMP.exists() and not any(mark.startswith(PYTHON + " ") for mark in ready):
        return False
    if not environment_program("python").exists():
        return False
    pip = python_call("-m", "pip", "--version")
    answer = subprocess.run(pip, capture_output=True, text=True, check=False)
    return answer.returncode == 0 and PYTHON.replace("python", "(python ") + ")" in answer.stdout


def make_environment() -> None:
    """Make .venv anew, from the Python that runs this file."""
    whole = find_spec("venv") and find_spec("ensurepip")
    if not whole and not install_packages(f"{PYTHON}-venv"):
        raise CommandError("This Python lacks its modules venv and ensurepip, so .venv cannot be made.")
    if VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()
    STAMP.write_text(UNFINISHED, encoding="utf-8")
    python = getattr(sys, "_base_executable", "") or sys.executable
    step("Making the environment in .venv", [python, "-m", "venv", str(VENV)])


def install_section(name: str) -> None:
    """Install a section of the lock; nothing is taken whose hash is not in it."""
    listed = VENV / f"{name}.txt"
    listed.write_text(section_text(name), encoding="utf-8")
    wheels = ["--only-binary=:all:"] if name == RUNTIME else ["--prefer-binary"]
    options = ["--require-hashes", "--no-deps", "--no-input", "--disable-pip-version-check", *wheels]
    pip = python_call("-m", "pip", "install", *options, "-r", str(listed))
    step(f"Installing the {name} packages into .venv", pip)


def link_project() -> None:
    """Let .venv find the viewer package where it is, and give it the command `sanad`."""
    site = next(VENV.glob("lib/python*/site-packages"), VENV / "Lib" / "site-packages")
    (site / "sanad.pth").write_text(os.path.relpath(ROOT, site) + "\n", encoding="utf-8")
    if os.name == "nt":
        (VENV / "Scripts" / "sanad.cmd").write_text('@"%~dp0python.exe" -m viewer %*\n', encoding="ascii")
        return
    command = VENV / "bin" / "sanad"
    command.write_text('#!/bin/sh\nexec "$(dirname "$0")/python" -m viewer "$@"\n', encoding="ascii")
    command.chmod(0o755)


def python_call(*arguments: str) -> list[str]:
    """Give the command that calls the Python of .venv."""
    return [str(environment_program("python")), *arguments]


def hand_over(command: list[str], **variables: str) -> int:
    """Become the command where the system can, so that signals and the exit code are its own."""
    os.environ.update(variables)
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.call(command)


def has_display() -> bool:
    """Tell whether a window can be shown; only Linux can be without."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if sys.platform != "linux" or chosen not in {"", "offscreen", "minimal"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def opens_window(arguments: list[str]) -> bool:
    """Tell a call that opens a window from a subcommand that only prints or writes."""
    if not arguments or arguments[0] == "open":
        return True
    first = arguments[0]
    return Path(first).exists() or (first.startswith("-") and first not in QUIET_OPTIONS)


def run(arguments: list[str]) -> int:
    """Start Sanad; without a display, draw its window into a picture instead."""
    display = has_display()
    ensure_system(LIBRARIES, WINDOW_LIBRARIES if display else {})
    ensure_environment(RUNTIME)
    if display:
        return hand_over(python_call("-m", "viewer", *arguments))
    if not opens_window(arguments):
        return hand_over(python_call("-m", "viewer", *arguments), QT_QPA_PLATFORM="offscreen")
    folder = Path.cwd() if os.access(Path.cwd(), os.W_OK) else Path(tempfile.gettempdir())
    picture = folder / "sanad-window.png"
    say(f"There is no display here, so the window is drawn into a picture:\n  {picture}")
    shown = arguments[1:] if arguments[:1] == ["open"] else arguments
    drawing = python_call("-m", "viewer", "render", *shown, "-o", str(picture))
    return hand_over(drawing, QT_QPA_PLATFORM="offscreen")


def prepare_development(*tables: dict[str, str]) -> None:
    """Make everything ready that tests and tools need, and go to the top folder of the project."""
    ensure_system(LIBRARIES, WINDOW_LIBRARIES, *tables)
    ensure_environment(RUNTIME, DEVELOPMENT)
    os.chdir(ROOT)


def test(arguments: list[str]) -> int:
    """Run the tests; arguments go to pytest."""
    prepare_development(TEST_TOOLS, BUILD_TOOLS)
    return hand_over(python_call("-m", "pytest", *arguments), QT_QPA_PLATFORM="offscreen")


def check(_arguments: list[str]) -> int:
    """Run the linters, the type checker and the import contracts, all of them even if one fails."""
    ensure_environment(RUNTIME, DEVELOPMENT)
    os.chdir(ROOT)
    steps = {
        "ruff": python_call("-m", "ruff", "check"),
        "format": python_call("-m", "ruff", "format", "--check"),
        "mypy": python_call("-m", "mypy"),
        "imports": [str(environment_program("lint-imports"))],
    }
    return max([checked(name, command) for name, command in steps.items()])


def checked(name: str, command: list[str]) -> int:
    """Run one checker; show one line if it is content and all it says if not."""
    started = time.monotonic()
    answer = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    failed = answer.returncode != 0
    if failed:
        say((answer.stdout + answer.stderr).rstrip())
    say(f"{name}: {'failed' if failed else 'ok'}, {time.monotonic() - started:.1f} s")
    return int(failed)


def module(*call: str, **variables: str) -> Callable[[list[str]], int]:
    """Make a command that starts a module in the environment for development."""

    def start(arguments: list[str]) -> int:
        prepare_development(BUILD_TOOLS)
        return hand_over(python_call("-m", *call, *arguments), **variables)

    return start


def lock(arguments: list[str]) -> int:
    """Write requirements.lock anew from pyproject.toml."""
    ensure_environment()
    LOCK.touch()
    if not environment_program("uv").exists():
        step("Installing uv into .venv", python_call("-m", "pip", "install", "uv"))
    runtime = resolved(arguments)
    tools = [entry for entry in resolved([*arguments, "--group", "dev"]) if entry not in runtime]
    LOCK.write_text("\n".join([*runtime, LOCK_DIVIDER, *tools, ""]), encoding="utf-8")
    say(f"Wrote {LOCK.name}: {len(runtime)} packages to run, {len(tools)} to develop.")
    return 0


def resolved(options: list[str]) -> list[str]:
    """Give the entries of a lock for every platform, each with its hashes, and no address of an index."""
    target = VENV / "resolved.txt"
    shutil.copyfile(LOCK, target)
    plain = ["--quiet", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    kind = ["--universal", "--python-version", "3.11", "--generate-hashes", "-o", str(target)]
    uv = str(environment_program("uv"))
    step("Resolving versions", [uv, "pip", "compile", "pyproject.toml", *plain, *kind, *options])
    return re.split(r"\n(?=\S)", target.read_text(encoding="utf-8").strip())


OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
COMMANDS: dict[str, tuple[Callable[[list[str]], int], str]] = {
    "run": (run, "start Sanad; everything after it goes to Sanad"),
    "test": (test, "run the tests; everything after it goes to pytest"),
    "check": (check, "run linters, types and import contracts"),
    "bench": (module("tests.benchmarks", **OFFSCREEN), "measure speed and memory"),
    "soak": (module("tests.soak", **OFFSCREEN), "let a scripted crowd use the exhibition for long"),
    "build": (module("resources.packaging.build"), "make the packages in dist/"),
    "lock": (lock, "write requirements.lock anew from pyproject.toml; --upgrade for newer versions"),
}


def restart_with_newer_python() -> int:
    """Hand over to a Python that is new enough, if there is one on the PATH."""
    for minor in range(OLDEST_PYTHON[1] + 4, OLDEST_PYTHON[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            return hand_over([newer, *sys.argv])
    found = ".".join(map(str, sys.version_info[:3]))
    raise CommandError(f"Sanad needs Python 3.11 or later; this is {found}, and no later one is on the PATH.")


def main(arguments: list[str]) -> int:
    """Carry out one command; the exit code is 0 if it went well."""
    name = arguments[0] if arguments else "--help"
    try:
        if sys.version_info < OLDEST_PYTHON:
            return restart_with_newer_python()
        if name in COMMANDS:
            return COMMANDS[name][0](arguments[1:])
    except (CommandError, OSError) as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 130
    say("python3 dev.py COMMAND [ARGUMENTS]")
    for command, (_, purpose) in COMMANDS.items():
        say(f"  {command:6} {purpose}")
    return 0 if name in {"-h", "--help"} else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
