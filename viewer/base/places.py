"""Say where Sanad keeps what it may keep: all of it in one folder, so that it can be shown and removed."""

import os
import sys
from pathlib import Path

HOME_VARIABLE = "SANAD_HOME"
"""Names that folder, in place of the one that the system has for it."""
KEPT_NAMES = ("cache", "settings.json", "copies.json", "venue-*.yaml")
"""Everything that is ever written into the folder."""
NOWHERE = Path(os.devnull) / "sanad"
"""A folder that cannot exist, for a person without a home: reading finds nothing and writing fails."""


def kept_folder() -> Path:
    """Return the one folder for all that is kept; it need not exist."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home)
    if sys.platform == "win32":
        return _stated("LOCALAPPDATA", "AppData", "Local") / "Sanad"
    if sys.platform == "darwin":
        return _home() / "Library" / "Application Support" / "Sanad"
    # The XDG Base Directory Specification has relative paths ignored.
    return _stated("XDG_DATA_HOME", ".local", "share") / "sanad"


def cache_folder() -> Path:
    """Return the folder for what can always be made anew."""
    return kept_folder() / "cache"


def settings_folder() -> Path:
    """Return the folder for what the person chose or allowed the program to remember."""
    return kept_folder()


def has_home() -> bool:
    """Tell whether there is a place at all in which anything can be kept."""
    return not kept_folder().is_relative_to(NOWHERE)


def _stated(variable: str, *usual: str) -> Path:
    stated = Path(os.environ.get(variable, ""))
    return stated if stated.is_absolute() else _home().joinpath(*usual)


def _home() -> Path:
    try:
        home = Path.home()
    except RuntimeError:
        return NOWHERE
    # A user without a home is often given the root of the file system, or an empty name.
    return home if home.is_absolute() and home != Path(home.anchor) else NOWHERE
