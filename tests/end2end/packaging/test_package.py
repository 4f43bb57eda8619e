"""What is in the package, what is not, and that it is the same each time it is built."""

import hashlib
import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.helpers.packages import call, octets

NETWORK = re.compile(
    r"Qt6?Network|Qt6?Qml|Qt6?Quick|libssl|_ssl|_socket|_asyncio|WebEngine|/tls/|networkinformation|libcurl"
)
NETWORK_MODULES = (
    "_socket",
    "socket",
    "ssl",
    "http.client",
    "urllib.request",
    "asyncio",
    "ftplib",
    "smtplib",
)
# Besides glibc, what libgl1 and libegl1 bring, and what a Wayland session has.
LOADED_BY_THE_SYSTEM = re.compile(
    r"lib(c|m|dl|rt|pthread|util|resolv|GL|EGL|xcb|wayland-client|wayland-cursor)\.so\.\d+|ld-linux-x86-64\.so\.2"
)


def tree(folder: Path) -> dict[str, str]:
    """Name each file with its content, its rights and where it points."""
    return {
        str(path.relative_to(folder)): str(path.readlink())
        if path.is_symlink()
        else f"{path.stat().st_mode:o} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def test_two_builds_in_different_places_are_the_same(builds: tuple[Path, Path]) -> None:
    first, second = builds
    assert tree(first / "sanad") == tree(second / "sanad")
    sums = (first / "SHA256SUMS").read_text()
    assert sums == (second / "SHA256SUMS").read_text()
    assert len(re.findall(r"^[0-9a-f]{64}  sanad.*\.(?:tar\.xz|deb)$", sums, re.MULTILINE)) == 2


def test_the_sums_are_right(dist: Path) -> None:
    checked = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=dist, capture_output=True, check=False)
    assert checked.returncode == 0


def test_it_is_small(dist: Path) -> None:
    assert octets(dist / "sanad") <= 150_000_000
    assert next(dist.glob("*.tar.xz")).stat().st_size <= 45_000_000


def test_nothing_in_it_can_open_a_connection(unpacked: Path) -> None:
    assert [name for name in tree(unpacked / "program") if NETWORK.search(name)] == []
    modules = frozen_modules(unpacked)
    assert "viewer.app.main" in modules
    assert modules.isdisjoint(NETWORK_MODULES)
    assert {name for name in modules if name.startswith("PySide6.QtNetwork")} == set()


def frozen_modules(unpacked: Path) -> set[str]:
    from PyInstaller.archive.readers import CArchiveReader

    archive = CArchiveReader(str(unpacked / "sanad"))
    inner = next(name for name in archive.toc if name.endswith(".pyz"))
    return set(archive.open_embedded_archive(inner).toc) | set(archive.toc)


def test_every_library_that_is_asked_for_is_in_it_or_named_in_the_instructions(unpacked: Path) -> None:
    files = [path for path in unpacked.rglob("*") if path.is_file() and not path.is_symlink()]
    inside = {path.name for path in unpacked.rglob("*")}
    asked: dict[str, str] = {}
    for path in files:
        if ".so" in path.name or path.name == "sanad":
            listed = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=False)
            asked |= dict.fromkeys(re.findall(r"NEEDED +(\S+)", listed.stdout), path.name)
    outside = {name: by for name, by in asked.items() if name not in inside}
    assert {name: by for name, by in outside.items() if not LOADED_BY_THE_SYSTEM.fullmatch(name)} == {}


def test_it_brings_the_collection_compiled_and_its_manifest(unpacked: Path) -> None:
    program = unpacked / "program"
    collection = program / "data" / "iran-1988"
    manifest = (program / "resources" / "editions" / "iran-1988.sha256").read_text()
    for line in manifest.splitlines():
        digest, name = line.split(maxsplit=1)
        assert hashlib.sha256((collection / name).read_bytes()).hexdigest() == digest
    assert "collection.yaml" in manifest
    assert len(list((collection / "compiled").glob("*/manifest.json"))) == 1


def test_it_brings_fonts_words_and_the_licence_of_each_part(unpacked: Path, dist: Path) -> None:
    resources = unpacked / "program" / "resources"
    assert (resources / "fonts" / "Vazirmatn-Regular.ttf").is_file()
    for language in ("en", "fa"):
        source = dist.parent / "resources" / "messages" / language
        brought = json.loads((resources / "messages" / f"{language}.json").read_bytes())
        areas = {path.stem: tomllib.loads(path.read_text()) for path in source.iterdir()}
        assert {key.partition(".")[0] for key in brought} == set(areas)
        assert brought["general.comma"] == areas["general"]["comma"]
    notices = (unpacked / "licences" / "NOTICES.txt").read_text()
    for part in (
        "Qt for Python",
        "numpy",
        "PyYAML",
        "PyNaCl",
        "pypdfium2",
        "Python 3",
        "Vazirmatn",
        "libglib",
    ):
        assert part in notices
    for text in ("Qt/LGPL-3.txt", "Qt/GPL-3.txt", "Python.txt", "Sanad.txt", "fonts/OFL-Noto.txt"):
        assert (unpacked / "licences" / text).stat().st_size > 1000
    told = notices.split("again. Nothing checks")[1]
    for named in re.findall(r": ([^\s)]+?)/?(?:[ )]|$)", told, re.MULTILINE):
        assert (unpacked / "licences" / named).exists(), named


def test_the_debian_package_is_sound(dist: Path, tmp_path: Path) -> None:
    package = next(dist.glob("*.deb"))
    control = subprocess.run(
        ["dpkg-deb", "--field", str(package)], capture_output=True, text=True, check=True
    )
    assert re.search(r"^Depends: libc6 \(>= 2\.\d+\), libgl1, libegl1$", control.stdout, re.MULTILINE)
    subprocess.run(["dpkg-deb", "--raw-extract", str(package), str(tmp_path)], check=True)
    assert tree(tmp_path / "usr" / "lib" / "sanad") == tree(dist / "sanad")
    md5sums = tmp_path / "DEBIAN" / "md5sums"
    checked = subprocess.run(["md5sum", "--quiet", "-c", str(md5sums)], cwd=tmp_path, check=False)
    assert checked.returncode == 0
    assert (tmp_path / "usr" / "bin" / "sanad").resolve() == tmp_path / "usr" / "lib" / "sanad" / "sanad"
    desktop = (tmp_path / "usr" / "share" / "applications" / "sanad.desktop").read_text()
    assert "Name[fa]=سند" in desktop
    assert (tmp_path / "usr" / "share" / "icons" / "hicolor" / "scalable" / "apps" / "sanad.svg").is_file()


@pytest.mark.parametrize("language", ["en", "fa"])
def test_it_finds_itself_in_order(unpacked: Path, language: str) -> None:
    answer = call(unpacked / "sanad", "--self-check", "--language", language)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    last = {"en": "This copy works.", "fa": "این نسخه درست کار می‌کند."}[language]
    assert answer.stdout.splitlines()[-1] == last
    assert answer.stderr == ""


def test_it_finds_a_changed_letter_of_the_collection(unpacked: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    subprocess.run(["cp", "-a", str(unpacked), str(copy)], check=True)
    file = copy / "program" / "data" / "iran-1988" / "people.yaml"
    file.write_bytes(file.read_bytes().replace(b"a", b"b", 1))
    answer = call(copy / "sanad", "--self-check", "--language", "en")
    assert answer.returncode == 1
    assert "people.yaml" in answer.stdout
    assert "does not work as it should" in answer.stdout


def test_qt_can_be_replaced(unpacked: Path, tmp_path: Path) -> None:
    """Put another file in the place of libQt6Core: the published one, with its symbols, as a user would."""
    import PySide6

    copy = tmp_path / "copy"
    subprocess.run(["cp", "-a", str(unpacked), str(copy)], check=True)
    ours = copy / "program" / "PySide6" / "Qt" / "lib" / "libQt6Core.so.6"
    theirs = Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Core.so.6"
    assert "libQt6*.so.6" in (copy / "licences" / "NOTICES.txt").read_text()
    ours.write_bytes(theirs.read_bytes() + b"\0" * 16)
    used = call("/usr/bin/env", "LD_DEBUG=files", str(copy / "sanad"), "--self-check", "--language", "en")
    assert used.returncode == 0, used.stdout
    assert str(ours.parent) in used.stderr
    ours.unlink()
    assert call(copy / "sanad", "--self-check").returncode != 0
