"""Join the parts of a citation as a footnote or an entry of a bibliography does, after Chicago."""

from collections.abc import Iterable
from enum import StrEnum
from unicodedata import bidirectional

from viewer.base.bidi import CONTROLS, first_strong, isolate_within, strip_controls
from viewer.model.source import Name
from viewer.state.pages.reader import Reader

_ENDS = (".", "?", "!", "؟", "…")
_CLOSING = CONTROLS + "”»’\"'"
_INNER = {"ltr": str.maketrans("“”", "‘’"), "rtl": str.maketrans("«»", "“”")}
_RIGHT_TO_LEFT = "\u200f"
NAMED_IN_NOTE = 3
"""Authors that a note names; of more, only the first is named."""


class Style(StrEnum):
    """How a citation is written."""

    NOTE = "note"
    """A footnote: parts set off by commas, names as spoken."""
    BIBLIOGRAPHY = "bibliography"
    """An entry of a list: parts set off by stops, sorted by the family name that leads it."""


def joined(reader: Reader, style: Style, parts: Iterable[str]) -> str:
    """Return the parts as one line that ends with a stop; empty parts are left out."""
    around = reader.catalogue.direction
    line = ""
    for part in (isolate_within(part, around) for part in parts if part):
        if not line:
            line = _begun(part)
        elif style is Style.NOTE:
            line = _set_off(reader, line, reader.say("citing.comma")) + part
        else:
            line = _set_off(reader, line, reader.say("citing.stop") + " ") + _begun(part)
    return _set_off(reader, line, reader.say("citing.stop")).rstrip()


def tidy(reader: Reader, text: str) -> str:
    """Return a line that can stand alone in any other program.

    Direction marks go where nothing runs against the language; a line that runs from right to left says so
    first, because programs take the direction of a line from its first strong letter.
    """
    if reader.catalogue.direction == "rtl":
        return text if text.startswith(_RIGHT_TO_LEFT) else _RIGHT_TO_LEFT + text
    return text if any(bidirectional(sign) in ("R", "AL") for sign in text) else strip_controls(text)


def quoted(reader: Reader, title: str) -> str:
    """Return a title in the quotation marks of the language; marks inside it become inner ones."""
    return reader.say("citing.quoted", title=title.translate(_INNER[reader.catalogue.direction]))


def names(reader: Reader, authors: tuple[Name, ...], style: Style) -> str:
    """Return the authors; a bibliography turns the first name around."""
    if not authors:
        return ""
    spoken = [_spoken(name) for name in authors]
    if style is Style.BIBLIOGRAPHY:
        spoken[0] = _turned(reader, authors[0])
    if style is Style.NOTE and len(spoken) > NAMED_IN_NOTE:
        return reader.say("citing.authors.many", first=spoken[0])
    *others, last = spoken
    if not others:
        return last
    pair = len(others) == 1 and "," not in others[0]
    key = "citing.authors.two" if pair else "citing.authors.several"
    return reader.say(key, first=reader.catalogue.listing(others), last=last)


def _set_off(reader: Reader, line: str, sign: str) -> str:
    """Return a line with what parts it from the next part; in English it stands inside quotation marks."""
    if _ended(line) and (sign.strip() == reader.say("citing.stop") or line.endswith("”")):
        return line + " "
    if reader.language == "en" and line.endswith("”"):
        return f"{line[:-1]}{sign.rstrip()}” "
    return line + sign


def _begun(part: str) -> str:
    """Return a part with a capital, as after a stop; addresses and numbers stay as they are."""
    return part[:1].upper() + part[1:] if part.partition(" ")[0].rstrip(",;:").isalpha() else part


def _ended(line: str) -> bool:
    """Tell whether a line ends a sentence already, within marks or without."""
    return line.rstrip(_CLOSING).endswith(_ENDS)


def _spoken(name: Name) -> str:
    return name.literal or f"{name.given} {name.family}".strip()


def _turned(reader: Reader, name: Name) -> str:
    if name.literal or not name.given:
        return name.literal or name.family
    if first_strong(name.family) == "ltr":
        return f"{name.family}, {name.given}"
    return reader.say("citing.turned", family=name.family, given=name.given)
