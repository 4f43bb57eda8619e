"""Tell whether the program was started from a medium that travels: a stick, a card, a read-only disk."""

import os
import sys
from pathlib import Path

SYSTEM_FOLDERS = tuple(Path(name) for name in ("/usr", "/opt", "/nix", "/gnu", "/snap", "/app"))
"""Where a system keeps its programs; some systems mount these read-only."""
_DRIVE_REMOVABLE, _DRIVE_CDROM = 2, 5
_BLOCK_DEVICES = Path("/sys/dev/block")


def program_folder() -> Path | None:
    """Return the folder in which the packaged program lies; None when it runs from its source."""
    if not getattr(sys, "frozen", False):
        return None
    image = os.environ.get("APPIMAGE")
    if image:
        return Path(image).parent
    folder = Path(sys.executable).resolve().parent
    inside_app = next((parent for parent in folder.parents if parent.suffix == ".app"), None)
    return inside_app.parent if inside_app else folder


def is_on_travelling_media(folder: Path) -> bool:
    """Tell whether `folder` lies on a removable or a read-only medium; False where that cannot be known."""
    try:
        if sys.platform == "win32":
            return _is_removable_drive(folder.anchor)
        if sys.platform == "darwin":
            return folder.parts[:2] == ("/", "Volumes") or _is_read_only(folder)
        return _is_read_only(folder) or _is_removable(_block_device(folder))
    except (OSError, ValueError):
        return False


def _is_read_only(folder: Path) -> bool:
    belongs_to_system = any(folder.is_relative_to(place) for place in SYSTEM_FOLDERS)
    if sys.platform == "win32" or belongs_to_system:
        return False
    return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def _block_device(folder: Path) -> Path | None:
    """Return the entry of the device on which `folder` lies; None for a file system without one."""
    number = folder.stat().st_dev
    entry = _BLOCK_DEVICES / f"{os.major(number)}:{os.minor(number)}"
    if not entry.exists():
        number = _device_of_mount(number)
        entry = _BLOCK_DEVICES / f"{os.major(number)}:{os.minor(number)}"
    return entry.resolve() if entry.exists() else None


def _device_of_mount(number: int) -> int:
    """Return the device behind a file system that a program serves, as is usual for NTFS and exFAT."""
    wanted = f"{os.major(number)}:{os.minor(number)}"
    for line in Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace").splitlines():
        before, _, after = line.partition(" - ")
        source = after.split(" ")[1]
        if before.split(" ")[2] == wanted and source.startswith("/dev/"):
            return Path(source).stat().st_rdev
    return number


def _is_removable(device: Path | None) -> bool:
    """Tell sticks, cards and discs, and every disk that hangs on USB, from what is built in."""
    if device is None:
        return False
    if "/usb" in device.as_posix():
        return True
    disks = (device, device.parent)
    return any(_says(disk / "removable", "1") or _says(disk / "device" / "type", "SD") for disk in disks)


def _says(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text(encoding="ascii").strip() == text


def _is_removable_drive(anchor: str) -> bool:
    if sys.platform == "win32":
        import ctypes

        return ctypes.windll.kernel32.GetDriveTypeW(anchor) in (_DRIVE_REMOVABLE, _DRIVE_CDROM)
    return False
