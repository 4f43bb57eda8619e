"""Write archives whose octets depend on nothing but the files in them."""

import io
import platform
import stat
import subprocess
import tarfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path, PurePath

_BLOCK = 32 << 20
"""Octets that one thread packs at a time; fixed, so that the number of threads changes nothing."""


def tar_of(folder: Path, root: str, moment: int, more: Iterable[tuple[str, bytes | str]] = ()) -> bytes:
    """Return a tar of a folder under the path `root`; all belongs to root and has the same time.

    `more` gives further files as (path, octets), and symbolic links as (path, target).
    """
    buffer = io.BytesIO()
    extra = dict(more)
    below = {f"{root}/{path.relative_to(folder).as_posix()}": path for path in folder.rglob("*")}
    names = {root, *extra, *below}
    parents = {parent.as_posix() for name in names for parent in PurePath(name).parents}
    folders = (parents | {root}) - set(below) - {"."}
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for name in sorted(folders | set(below) | set(extra)):
            if name in folders:
                tar.addfile(_info(name, moment, tarfile.DIRTYPE, 0o755))
            else:
                _add(tar, name, below.get(name), extra.get(name), moment)
    return buffer.getvalue()


def _add(
    tar: tarfile.TarFile, name: str, path: Path | None, content: bytes | str | None, moment: int
) -> None:
    if isinstance(content, bytes):
        info = _info(name, moment, tarfile.REGTYPE, 0o644, size=len(content))
        tar.addfile(info, io.BytesIO(content))
    elif isinstance(content, str):
        tar.addfile(_info(name, moment, tarfile.SYMTYPE, 0o777, link=content))
    elif path is None or path.is_symlink():
        tar.addfile(_info(name, moment, tarfile.SYMTYPE, 0o777, link=str(path.readlink()) if path else ""))
    elif path.is_dir():
        tar.addfile(_info(name, moment, tarfile.DIRTYPE, 0o755))
    else:
        mode = 0o755 if path.stat().st_mode & stat.S_IXUSR else 0o644
        with path.open("rb") as file:
            tar.addfile(_info(name, moment, tarfile.REGTYPE, mode, size=path.stat().st_size), file)


def _info(
    name: str, moment: int, kind: bytes, mode: int, *, size: int = 0, link: str = ""
) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.mode, info.mtime, info.size, info.linkname = kind, mode, moment, size, link
    info.uname = info.gname = "root"
    return info


def xz(data: bytes) -> bytes:
    """Pack with the program xz in two threads; a higher preset saves a tenth and takes five times as long."""
    filters = ["--x86"] if platform.machine() in {"x86_64", "AMD64"} else []
    command = ["xz", "--threads=2", f"--block-size={_BLOCK}", *filters, "--lzma2=preset=1,dict=16MiB"]
    return subprocess.run([*command, "--stdout"], input=data, capture_output=True, check=True).stdout


def write_sums(folder: Path) -> Path:
    """Write SHA256SUMS over the files of a folder, for `sha256sum -c`."""
    sums = folder / "SHA256SUMS"
    files = sorted(path for path in folder.iterdir() if path.is_file() and path != sums)
    lines = [f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    sums.write_bytes("".join(lines).encode())
    return sums
