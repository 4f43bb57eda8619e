"""Find the files that travel with the program, both in a source tree and in a frozen bundle."""

import sys
from pathlib import Path

_SOURCE_ROOT = Path(__file__).resolve().parents[2]


def resource_path(*parts: str) -> Path:
    """Return the path below `resources/`; nothing is opened here and the path need not exist."""
    root = Path(getattr(sys, "_MEIPASS", _SOURCE_ROOT))
    return root.joinpath("resources", *parts)


def bundled_collection() -> Path:
    """Return the folder of the collection that travels with the program."""
    root = Path(getattr(sys, "_MEIPASS", _SOURCE_ROOT))
    return root / "data" / "iran-1988"
