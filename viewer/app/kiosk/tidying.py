"""Give free memory back to the system, so that an exhibition stays for months as small as it began."""

import ctypes
import gc
import sys

from PySide6.QtGui import QPixmapCache


def tidy() -> None:
    """Collect garbage, forget pictures drawn for the last visitor, and give back free memory where possible.

    Qt keeps pictures of icons that are gone until they fill ten megabytes; the allocator of Linux keeps what
    visits leave in pieces, and grows by a fifth within a day.
    """
    gc.collect()
    QPixmapCache.clear()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
