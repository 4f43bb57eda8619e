"""Bring what every export of a source needs into one value, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from viewer.base.bidi import strip_controls
from viewer.model.dates.wording import calendar_of, describe
from viewer.model.source import Name, Source
from viewer.state.citing.issued import Issued, plain_issued
from viewer.state.pages.reader import Reader


@dataclass(frozen=True, slots=True)
class Record:
    """A source as reference managers see it; texts carry no direction marks, since those are no data."""

    key: str
    """Unique among collections: the id of the collection and that of the source."""
    type: str
    title: str
    authors: tuple[Name, ...]
    issued: Issued | None
    issued_words: str
    """The date in words; empty when the source has none."""
    genre: str
    fields: Mapping[str, str]
    """CSL variables that are plain text."""
    note: str


def record_of(reader: Reader, source: Source) -> Record:
    """Return the record of a source."""
    return Record(
        key=f"{reader.edition.library.about.id}-{source.id}",
        type=source.type,
        title=reader.plain(source.title),
        authors=source.authors,
        issued=plain_issued(source.issued),
        issued_words=strip_controls(issued_words(reader, source)),
        genre=source.genre,
        fields={name: value for name, value in source.csl.items() if value},
        note=strip_controls(_note(reader, source)),
    )


def issued_words(reader: Reader, source: Source) -> str:
    """Return when the source was issued, in the calendar in which that is written."""
    date = source.issued
    return describe(date, reader.language, calendar_of(date), reader.catalogue.say) if date else ""


def _note(reader: Reader, source: Source) -> str:
    parts = [source.csl.get("note", ""), reader.plain(source.issued_note)]
    issued = plain_issued(source.issued)
    if source.issued and (issued is None or issued.circa or len(issued.points) > 1):
        # Some formats hold a single firm date only; words lose nothing.
        parts.append(reader.say("citing.export.issued", date=issued_words(reader, source)))
    if source.seen:
        parts.append(reader.say("citing.export.seen", places=reader.catalogue.listing(source.seen)))
    return reader.say("citing.export.stop").join(part for part in parts if part)
