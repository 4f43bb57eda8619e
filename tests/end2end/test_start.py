"""What the way to the first frame leaves for later."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = """
import gc, json, sys
from viewer.app import desktop
from viewer.app.first_frame import after_first_frame, end_after_first_frame
from viewer.app.main import main

def begin(window, app):
    end_after_first_frame(window, app)
    # Asked for last, it is told first.
    after_first_frame(window, lambda: print(json.dumps([gc.isenabled(), sorted(sys.modules)])))

vars(desktop)["end_after_first_frame"] = begin
code = main(["--first-frame"])
assert gc.isenabled()
sys.exit(code)
"""
FOR_LATER = {
    "sqlite3",
    "uuid",
    "yaml",
    "viewer.app.notes_keeping",
    "viewer.app.sheets",
    "viewer.loading.collection_files",
    "viewer.loading.edition_zip.edition_zip",
    "viewer.loading.signing.trust",
    "viewer.model.memory_edition",
    "viewer.ui.documents.view",
    "viewer.ui.listing.view",
    "viewer.ui.window.waiting",
}


@pytest.fixture(scope="module")
def first_frame(tmp_path_factory: pytest.TempPathFactory) -> tuple[bool, set[str]]:
    """Whether garbage is looked for at the first frame of a second start, and what was imported then."""
    environment = {**os.environ, "HOME": str(tmp_path_factory.mktemp("home")), "QT_QPA_PLATFORM": "offscreen"}
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        environment.pop(name, None)
    said = ""
    for _ in range(2):
        run = subprocess.run(
            [sys.executable, "-c", RUN],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        said = run.stdout.splitlines()[0]
    collecting, modules = json.loads(said)
    return collecting, set(modules)


def test_a_first_frame_imports_nothing_that_only_later_things_need(
    first_frame: tuple[bool, set[str]],
) -> None:
    assert first_frame[1] & FOR_LATER == set()
    assert "viewer.ui.timeline.timeline_view" in first_frame[1]


def test_garbage_is_looked_for_after_the_first_frame(first_frame: tuple[bool, set[str]]) -> None:
    assert first_frame[0] is False
