"""Say from which collection, edition and content something is cited, so that it can be found again."""

from viewer.base.bidi import ltr
from viewer.model.dates.edtf import parse_edtf
from viewer.model.dates.problems import EdtfError
from viewer.model.dates.wording import calendar_of, describe
from viewer.state.pages.reader import Reader

SHORT = 12
"""Hex digits of the SHA-256 that a citation shows; 48 bits tell all editions of a collection apart."""


def edition_words(reader: Reader) -> str:
    """Return title, version and date of the collection."""
    about = reader.edition.library.about
    title, version = reader.plain(about.title), reader.catalogue.digits(about.version)
    date = _date_words(reader, about.date)
    if not date:
        return reader.say("citing.edition.undated", title=title, version=version)
    return reader.say("citing.edition.dated", title=title, version=version, date=date)


def held_words(reader: Reader, ids: str) -> str:
    """Return where an entry stands: edition, ids, content, and the language in which it was read."""
    return reader.say(
        "citing.edition.held",
        edition=edition_words(reader),
        id=ltr(ids),
        digest=short_key(reader.edition.key),
    )


def short_key(key: str) -> str:
    """Return the beginning of the hash of the content."""
    return ltr(key[:SHORT])


def _date_words(reader: Reader, text: str) -> str:
    try:
        date = parse_edtf(text)
    except EdtfError:
        return text
    return describe(date, reader.language, calendar_of(date), reader.catalogue.say)
