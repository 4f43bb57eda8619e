"""Write a source as a note or an entry of a bibliography."""

from viewer.base.bidi import ltr
from viewer.model.source import Source
from viewer.state.citing.record import issued_words
from viewer.state.citing.style import Style, joined, names, quoted
from viewer.state.pages.bibliography import genre_words
from viewer.state.pages.reader import Reader

_STANDS_ALONE = frozenset(
    {"book", "dataset", "legal_case", "legislation", "pamphlet", "report", "thesis", "treaty"}
)
"""Types whose titles stand as they are; titles of all others are quoted."""
_NAMED_GENRE = frozenset({"document", "interview", "manuscript", "personal_communication", "post", "speech"})
"""Types that do not say by their title what they are."""
_PARTS = frozenset({"chapter", "entry-dictionary", "paper-conference", "personal_communication"})
"""Types that stand in a larger work of other hands."""
_NUMBERS = ("edition", "volume", "issue", "number")


def work_citation(reader: Reader, source: Source, style: Style, place: str = "") -> str:
    """Return the citation of a source; a note also names the place inside it."""
    head = (names(reader, source.authors, style), _title(reader, source), _genre(reader, source))
    parts = (*head, _container(reader, source), *_numbers(reader, source))
    if style is Style.BIBLIOGRAPHY:
        return joined(reader, style, (*parts, _imprint(reader, source), *_identifiers(reader, source)))
    if source.type in _STANDS_ALONE:
        *before, last = (part for part in parts if part)
        last = reader.say("citing.with-imprint", work=last, imprint=_imprint(reader, source))
        return joined(reader, style, (*before, last, place))
    return joined(reader, style, (*parts, _imprint(reader, source), place))


def _genre(reader: Reader, source: Source) -> str:
    return genre_words(reader, source) if source.type in _NAMED_GENRE else ""


def _title(reader: Reader, source: Source) -> str:
    title = reader.plain(source.title)
    return title if source.type in _STANDS_ALONE else quoted(reader, title)


def _container(reader: Reader, source: Source) -> str:
    container = source.csl.get("container-title", "")
    if not container or source.type not in _PARTS:
        return container
    return reader.say("citing.container", title=container)


def _numbers(reader: Reader, source: Source) -> tuple[str, ...]:
    given = {name: source.csl[name] for name in _NUMBERS if source.csl.get(name)}
    return tuple(reader.say(f"citing.number.{name}", value=ltr(value)) for name, value in given.items())


def _imprint(reader: Reader, source: Source) -> str:
    """Return publisher and date; a publisher named as author or container is not named again."""
    said = {source.csl.get("container-title", ""), *(name.literal for name in source.authors)}
    publisher = source.csl.get("publisher", "")
    city = source.csl.get("publisher-place", "")
    date = issued_words(reader, source) or reader.say("citing.undated")
    if not publisher or publisher in said:
        return date
    if city:
        publisher = reader.say("citing.city", city=city, publisher=publisher)
    return reader.say("citing.imprint", publisher=publisher, date=date)


def _identifiers(reader: Reader, source: Source) -> tuple[str, ...]:
    """Return the numbers and the address by which the source is found."""
    found = [
        reader.say(f"citing.{name}", value=ltr(source.csl[name]))
        for name in ("ISBN", "DOI")
        if source.csl.get(name)
    ]
    if source.csl.get("URL"):
        return (*found, ltr(source.csl["URL"]))
    return (*found, reader.say("citing.seen", place=ltr(source.seen[0]))) if source.seen else tuple(found)
