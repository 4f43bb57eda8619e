"""Make model values of the plain entries of an edition, by the one decoder of the format."""

from collections.abc import Iterable, Iterator, Mapping
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
    """Return everything but the events; an entry is decoded when it is first looked at.

    Raises DecodingError, now or then.
    """
    head = HEADER.decode(node_from_plain(plain["head"]), _context(language))
    if isinstance(head, Bad):
        raise DecodingError("head")
    sections = {name: Section(name, plain.get(name, ()), language) for name in SECTIONS if name != "events"}
    return _joined(head, sections)


class Section(Mapping[Any, Any]):
    """Entries by id, each decoded when it is first looked at, because a window looks at few of them."""

    def __init__(self, name: str, entries: Iterable[Mapping[str, Any]], language: str) -> None:
        """Take entries as written."""
        self._name, self._language = name, language
        self._plain = {entry["id"]: entry for entry in entries}
        self._decoded: dict[str, object] = {}

    def __getitem__(self, key: str) -> object:
        if key not in self._decoded:
            value = SECTIONS[self._name].decode(node_from_plain(self._plain[key]), _context(self._language))
            if isinstance(value, Bad):
                raise DecodingError(self._name)
            self._decoded[key] = value
        return self._decoded[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._plain)

    def __len__(self) -> int:
        return len(self._plain)

    def __contains__(self, key: object) -> bool:
        return key in self._plain


def _joined(head: Header, sections: dict[str, Section]) -> Library:
    return Library(
        about=head.about,
        tracks={one.track.id: one.track for one in head.tracks},
        categories={category.id: category for one in head.tracks for category in one.categories},
        **sections,
    )


def _context(language: str) -> Context:
    return Context(FileReport("", Report()), language)
