"""Build the package from a copy of the sources, and run it as a person would."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOMENT = "1767225600"
PARTS = ("viewer", "data", "resources", "build.spec", "pyproject.toml", "LICENSE")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc")


def copy_sources(target: Path) -> Path:
    """Copy what a package is built from."""
    target.mkdir(parents=True)
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, target / part, ignore=LEFT_OUT)
        else:
            shutil.copyfile(ROOT / part, target / part)
    return target


def start_build(sources: Path, *options: str) -> subprocess.Popen[str]:
    """Begin to build in a copy of the sources; the result comes to its folder `dist`."""
    command = [sys.executable, "-m", "resources.packaging.build", *options]
    return subprocess.Popen(
        command,
        cwd=sources,
        env={**os.environ, "SOURCE_DATE_EPOCH": MOMENT, "PYTHONPATH": "", "PYTHONHASHSEED": "random"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def finished(build: subprocess.Popen[str], sources: Path) -> Path:
    """Wait for a build and return its folder `dist`."""
    said, _ = build.communicate()
    assert build.returncode == 0, said
    return sources / "dist"


def octets(folder: Path) -> int:
    """Return the size of all files."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def clean_environment(**more: str) -> dict[str, str]:
    """Return an environment in which nothing of this machine's Python or Qt is set."""
    return {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **more}


def call(program: Path | str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a program in such an environment."""
    return subprocess.run(
        [str(program), *arguments],
        env=clean_environment(**more),
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
