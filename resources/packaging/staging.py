"""Lay out what goes into the package besides the program: the collection, compiled, and its manifest."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from viewer.base.progress import work
from viewer.base.resources import bundled_collection
from viewer.loading.bag.release import release_manifest
from viewer.loading.catalogue import LANGUAGES, messages_of_files
from viewer.loading.collection_files import Read, read_collection
from viewer.loading.compiled.filling import fill_from_read
from viewer.loading.compiled.manifest import MANIFEST, seal
from viewer.loading.compiled.parts import FolderParts
from viewer.loading.compiled.shelf import open_edition
from viewer.loading.opened import BESIDE
from viewer.state.evidence import prepare_evidence

_ROOT = Path(__file__).resolve().parents[2]


def stage_collection(stage: Path, moment: int) -> None:
    """Copy the bundled collection below `stage`, compile it, and write the manifest of the release.

    `moment` is the time, in seconds since 1970, that all files get. A faulty collection is a ValueError.
    """
    source = bundled_collection()
    copied = stage / "data" / source.name
    shutil.copytree(source, copied, ignore=shutil.ignore_patterns(".*", BESIDE))
    read = read_collection(copied)
    if read.collection is None or read.has_errors:
        raise ValueError("the bundled collection has errors; see: sanad check")
    _compile(copied / BESIDE / read.key, read, moment)
    manifest = stage / "editions" / f"{source.name}.sha256"
    manifest.parent.mkdir(parents=True)
    manifest.write_bytes(release_manifest(source).encode())


def stage_messages(stage: Path) -> None:
    """Write the messages of each language into one file, which is read in a tenth of the time."""
    folder = stage / "messages"
    folder.mkdir()
    for language in LANGUAGES:
        text = json.dumps(messages_of_files(language), ensure_ascii=False, indent=0)
        (folder / f"{language}.json").write_text(text + "\n", encoding="utf-8")


def stage_code(stage: Path) -> None:
    """Compile into `stage / "code"` what would else be compiled at each start."""
    folder = stage / "code"
    folder.mkdir()
    command = [sys.executable, "-m", "resources.packaging.compiling", str(folder)]
    subprocess.run(command, cwd=_ROOT, env={**os.environ, "PYTHONHASHSEED": "1"}, check=True)


def _compile(folder: Path, read: Read, moment: int) -> None:
    """Build the edition, with what its first page needs, and seal it."""
    folder.mkdir(parents=True)
    fill_from_read(FolderParts(folder), read, work())
    _seal_at(folder, read.key, moment)
    prepare_evidence(open_edition(folder, read.key))
    for kept in (folder / "kept").iterdir():
        _seal_at(kept, read.key, moment)


def _seal_at(folder: Path, key: str, moment: int) -> None:
    """Seal a folder with times that do not depend on when it was built."""
    (folder / MANIFEST).unlink(missing_ok=True)
    for part in folder.iterdir():
        os.utime(part, (moment, moment))
    seal(folder, key)
