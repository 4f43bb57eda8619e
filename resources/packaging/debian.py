"""Write a Debian package: an `ar` archive of two tars, as in deb(5)."""

import gzip
import re
import subprocess
from hashlib import md5
from pathlib import Path

from resources.packaging.archives import tar_of, xz

_HERE = Path(__file__).resolve().parent
_CONTROL = """\
Package: sanad
Version: {version}
Architecture: {architecture}
Maintainer: Sanad maintainers <maintainers@sanad.invalid>
Installed-Size: {size}
Depends: libc6 (>= {glibc}), libgl1, libegl1
Section: science
Priority: optional
Description: timeline of documented events with the evidence beside it
 Sanad opens a collection of documented events as a timeline that can be
 zoomed from decades to a day, with the sources for each statement beside
 it, in English and Persian. It never uses a network.
"""
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def debian_package(folder: Path, version: str, machine: str, moment: int) -> bytes:
    """Return the package that installs `folder` as /usr/lib/sanad."""
    files: dict[str, bytes | str] = {
        "./usr/bin/sanad": "../lib/sanad/sanad",
        "./usr/share/applications/sanad.desktop": (_HERE / "sanad.desktop").read_bytes(),
        "./usr/share/doc/sanad/copyright": (folder / "licences" / "NOTICES.txt").read_bytes(),
        "./usr/share/man/man1/sanad.1.gz": gzip.compress((_HERE / "sanad.1").read_bytes(), mtime=0),
        **{f"./usr/share/icons/hicolor/{place}": data for place, data in _icons().items()},
    }
    sums = {
        f"usr/lib/sanad/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in _files(folder)
    }
    sums |= {name[2:]: data for name, data in files.items() if isinstance(data, bytes)}
    control = _CONTROL.format(
        version=version,
        architecture=_ARCHITECTURES.get(machine, machine),
        size=sum(map(len, sums.values())) // 1024,
        glibc=needed_glibc(folder),
    )
    md5sums = "".join(f"{_md5(data)}  {name}\n" for name, data in sorted(sums.items()))
    heads = [("./control", control.encode()), ("./md5sums", md5sums.encode())]
    return _ar(
        [
            ("debian-binary", b"2.0\n"),
            ("control.tar.xz", xz(tar_of(_HERE / "empty", ".", moment, heads))),
            ("data.tar.xz", xz(tar_of(folder, "./usr/lib/sanad", moment, files.items()))),
        ],
        moment,
    )


def needed_glibc(folder: Path) -> str:
    """Return the oldest version of glibc that has all that the files ask for."""
    found = {(2, 34)}
    for path in _files(folder):
        if ".so" in path.name or path.name == "sanad":
            listed = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=False)
            found |= {(2, int(minor)) for minor in re.findall(r"GLIBC_2\.(\d+)\b", listed.stdout)}
    return "{}.{}".format(*max(found))


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _icons() -> dict[str, bytes]:
    icons = {f"{size}x{size}/apps/sanad.png": f"sanad-{size}.png" for size in (16, 32, 48, 128, 256)}
    icons["scalable/apps/sanad.svg"] = "sanad.svg"
    return {place: (_HERE / "icons" / name).read_bytes() for place, name in icons.items()}


def _md5(data: bytes) -> str:
    return md5(data, usedforsecurity=False).hexdigest()


def _ar(members: list[tuple[str, bytes]], moment: int) -> bytes:
    out = bytearray(b"!<arch>\n")
    for name, data in members:
        out += f"{name:<16}{moment:<12}{0:<6}{0:<6}{100644:<8}{len(data):<10}`\n".encode()
        out += data + (b"\n" if len(data) % 2 else b"")
    return bytes(out)
