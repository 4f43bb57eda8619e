"""Write keys as the platform writes them."""

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence

from viewer.base.bidi import ltr


def key_text(keys: Iterable[str]) -> str:
    """Return key sequences as text, kept left-to-right inside any language."""
    native = QKeySequence.SequenceFormat.NativeText
    return "  ".join(ltr(QKeySequence(key).toString(native)) for key in keys)
