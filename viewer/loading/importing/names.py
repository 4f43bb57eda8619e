"""Give ids to categories, people, groups, places and sources that a file knows by name only."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from viewer.base.bidi import first_strong
from viewer.loading.importing.fields import KINDS, Fields

_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_LONGEST = 40
_COLOURS = ("un", "execution", "official", "order", "protest", "burial", "memory", "background")
_SHAPES = ("square", "circle", "diamond", "triangle")
_MOST_TRACKS = 24
_ENTRIES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "people": ("name", {}),
    "groups": ("name", {}),
    "places": ("name", {}),
    "sources": ("title", {"type": "document"}),
}
"""Key of the name, and further fields, of the entries of each kind."""
_PREFIXES = {"categories": "c", "people": "p", "groups": "g", "places": "pl", "sources": "s", "warnings": "w"}
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


def id_of(kind: str, name: str) -> str:
    """Return the id of an entry that lines know by name; it depends on nothing else.

    So a line still finds its entry when editors have changed the label.
    """
    prefix, latin = _PREFIXES[kind], _latin(name)
    if latin == name:
        return f"{prefix}-{name}"
    digest = sha256(name.encode()).hexdigest()[:8]
    return f"{prefix}-{latin}-{digest}" if latin else f"{prefix}-{digest}"


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
        "tracks": _tracks(_with_ids("categories", names.categories)),
    }
    warnings = _with_ids("warnings", names.named["warnings"])
    if warnings:
        head["warnings"] = [{"id": one, "label": label} for label, one in warnings.items()]
    return head


def entries_of(names: Names) -> dict[str, list[dict[str, str]]]:
    """Return the entries of people, groups, places and sources, for each kind that lines name."""
    sections: dict[str, list[dict[str, str]]] = {}
    for kind, (name_key, more) in _ENTRIES.items():
        given = _with_ids(kind, names.named[kind])
        if given:
            sections[kind] = [{"id": one, name_key: name, **more} for name, one in given.items()]
    return sections


def _with_ids(kind: str, counter: Counter[str]) -> dict[str, str]:
    """Return the id of each name, the most frequent first."""
    names = sorted(counter, key=lambda name: (-counter[name], name))
    return {name: id_of(kind, name) for name in names}
