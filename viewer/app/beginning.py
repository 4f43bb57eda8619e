"""Make the way to the first frame short: nothing is done on it that only helps later, or never."""

import builtins
import gc
from importlib import import_module


def begin() -> None:
    """Start without looking for garbage, and without looking into the source of each module for Qt's sake.

    All that a start makes stays, so that looking for garbage in it is in vain. Qt's binding would replace
    `import` by one that searches the source of each later module for a way to spell names that is not used
    here; the plain one, which it holds beside it, is put back. Each of the two took a tenth of a start.
    """
    gc.disable()
    import_module("PySide6.QtCore")
    builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)


def begun() -> None:
    """Look for garbage from now on, but not among what the start has made."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
