"""Give ids to categories, people, groups, places and sources that a file knows by name only."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from viewer.base.bidi import first_strong
from viewer.loading.importing.fields import KINDS, Fields

_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_LONGEST = 40
_COLOURS = ("un", "execution", "official", "order", "protest", "burial", "memory", "background")
_SHAPES = ("square", "circle", "diamond", "triangle")
_MOST_TRACKS = 24
_ENTRIES: Mapping[str, tuple[str, str, Mapping[str, str]]] = {
    "people": ("p", "name", {}),
    "groups": ("g", "name", {}),
    "places": ("pl", "name", {}),
    "sources": ("s", "title", {"type": "document"}),
}
"""Prefix of ids, key of the name, and further fields of the entries of each kind."""
_REST = "other-categories"


@dataclass(slots=True)
class Names:
    """How often each name occurs in a file, by field."""

    categories: Counter[str] = field(default_factory=Counter)
    named: dict[str, Counter[str]] = field(default_factory=lambda: {kind: Counter() for kind in KINDS})
    languages: Counter[str] = field(default_factory=Counter)
    """Of titles and texts; the empty one counts texts that name none."""
    right_to_left: int = 0
    """Titles without a language that begin with a letter written from the right."""

    def count(self, fields: Fields) -> None:
        """Note the names of one line."""
        self.categories[fields.category] += 1
        self.languages.update((*fields.titles, *fields.texts))
        if first_strong(fields.titles.get("", "")) == "rtl":
            self.right_to_left += 1
        for kind, names in fields.named.items():
            self.named[kind].update(names)

    def in_order(self) -> tuple[str, ...]:
        """Return the languages, first that of texts which name none: Persian if most begin from the right."""
        plain = self.languages[""]
        first = ("fa" if 2 * self.right_to_left > plain else "en",) if plain else ()
        named = (language for language, _ in self.languages.most_common() if language)
        return tuple(dict.fromkeys((*first, *named)))


def with_ids(names: Iterable[str], prefix: str) -> dict[str, str]:
    """Return an id for each name: its Latin letters after the prefix, or a number."""
    given: dict[str, str] = {}
    taken: set[str] = set()
    for number, name in enumerate(names, 1):
        wanted = f"{prefix}-{_latin(name) or number}"
        given[name] = wanted if wanted not in taken else f"{prefix}-{number}-{len(taken)}"
        taken.add(given[name])
    return given


def _latin(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    if re.search(r"[^\W\d_a-z]", plain):
        return ""
    return _NOT_IN_ID.sub("-", plain).strip("-")[:_LONGEST].strip("-")


def _tracks(categories: Mapping[str, str]) -> list[dict[str, object]]:
    """Return the tracks of a collection: one per category, and one for all beyond two dozen."""
    whole = len(categories) <= _MOST_TRACKS
    alone = list(categories.items())[: _MOST_TRACKS if whole else _MOST_TRACKS - 1]
    tracks: list[dict[str, object]] = [
        {
            "id": one,
            "label": label,
            "colour": _COLOURS[at % len(_COLOURS)],
            "shape": _SHAPES[at // len(_COLOURS) % len(_SHAPES)],
            "categories": [{"id": one, "label": label}],
        }
        for at, (label, one) in enumerate(alone)
    ]
    if not whole:
        rest = [{"id": one, "label": label} for label, one in list(categories.items())[_MOST_TRACKS - 1 :]]
        label = {"en": "Other categories", "fa": "دسته‌های دیگر"}
        tracks.append({"id": _REST, "label": label, "colour": "other", "categories": rest})
    return tracks


def head_of(names: Names, title: str) -> dict[str, object]:
    """Return the head of a collection of events that knows these names."""
    head: dict[str, object] = {
        "sanad": "1",
        "id": _latin(title) or "import",
        "title": title,
        "languages": list(names.in_order()),
        "tracks": _tracks(with_ids(_by_number(names.categories), "c")),
    }
    warnings = with_ids(_by_number(names.named["warnings"]), "w")
    if warnings:
        head["warnings"] = [{"id": one, "label": label} for label, one in warnings.items()]
    return head


def entries_of(names: Names) -> dict[str, list[dict[str, str]]]:
    """Return the entries of people, groups, places and sources, for each kind that lines name."""
    sections: dict[str, list[dict[str, str]]] = {}
    for kind, (prefix, name_key, more) in _ENTRIES.items():
        given = with_ids(_by_number(names.named[kind]), prefix)
        if given:
            sections[kind] = [{"id": one, name_key: name, **more} for name, one in given.items()]
    return sections


def _by_number(counter: Counter[str]) -> list[str]:
    """Return names by how often they occur, and then by themselves, so that an import can be repeated."""
    return sorted(counter, key=lambda name: (-counter[name], name))
