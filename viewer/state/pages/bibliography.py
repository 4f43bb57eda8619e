"""Name a source: in two words inside a row, in one line where it is described."""

import re

from viewer.base.bidi import isolate_within, ltr
from viewer.model.source import Name, Source
from viewer.state.pages.dates import date_words, year_words
from viewer.state.pages.reader import Reader

_NO_KEY = re.compile(r"[^a-z0-9]+")
_FIELDS = ("container-title", "publisher", "number", "volume", "issue", "page", "ISBN", "DOI")


def author_words(reader: Reader, source: Source) -> str:
    """Return all authors, given name first; empty when the source names none."""
    return reader.catalogue.listing(_full(name) for name in source.authors)


def genre_words(reader: Reader, source: Source) -> str:
    """Return the kind of a source in the reader's language; else as it is written."""
    key = f"genre.{_NO_KEY.sub('-', source.genre.casefold()).strip('-')}"
    return reader.say(key) if reader.catalogue.has(key) else source.genre


def short_words(reader: Reader, source: Source) -> str:
    """Return author and year, such as "Amnesty International 1990"; the title where no author is known."""
    year = year_words(reader, source.issued)
    if not source.authors:
        return reader.plain(source.title)
    name = source.authors[0]
    author = name.family or name.literal
    key = "source.short.many" if len(source.authors) > 1 else "source.short.one"
    return reader.say(key, author=author, year=year) if year else author


def reference_words(reader: Reader, source: Source) -> str:
    """Return one line in the order of CSL: author, title, genre, publisher, numbers, date, address."""
    parts = [author_words(reader, source), reader.plain(source.title), genre_words(reader, source)]
    parts += [_field(reader, name, source.csl.get(name, "")) for name in _FIELDS]
    parts += [date_words(reader, source.issued), reader.plain(source.issued_note)]
    parts.append(ltr(source.csl["URL"]) if source.csl.get("URL") else "")
    around = reader.catalogue.direction
    return reader.say("source.stop").join(isolate_within(part, around) for part in parts if part)


def _full(name: Name) -> str:
    return name.literal or f"{name.given} {name.family}".strip()


def _field(reader: Reader, name: str, value: str) -> str:
    key = f"source.field.{name}"
    if not value or not reader.catalogue.has(key):
        return value
    return reader.say(key, value=ltr(value))
