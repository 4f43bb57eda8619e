"""Make model values of the plain entries of an edition, by the one decoder of the format."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from viewer.loading.decode.context import Bad, Context
from viewer.loading.decode.events import EVENT
from viewer.loading.decode.header import HEADER, Header
from viewer.loading.decode.sections import SECTIONS
from viewer.loading.report import FileReport, Report
from viewer.loading.yaml.plain import node_from_plain
from viewer.model.collection import Library
from viewer.model.event import Event

PlainLibrary: TypeAlias = "Mapping[str, Any]"
"""`head`: the head of the collection; `languages`; and a list of entries for each other section."""


class DecodingError(ValueError):
    """An entry of an edition cannot be read, which a whole edition of this version never holds."""


def event_from_plain(plain: object, language: str) -> Event:
    """Return the event of a plain entry; plain texts are in `language`. Raises DecodingError."""
    value = EVENT.decode(node_from_plain(plain), _context(language))
    if isinstance(value, Bad):
        raise DecodingError("event")
    return value


def library_from_plain(plain: PlainLibrary, language: str) -> Library:
    """Return everything but the events. Raises DecodingError."""
    head = HEADER.decode(node_from_plain(plain["head"]), _context(language))
    if isinstance(head, Bad):
        raise DecodingError("head")
    sections = {name: _section(name, plain.get(name, ()), language) for name in SECTIONS if name != "events"}
    return _joined(head, sections)


def _section(name: str, entries: Sequence[object], language: str) -> dict[Any, Any]:
    shape = SECTIONS[name]
    decoded: dict[Any, Any] = {}
    for entry in entries:
        value = shape.decode(node_from_plain(entry), _context(language))
        if isinstance(value, Bad):
            raise DecodingError(name)
        decoded[value.id] = value
    return decoded


def _joined(head: Header, sections: dict[str, dict[Any, Any]]) -> Library:
    return Library(
        about=head.about,
        tracks={one.track.id: one.track for one in head.tracks},
        categories={category.id: category for one in head.tracks for category in one.categories},
        **sections,
    )


def _context(language: str) -> Context:
    return Context(FileReport("", Report()), language)
