"""Say where Sanad may keep what it can always make anew, and what a person allowed it to remember."""

import os
import sys
from pathlib import Path

HOME_VARIABLE = "SANAD_HOME"
"""Names one folder that holds all that is written for the program itself."""


def cache_folder() -> Path:
    """Return the folder for caches of the person who runs the program; it need not exist."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / "cache"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home() / "AppData/Local"))) / "Sanad" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "Sanad"
    # The XDG Base Directory Specification has relative paths ignored.
    stated = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (stated if stated.is_absolute() else Path.home() / ".cache") / "sanad"


def settings_folder() -> Path:
    """Return the folder for what the person allowed the program to remember; it need not exist."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / "settings"
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", str(Path.home() / "AppData/Roaming"))) / "Sanad"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Sanad"
    stated = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return (stated if stated.is_absolute() else Path.home() / ".config") / "sanad"
