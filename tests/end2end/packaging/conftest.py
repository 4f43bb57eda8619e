"""The package, built once for all tests here, and once more from another directory."""

import tarfile
from pathlib import Path

import pytest

from tests.helpers.bare_debian import can_make_chroot
from tests.helpers.packages import copy_sources, finished, start_build

# Without root, debootstrap and a mirror (or its copy in the cache) there is no bare Debian to run in.
collect_ignore = [] if can_make_chroot() else ["test_bare_debian.py"]


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two folders `dist`, built at the same time from equal sources in different places."""
    here = tmp_path_factory.mktemp("build") / "here"
    there = tmp_path_factory.mktemp("build") / "another place" / "with a longer name"
    running = [(start_build(copy_sources(place)), place) for place in (here, there)]
    first, second = [finished(build, place) for build, place in running]
    return first, second


@pytest.fixture(scope="session")
def dist(builds: tuple[Path, Path]) -> Path:
    """The folder `dist` of the first build."""
    return builds[0]


@pytest.fixture(scope="session")
def unpacked(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive, unpacked as a new user would, in a folder whose name has spaces and Persian letters."""
    place = tmp_path_factory.mktemp("bundle") / "سند برای نمایشگاه" / "a folder"
    place.mkdir(parents=True)
    with tarfile.open(next(dist.glob("sanad-*.tar.xz"))) as archive:
        archive.extractall(place, filter="tar")
    return next(place.iterdir())
