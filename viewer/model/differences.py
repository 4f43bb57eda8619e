"""Compare two editions of a collection entry by entry and field by field; nothing is weighed or judged."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, TypeAlias

from viewer.model.claim import Answer, DateAnswer, Quantity, Words
from viewer.model.collection import Collection
from viewer.model.dates.fuzzy import FuzzyDate
from viewer.model.event import Involved, Relation
from viewer.model.evidence import Citation, Locator, PageFragment, Region, TextPosition, TextQuote
from viewer.model.restricted import Withheld
from viewer.model.source import Document, Name, Passage
from viewer.model.text import Text

Path: TypeAlias = tuple[str, ...]
"""Names of fields, ids of parts, places in a list (from 1) and languages, down to what differs."""
SECTIONS = ("events", "sources", "people", "groups", "places", "claims", "glossary", "periods", "stories")
_HEADS = ("tracks", "categories")
_NAMES = ("title", "name", "question", "term", "label")
_KEYS: Mapping[type, str] = {
    Citation: "key",
    Involved: "ref",
    Relation: "event",
    Withheld: "field",
    Answer: "id",
    Passage: "id",
    Document: "path",
}
"""By what parts of a list are found again, wherever they stand in it."""
_WHOLE = (
    FuzzyDate,
    Quantity,
    DateAnswer,
    Words,
    Locator,
    Name,
    TextQuote,
    TextPosition,
    Region,
    PageFragment,
)
"""Values that differ as a whole."""


class Turn(StrEnum):
    """What became of something."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field, or one part of it, that differs."""

    path: Path
    turn: Turn
    old: object = None
    """What was there: text, number, date, or a value of the model; None when added."""
    new: object = None


@dataclass(frozen=True, slots=True)
class EntryDifference:
    """One entry that was added, removed or changed."""

    section: str
    """One of `SECTIONS`, `tracks`, `categories`, or `collection` for what the collection says of itself."""
    id: str
    name: Text
    turn: Turn
    fields: tuple[Difference, ...] = ()
    """What differs; empty for an entry that is new or gone."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs, by section and id in the order of the newer edition."""

    entries: tuple[EntryDifference, ...]

    def __bool__(self) -> bool:
        return bool(self.entries)


def diff_collections(old: Collection, new: Collection) -> Changes:
    """Return what changed from one edition of a collection to another."""
    return Changes(tuple(_entries(old, new)))


def name_of(entry: object) -> Text:
    """Return by which an entry is called."""
    names = (getattr(entry, name, None) for name in _NAMES)
    return next((name for name in names if isinstance(name, Text)), Text())


def _entries(old: Collection, new: Collection) -> Iterator[EntryDifference]:
    about = tuple(_compare(old.library.about, new.library.about, ()))
    if about:
        yield EntryDifference(
            "collection", new.library.about.id, new.library.about.title, Turn.CHANGED, about
        )
    for section in (*_HEADS, *SECTIONS):
        yield from _section(section, _all(old, section), _all(new, section))


def _all(collection: Collection, section: str) -> Mapping[Any, Any]:
    found: Mapping[Any, Any] = (
        collection.events if section == "events" else getattr(collection.library, section)
    )
    return found


def _section(section: str, old: Mapping[Any, Any], new: Mapping[Any, Any]) -> Iterator[EntryDifference]:
    for key, entry in new.items():
        if key not in old:
            yield EntryDifference(section, str(key), name_of(entry), Turn.ADDED)
        elif found := tuple(_compare(old[key], entry, ())):
            yield EntryDifference(section, str(key), name_of(entry), Turn.CHANGED, found)
    for key, entry in old.items():
        if key not in new:
            yield EntryDifference(section, str(key), name_of(entry), Turn.REMOVED)


def _compare(old: object, new: object, path: Path) -> Iterator[Difference]:
    """Give what differs between two values of the same place."""
    if old == new:
        return
    match old, new:
        case Text(), Text():
            yield from _mapping(old.values, new.values, path)
        case Mapping(), Mapping():
            yield from _mapping(old, new, path)
        case tuple(), tuple():
            yield from _tuple(old, new, path)
        case frozenset(), frozenset():
            yield from _members(sorted(old), sorted(new), path)
        case _ if is_dataclass(new) and type(old) is type(new) and not isinstance(new, _WHOLE):
            for field in fields(new):
                yield from _compare(getattr(old, field.name), getattr(new, field.name), (*path, field.name))
        case _:
            yield _turned(old, new, path)


def _turned(old: object, new: object, path: Path) -> Difference:
    """Return a difference; an empty value counts as none."""
    if _is_nothing(old):
        return Difference(path, Turn.ADDED, None, new)
    if _is_nothing(new):
        return Difference(path, Turn.REMOVED, old, None)
    return Difference(path, Turn.CHANGED, old, new)


def _is_nothing(value: object) -> bool:
    return value is None or (isinstance(value, str | tuple | Text) and not value)


def _mapping(old: Mapping[Any, object], new: Mapping[Any, object], path: Path) -> Iterator[Difference]:
    for key in dict.fromkeys((*new, *old)):
        below = (*path, str(key))
        if key not in old or key not in new:
            yield _turned(old.get(key), new.get(key), below)
        else:
            yield from _compare(old[key], new[key], below)


def _tuple(old: tuple[Any, ...], new: tuple[Any, ...], path: Path) -> Iterator[Difference]:
    """Compare parts that have a name by it, all others by their order."""
    before, after = _by_key(old), _by_key(new)
    if before is not None and after is not None and (before or after):
        yield from _mapping(before, after, path)
    elif all(isinstance(one, str) for one in (*old, *new)):
        yield from _members(old, new, path)
    else:
        yield from _sequence(old, new, path)


def _by_key(parts: tuple[Any, ...]) -> dict[str, object] | None:
    """Return parts by what names them; None where something has no name, or two have the same."""
    if not parts:
        return {}
    name = _KEYS.get(type(parts[0]))
    if name is None:
        return None
    found = {str(getattr(one, name)): one for one in parts}
    return found if len(found) == len(parts) else None


def _members(old: Iterable[Any], new: Iterable[Any], path: Path) -> Iterator[Difference]:
    """Compare sets of words; another order alone is told as a change of the whole."""
    before, after = tuple(old), tuple(new)
    gone = [Difference(path, Turn.REMOVED, one, None) for one in before if one not in after]
    come = [Difference(path, Turn.ADDED, None, one) for one in after if one not in before]
    yield from gone
    yield from come
    if not gone and not come:
        yield Difference(path, Turn.CHANGED, ", ".join(before), ", ".join(after))


def _sequence(old: tuple[Any, ...], new: tuple[Any, ...], path: Path) -> Iterator[Difference]:
    """Compare parts by their order; a part that moved is gone in one place and new in another."""
    matcher = SequenceMatcher(None, _marks(old), _marks(new), autojunk=False)
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "equal":
            continue
        paired = min(end - start, stop - begin)
        for n in range(paired):
            yield from _compare(old[start + n], new[begin + n], (*path, str(begin + n + 1)))
        for n in range(start + paired, end):
            yield Difference((*path, str(n + 1)), Turn.REMOVED, old[n], None)
        for n in range(begin + paired, stop):
            yield Difference((*path, str(n + 1)), Turn.ADDED, None, new[n])


def _marks(parts: tuple[Any, ...]) -> list[str]:
    """Return texts by which parts are found again; the values themselves may not be hashable."""
    return [repr(one) for one in parts]
