"""A bare Debian 12 with nothing but the two libraries that the package asks for."""

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

PACKAGES = "libgl1,libegl1"
CACHE = Path(os.environ.get("SANAD_TEST_CACHE", Path(tempfile.gettempdir(), "sanad-test-cache")))
BASE = CACHE / "bookworm-minbase-gl.tar"


@cache
def can_make_chroot() -> bool:
    """Tell whether a chroot can be made here: as root, from the cache or from a mirror."""
    if os.geteuid() != 0 or not shutil.which("chroot"):
        return False
    return BASE.is_file() or (shutil.which("debootstrap") is not None and _fetch_base())


def _fetch_base() -> bool:
    """Make the base once and keep it; False where no mirror can be reached."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        command = ["debootstrap", "--variant=minbase", f"--include={PACKAGES}", "bookworm", folder]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            return False
        partial = BASE.with_suffix(".part")
        pack = [
            "tar",
            "-C",
            folder,
            "--exclude=./var/cache/*",
            "--exclude=./var/lib/apt/*",
            "--exclude=./dev/*",
        ]
        subprocess.run([*pack, "-cf", str(partial), "."], check=True)
        partial.rename(BASE)
    return True


def unpack_base(target: Path) -> Path:
    """Make a chroot below `target`, with the few devices that every system has."""
    target.mkdir(parents=True)
    subprocess.run(["tar", "-C", str(target), "-xf", str(BASE)], check=True)
    target.chmod(0o755)
    for name, minor in (("null", "3"), ("zero", "5"), ("urandom", "9")):
        subprocess.run(["mknod", "-m", "666", str(target / "dev" / name), "c", "1", minor], check=True)
    (target / "dev" / "shm").mkdir(exist_ok=True)
    (target / "dev" / "shm").chmod(0o1777)
    return target
