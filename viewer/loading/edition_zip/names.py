"""Tell which names of files are safe and the same on every system."""

import re
import unicodedata

from viewer.base.bidi import CONTROLS

_UNSOUND = re.compile(f'[{CONTROLS}\x00-\x1f\x7f-\x9f<>:"|?*\\\\]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_MOST_DEEP = 16
_LONGEST = 240


def name_fault(name: str) -> str | None:
    """Return the key of what is wrong with a name below `edition.refused.`, or None."""
    if name.startswith("/") or "\\" in name or re.match("[A-Za-z]:", name):
        return "outside"
    steps = name.removesuffix("/").split("/")
    if any(step in ("..", ".", "") for step in steps):
        return "outside"
    if len(steps) > _MOST_DEEP or len(name.encode("utf-8", "replace")) > _LONGEST:
        return "long-name"
    if _UNSOUND.search(name) or any(_is_unsafe(step) for step in steps):
        return "bad-name"
    return None


def folded(name: str) -> str:
    """Return what a name is taken for where case and composition make no difference."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _is_unsafe(step: str) -> bool:
    """Tell whether a step means something else, or nothing, on Windows."""
    return step[-1] in ". " or _RESERVED.fullmatch(step) is not None
