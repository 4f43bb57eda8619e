"""Load the bundled fonts, so that the window looks the same everywhere."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from viewer.base.resources import resource_path


@cache
def load_fonts() -> tuple[str, ...]:
    """Register all bundled fonts once and return their families; needs a QGuiApplication."""
    families: set[str] = set()
    for path in sorted(resource_path("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families.update(QFontDatabase.applicationFontFamilies(number))
    return tuple(sorted(families))
