"""Make the packages of Sanad in dist/: a folder that runs by itself, and archives of it.

The octets of a package depend on the sources and the tools alone, not on the place or the time of building.
"""

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

from resources.packaging.archives import tar_of, write_sums, xz
from resources.packaging.debian import debian_package
from resources.packaging.finishing import finish
from resources.packaging.notices import gather_licences
from resources.packaging.staging import stage_code, stage_collection, stage_messages
from viewer import __version__

ROOT = Path(__file__).resolve().parents[2]
FALLBACK_MOMENT = 1_767_225_600
"""2026-01-01, for sources that are in no repository."""
BARE_WINDOW = """\
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Watcher(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, told)
        return False
def told():
    print("first frame", flush=True)
    app.quit()
app = QApplication(sys.argv)
window = QMainWindow()
watcher = Watcher()
window.installEventFilter(watcher)
window.resize(1440, 900)
window.show()
app.exec()
"""


class BuildError(Exception):
    """The package would not be whole."""


def main(given: list[str] | None = None) -> int:
    """Build what was asked for and say what was made."""
    parser = argparse.ArgumentParser(prog="dev.py build", description=__doc__)
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="folder to fill (%(default)s)")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="folder for what is left over")
    parser.add_argument("--bare", action="store_true", help="build an empty window, to measure Sanad against")
    parser.add_argument("--folder-only", action="store_true", help="make no archives")
    asked = parser.parse_args(given)
    dist, work = asked.dist.resolve(), asked.work.resolve()
    moment = moment_of_sources()
    try:
        folder = build_folder(dist, work, moment, "bare" if asked.bare else "sanad")
        if not (asked.bare or asked.folder_only):
            write_archives(folder, dist, moment)
    except (BuildError, ValueError, OSError, subprocess.CalledProcessError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for path in sorted(dist.iterdir()):
        sys.stdout.write(f"{path}  {size_of(path) / 1e6:.1f} MB\n")
    return 0


def moment_of_sources() -> int:
    """Return the time that all files get: SOURCE_DATE_EPOCH, or that of the last commit."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not stated and shutil.which("git"):
        command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        stated = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return int(stated) if stated.isdigit() else FALLBACK_MOMENT


def build_folder(dist: Path, work: Path, moment: int, name: str) -> Path:
    """Build the folder that runs by itself, and return it."""
    folder, stage = dist / name, work / f"stage-{name}"
    for old in (folder, stage):
        shutil.rmtree(old, ignore_errors=True)
    stage.mkdir(parents=True)
    (stage / "bare.py").write_text(BARE_WINDOW, encoding="utf-8")
    if name == "sanad":
        stage_collection(stage, moment)
        stage_messages(stage)
        stage_code(stage)
        if sys.platform != "linux":
            gather_licences(stage)
    log = freeze(dist, work, stage, moment, name)
    refuse_gaps(log, folder)
    if sys.platform == "linux":
        finish(folder, moment, with_notices=name == "sanad")
    return folder


def freeze(dist: Path, work: Path, stage: Path, moment: int, name: str) -> str:
    """Run PyInstaller with everything fixed that its result could depend on, and return its log."""
    fixed = {
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": str(moment),
        "PYINSTALLER_CONFIG_DIR": str(work / "cache"),
        "SANAD_STAGE": str(stage),
        "SANAD_ENTRY_NAME": name,
        # Modules that are not compressed are read in less time; the archives are compressed as a whole.
        "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",
    }
    options = ["--noconfirm", "--clean", "--distpath", str(dist), "--workpath", str(work / name)]
    command = [sys.executable, "-m", "PyInstaller", *options, str(ROOT / "build.spec")]
    done = subprocess.run(
        command, env={**os.environ, **fixed}, cwd=ROOT, capture_output=True, text=True, check=False
    )
    (work / f"{name}.log").write_text(done.stdout + done.stderr, encoding="utf-8")
    if done.returncode:
        raise BuildError("\n".join(done.stderr.splitlines()[-15:]))
    return done.stderr


def refuse_gaps(log: str, folder: Path) -> None:
    """Raise BuildError where a library or module was not found that a file in the package asks for."""
    gaps = re.findall(r"Library not found: could not resolve '([^']+)', dependency of '([^']+)'", log)
    kept = {path.name for path in folder.rglob("*")}
    missing = [f"{library}, wanted by {Path(user).name}" for library, user in gaps if Path(user).name in kept]
    missing += re.findall(r"Hidden import '(viewer[^']*)' not found", log)
    if missing:
        raise BuildError("Not found: " + "; ".join(missing))


def write_archives(folder: Path, dist: Path, moment: int) -> None:
    """Write what is given to people on Linux; elsewhere the workflow of the release packs the folder."""
    if sys.platform != "linux":
        return
    machine = platform.machine()
    name = f"sanad-{__version__}-linux-{machine}"
    for old in [*dist.glob("sanad-*.tar.xz"), *dist.glob("sanad_*.deb")]:
        old.unlink()
    (dist / f"{name}.tar.xz").write_bytes(xz(tar_of(folder, f"sanad-{__version__}", moment)))
    package = debian_package(folder, __version__, machine, moment)
    (dist / f"sanad_{__version__}_{machine}.deb").write_bytes(package)
    write_sums(dist)


def size_of(path: Path) -> int:
    """Return the octets of a file, or of all files in a folder."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.lstat().st_size for file in files if file.is_file() and not file.is_symlink())


if __name__ == "__main__":
    sys.exit(main())
