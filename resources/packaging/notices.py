"""Gather the licences of everything that travels with Sanad."""

import shutil
import subprocess
import sysconfig
from importlib.metadata import distribution
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
_PACKAGES = ("PyYAML", "numpy", "pypdfium2", "PyNaCl", "cffi", "pyinstaller")
_QT = ("PySide6_Essentials", "shiboken6")


def gather_licences(folder: Path) -> None:
    """Fill `folder/licences`: one folder for each part, and NOTICES.txt that names them all."""
    target = folder / "licences"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    shutil.copyfile(_ROOT / "LICENSE", target / "Sanad.txt")
    lines = ["Sanad, Apache License 2.0: Sanad.txt"]
    lines += [_of_package(name, target) for name in _PACKAGES]
    lines += [_of_qt(target), _of_python(target), _of_fonts(target)]
    lines += [_of_system(name, file, target) for name, file in sorted(_system_packages(folder).items())]
    head = (_HERE / "notices.txt").read_text(encoding="utf-8")
    (target / "NOTICES.txt").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def _of_package(name: str, target: Path) -> str:
    found = distribution(name)
    for file in found.files or ():
        if ".dist-info/licenses/" in file.as_posix() and Path(str(file.locate())).is_file():
            inside = file.as_posix().split(".dist-info/licenses/")[1]
            copied = target / name / inside
            copied.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(str(file.locate()), copied)
    told = found.metadata
    stated = [told[key] for key in ("License-Expression", "License") if key in told]
    licence = stated[0].splitlines()[0] if stated else "as stated there"
    return f"{name} {found.version}, {licence}: {name}/"


def _of_qt(target: Path) -> str:
    (target / "Qt").mkdir()
    for text in ("LGPL-3.txt", "GPL-3.txt", "LGPL-2.1.txt"):
        shutil.copyfile(_HERE / "licences" / text, target / "Qt" / text)
    shutil.copyfile(_HERE / "licences" / "ICU.txt", target / "Qt" / "ICU.txt")
    versions = ", ".join(f"{name} {distribution(name).version}" for name in _QT)
    return f"Qt and Qt for Python ({versions}), LGPL-3.0-only: Qt/ (ICU inside Qt: Qt/ICU.txt)"


def _of_python(target: Path) -> str:
    text = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    if text.is_file():
        shutil.copyfile(text, target / "Python.txt")
    return f"Python {sysconfig.get_python_version()}, PSF-2.0: Python.txt"


def _of_fonts(target: Path) -> str:
    (target / "fonts").mkdir()
    for text in sorted((_ROOT / "resources" / "fonts").glob("OFL*.txt")):
        shutil.copyfile(text, target / "fonts" / text.name)
    return "Vazirmatn, Noto Serif, Noto Naskh Arabic, OFL-1.1: fonts/"


def _system_packages(folder: Path) -> dict[str, Path]:
    """Return the statement of each Debian package of which a library was taken; none on other systems."""
    program = folder / "program"
    names = sorted(path.name for path in program.glob("*.so*") if not path.is_symlink())
    if not shutil.which("dpkg-query") or not names:
        return {}
    patterns = [f"*/{name}" for name in names]
    found = subprocess.run(["dpkg-query", "-S", *patterns], capture_output=True, text=True, check=False)
    packages = {line.split(":")[0] for line in found.stdout.splitlines() if "-cross" not in line}
    statements = {name: Path("/usr/share/doc", name, "copyright") for name in packages}
    return {name: path for name, path in statements.items() if path.is_file()}


def _of_system(name: str, statement: Path, target: Path) -> str:
    (target / "system").mkdir(exist_ok=True)
    shutil.copyfile(statement, target / "system" / f"{name}.txt")
    return f"{name}: system/{name}.txt"
