"""Keep Qt, and the libraries below it, from writing files of their own."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings

from viewer.base.places import NOWHERE
from viewer.base.resources import resource_path


def keep_qt_from_writing() -> None:
    """Set what must be set before the application is made.

    Fontconfig would write a cache of all fonts of the system; it is shown the bundled ones alone. Without a
    session bus libdbus would start one and note its address in the home. File dialogs would note which
    folders were visited.
    """
    if sys.platform.startswith("linux"):
        os.environ.setdefault("FONTCONFIG_FILE", str(resource_path("fonts", "fonts.conf")))
        if not _has_session_bus():
            os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(kind, scope, str(NOWHERE))


def forget_dialogs() -> None:
    """Remove what Qt notes of file dialogs where it can be written nowhere else than in the registry."""
    if sys.platform in ("win32", "darwin"):
        notes = QSettings(QSettings.Scope.UserScope, "QtProject")
        notes.remove("FileDialog")
        notes.sync()


def _has_session_bus() -> bool:
    running = os.environ.get("XDG_RUNTIME_DIR")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS") or (running and Path(running, "bus").exists()))
