"""Finish a frozen folder on Linux: leave out symbols and unused data, add the texts, and fix all times."""

import os
import shutil
import subprocess
from pathlib import Path

from resources.packaging.icu_data import trim_library
from resources.packaging.notices import gather_licences

_HERE = Path(__file__).resolve().parent
_ELF = b"\x7fELF"
_NOT_STRIPPED = ("numpy.libs",)
"""Their wheels had names changed inside the files; strip would leave these files broken."""


def finish(folder: Path, moment: int, *, with_notices: bool) -> None:
    """Make the folder as small and as complete as it is given to people."""
    for library in folder.glob("program/PySide6/Qt/lib/libicudata.so.*"):
        trim_library(library)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and not set(path.parts) & set(_NOT_STRIPPED):
            _strip(path)
    if with_notices:
        gather_licences(folder)
        shutil.copyfile(_HERE / "README.txt", folder / "README.txt")
        shutil.copyfile(_HERE / "icons" / "sanad.svg", folder / "sanad.svg")
    for path in [*folder.rglob("*"), folder]:
        _settle(path, moment, runs=path.is_dir() or path == folder / folder.name or ".so" in path.name)


def _strip(path: Path) -> None:
    """Remove symbols of a library; the program itself carries its modules behind them and is left alone."""
    with path.open("rb") as file:
        is_library = file.read(4) == _ELF and ".so" in path.name
    if is_library:
        subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)


def _settle(path: Path, moment: int, *, runs: bool) -> None:
    """Give a file the rights and the time that it has in every archive."""
    if not path.is_symlink():
        path.chmod(0o755 if runs else 0o644)
    os.utime(path, (moment, moment), follow_symlinks=False)
