"""What is written during a visit through all functions: nothing, or what was promised."""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers.packages import clean_environment

ROOT = Path(__file__).resolve().parents[2]
CALLS = (
    "openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mknod,truncate"
)
OPENED = re.compile(
    r'(?:openat|open|creat)\([^"]*"((?:[^"\\]|\\.)*)", (\S*O_(?:WRONLY|RDWR|CREAT)\S*).* = \d+'
)
MADE = re.compile(
    r'(?:mkdir|mkdirat|rename\w*|link|linkat|symlink\w*|mknod|truncate)\([^"]*"((?:[^"\\]|\\.)*)".* = 0'
)
NO_FILES = ("/dev/null", "/dev/tty", "/dev/dri", "/proc/")


@dataclass(frozen=True)
class Visit:
    """What a visit left."""

    home: Path
    saved: Path
    said: str
    written: set[str]
    """Everything outside the folder for saved files that was opened for writing, or made."""
    kept: set[str]
    """Files in the home afterwards."""


def visit(place: Path, screen: str, *options: str) -> Visit:
    """Go through all functions with a home, a cache and a folder for passing files of their own."""
    home, saved, trace = place / "home", place / "saved", place / "trace"
    folders = {name: home / name.lower() for name in ("TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")}
    folders["XDG_RUNTIME_DIR"] = home / "run"
    for folder in (home, saved, *folders.values()):
        folder.mkdir(parents=True)
    (home / ".local" / "share").mkdir(parents=True)
    environment = clean_environment(
        DISPLAY=screen, HOME=str(home), **{name: str(folder) for name, folder in folders.items()}
    )
    done = subprocess.run(
        [
            *("strace", "-f", "-y", "-s", "500", "-e", f"trace={CALLS}", "-o", str(trace)),
            *(sys.executable, "-B", "-m", "tests.helpers.visit", str(saved), *options),
        ],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    kept = {str(path.relative_to(home)) for path in home.rglob("*") if not path.is_dir()}
    return Visit(home, saved, done.stdout, written(trace, saved), kept)


def written(trace: Path, saved: Path) -> set[str]:
    text = trace.read_text(errors="replace")
    found = {path for path, _ in OPENED.findall(text)} | set(MADE.findall(text))
    return {path for path in found if not path.startswith((*NO_FILES, str(saved)))}


@pytest.fixture(scope="module")
def traceless(tmp_path_factory: pytest.TempPathFactory, screen: str) -> Visit:
    return visit(tmp_path_factory.mktemp("traceless"), screen, "--no-trace")


def test_the_visit_went_through_everything(traceless: Visit) -> None:
    for name in ("window.open", "window.picture", "window.forget", "find.next", "notes.file", "open.source"):
        assert name in traceless.said
    assert int(traceless.said.split()[1].rstrip(":")) > 80
    assert len(list(traceless.saved.glob("*.png"))) == 1


def test_without_traces_nothing_is_written_but_what_was_saved(traceless: Visit) -> None:
    assert traceless.written == set()
    assert traceless.kept == set()


def test_otherwise_only_settings_and_index_are_kept_in_one_folder(tmp_path: Path, screen: str) -> None:
    left = visit(tmp_path, screen, "--language", "en")
    folder = left.home / ".local" / "share" / "sanad"
    assert {path for path in left.written if not path.startswith(str(folder))} == set()
    kinds = {name.removeprefix(".local/share/sanad/").split("/")[0] for name in left.kept}
    assert kinds == {"settings.json", "cache"}
    kept = json.loads((folder / "settings.json").read_text())
    assert kept["language"] == "fa"
    assert "order" not in (folder / "settings.json").read_text()
