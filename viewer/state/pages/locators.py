"""Say a place inside a source in words: "p. 635", "§ 3.1", "ch. 10"."""

import re

from viewer.base.bidi import ltr
from viewer.model.evidence import Citation, Locator, LocatorKind
from viewer.state.pages.reader import Reader

_NUMBERS = re.compile(r"[0-9][0-9.,:/]*")
_SPAN = re.compile(r"([0-9]+)\s*[-–]\s*([0-9]+)")


def locator_words(reader: Reader, locator: Locator) -> str:
    """Return one step in words; numbers follow the reader's digits, and never turn around."""
    key = f"source.locator.{locator.kind}"
    return reader.say(key, value=_value(reader, locator))


def place_words(reader: Reader, citation: Citation) -> str:
    """Return the whole place, from the large to the small; empty when the citation names none."""
    return reader.catalogue.listing(locator_words(reader, locator) for locator in citation.locators)


def has_place(citation: Citation) -> bool:
    """Tell whether a citation says where in the source; the copy that was seen is no such place."""
    return any(locator.kind is not LocatorKind.COPY for locator in citation.locators)


def _value(reader: Reader, locator: Locator) -> str:
    span = _SPAN.fullmatch(locator.value)
    if span:
        first, last = (reader.catalogue.digits(end) for end in span.groups())
        return reader.say("source.locator.span", first=first, last=last)
    if _NUMBERS.fullmatch(locator.value):
        return ltr(reader.catalogue.digits(locator.value))
    return locator.value
