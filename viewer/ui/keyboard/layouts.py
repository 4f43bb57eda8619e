"""Which key stands where: Persian after ISIRI 9147, English as QWERTY, digits above both.

Rows run from left to right in both scripts, as on every keyboard that people know.
"""

from dataclasses import dataclass

ZWNJ = "\u200c"


@dataclass(frozen=True, slots=True)
class Layout:
    """The letters of one script, row by row; `shifted` is empty where search needs no other letters."""

    language: str
    rows: tuple[str, ...]
    shifted: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    """Keys beside the space bar."""


PERSIAN = Layout(
    "fa",
    ("۱۲۳۴۵۶۷۸۹۰", "ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو"),
    (
        "!٬٫﷼٪×،*)(",
        "\u0652\u064c\u064d\u064b\u064f\u0650\u064e\u0651][}{",
        "ؤئيإأآة»«:؛",
        "ك\u0653ژ\u0670\u200c\u0654ء>",
    ),
    (ZWNJ,),
)
ENGLISH = Layout("en", ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"), extra=("-", "’"))
LAYOUTS = {layout.language: layout for layout in (ENGLISH, PERSIAN)}


def following(language: str) -> Layout:
    """Return the layout to which the language key leads."""
    order = tuple(LAYOUTS)
    return LAYOUTS[order[(order.index(language) + 1) % len(order)]]
