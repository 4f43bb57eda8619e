"""Remember between two visits how a person wants the window to look, and nothing of what was read in it.

One small JSON file; what is missing in it, unknown or out of bounds counts as not chosen.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from viewer.base.atomic import write_atomic

FILE_NAME = "settings.json"
_MOST = 16 << 10
"""Bytes of the file that are read."""
_LONGEST = 40
_MOST_SHARES = 8
_SHARE = range(1, 1001)
_SMALLEST, _LARGEST = 1.0, 2.0
"""Bounds of the text scale."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose; an empty text or None means that nothing was chosen."""

    language: str = ""
    theme: str = ""
    time: str = ""
    """Direction of time."""
    text_scale: float | None = None
    calendars: tuple[str, ...] | None = None
    reduced_motion: bool = False
    low_reach: bool = False
    shares: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """How the panes share the room, in thousandths, by their arrangement."""


def load_settings(folder: Path) -> Settings:
    """Return what was chosen before; nothing where the file is not there or cannot be understood."""
    try:
        with (folder / FILE_NAME).open("rb") as file:
            found = json.loads(file.read(_MOST))
    except (OSError, ValueError, RecursionError):
        return Settings()
    return _sound(found) if isinstance(found, dict) else Settings()


def save_settings(folder: Path, settings: Settings) -> None:
    """Write what was chosen, if it differs from what is there; raise OSError where it cannot be written."""
    if load_settings(folder) == settings:
        return
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_atomic(folder / FILE_NAME, (json.dumps(asdict(settings), indent=1) + "\n").encode())


def _sound(found: dict[str, Any]) -> Settings:
    calendars = found.get("calendars")
    return Settings(
        language=_text(found.get("language")),
        theme=_text(found.get("theme")),
        time=_text(found.get("time")),
        text_scale=_number(found.get("text_scale")),
        calendars=tuple(map(_text, calendars[:4])) if isinstance(calendars, list) else None,
        reduced_motion=found.get("reduced_motion") is True,
        low_reach=found.get("low_reach") is True,
        shares=_shares(found.get("shares")),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) and len(value) <= _LONGEST else ""


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if _SMALLEST <= value <= _LARGEST else None


def _shares(value: object) -> dict[str, tuple[int, ...]]:
    rows = list(value.items())[:_MOST_SHARES] if isinstance(value, dict) else []
    return {_text(name): tuple(sizes) for name, sizes in rows if _text(name) and _are_sizes(sizes)}


def _are_sizes(value: object) -> bool:
    return (
        isinstance(value, list)
        and 0 < len(value) <= _MOST_SHARES
        and all(type(size) is int and size in _SHARE for size in value)
    )
