"""Lay out what goes into the package besides the program: the collection, compiled, and its manifest."""

import os
import shutil
from pathlib import Path

from viewer.base.progress import work
from viewer.base.resources import bundled_collection
from viewer.loading.bag.release import release_manifest
from viewer.loading.collection_files import Read, read_collection
from viewer.loading.compiled.filling import fill_from_read
from viewer.loading.compiled.manifest import seal
from viewer.loading.compiled.parts import FolderParts
from viewer.loading.opened import BESIDE


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


def _compile(folder: Path, read: Read, moment: int) -> None:
    """Build the edition and seal it with times that do not depend on when it was built."""
    folder.mkdir(parents=True)
    fill_from_read(FolderParts(folder), read, work())
    for part in folder.iterdir():
        os.utime(part, (moment, moment))
    seal(folder, read.key)
