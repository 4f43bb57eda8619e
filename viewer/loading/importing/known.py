"""Know the entries of a library by id and by every name, for lines that use either."""

from collections.abc import Iterable, Mapping

from viewer.loading.importing.fields import Fields, LineError
from viewer.loading.importing.names import id_of
from viewer.model.collection import Library
from viewer.model.ids import SourceId
from viewer.model.search_words import names_of, names_of_source, words_of
from viewer.model.text import Text


class Known:
    """The categories, entities and languages that lines may use."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.languages = library.about.languages
        self.ids: Mapping[str, dict[str, str]] = {
            "categories": _by_name((one.id, one.label) for one in library.categories.values()),
            "people": _by_name((one.id, one.name) for one in library.people.values()),
            "groups": _by_name((one.id, one.name) for one in library.groups.values()),
            "places": _by_name((one.id, one.name) for one in library.places.values()),
            "sources": _by_name((one.id, one.title) for one in library.sources.values()),
            "warnings": _by_name(library.about.warning_labels.items()),
        }
        self.category_rows: Mapping[str, int] = {name: row for row, name in enumerate(library.categories)}
        self._languages = frozenset({"", *self.languages})
        self._words: dict[tuple[str, str], list[str]] = {}

    def fault(self, fields: Fields) -> LineError | None:
        """Return why a line cannot be kept that names what the library does not hold."""
        if not self._knows("categories", fields.category):
            return LineError("line-unknown", "category", {"value": fields.category})
        for kind, names in fields.named.items():
            lost = [name for name in names if not self._knows(kind, name)]
            if lost:
                return LineError("line-unknown", kind, {"value": lost[0]})
        for name, texts in (("title", fields.titles), ("text", fields.texts)):
            if not texts.keys() <= self._languages:
                lost = sorted(texts.keys() - self._languages)
                return LineError("line-language", name, {"value": ", ".join(lost)})
        return None

    def _knows(self, kind: str, name: str) -> bool:
        """Tell whether a name leads to an entry: as its id, its name, or the name it was imported by."""
        ids = self.ids[kind]
        if name in ids:
            return True
        imported = id_of(kind, name)
        if imported not in ids:
            return False
        ids[name] = imported
        return True

    def linked(self, fields: Fields, kind: str) -> tuple[str, ...]:
        """Return the ids of the entries of one kind that a line names, each once."""
        return tuple(dict.fromkeys(self.ids[kind][name] for name in fields.named.get(kind, ())))

    def words(self, kind: str, name: str) -> list[str]:
        """Return the words of all spellings of an entry."""
        found = self._words.get((kind, name))
        if found is None:
            spellings = names_of_source if kind == "sources" else names_of
            found = self._words[kind, name] = words_of(spellings(self.library, SourceId(name)))
        return found


def _by_name(entries: Iterable[tuple[str, Text]]) -> dict[str, str]:
    """Return the id for each id and name; where two share a name, the first has it."""
    held = list(entries)
    named = {name: one for one, text in reversed(held) for name in text.all()}
    return {**named, **{one: one for one, _ in held}}
