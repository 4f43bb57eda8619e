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
    return reader.catalogue.listing(
        locator_words(reader, locator)
        for locator in citation.locators
        if locator.kind is not LocatorKind.COPY
    )


def copy_words(reader: Reader, citation: Citation) -> str:
    """Return in which copy an editor saw it; empty when the citation names none, or its check tells."""
    copies = (locator for locator in citation.locators if locator.kind is LocatorKind.COPY)
    told = citation.check.note.all()
    untold = (copy for copy in copies if not any(copy.value in note for note in told))
    return reader.catalogue.listing(locator_words(reader, copy) for copy in untold)


def _value(reader: Reader, locator: Locator) -> str:
    span = _SPAN.fullmatch(locator.value)
    if span:
        first, last = (reader.catalogue.digits(end) for end in span.groups())
        return reader.say("source.locator.span", first=first, last=last)
    if _NUMBERS.fullmatch(locator.value):
        return ltr(reader.catalogue.digits(locator.value))
    return locator.value
