"""Read the message catalogue of a language: from its TOML files, one per area, or as a package brings it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from viewer.base.messages import Catalogue
from viewer.base.resources import resource_path

LANGUAGES = ("en", "fa")


@cache
def load_catalogue(language: str) -> Catalogue:
    """Return the catalogue of `en` or `fa`.

    The name of a file begins each of its keys and its tables follow: `[row]` with `title = …` in `list.toml`
    is `list.row.title`. Raises FileNotFoundError for a language without messages.
    """
    brought = resource_path("messages", f"{language}.json")
    entries = json.loads(brought.read_bytes()) if brought.is_file() else messages_of_files(language)
    return Catalogue(language, MappingProxyType(entries))


class Catalogues(Mapping[str, Catalogue]):
    """The catalogues of some languages, in that order; each is read when it is first asked for."""

    def __init__(self, languages: Sequence[str] = LANGUAGES) -> None:
        """Take the languages."""
        self._languages = languages

    def __getitem__(self, language: str) -> Catalogue:
        if language not in self._languages:
            raise KeyError(language)
        return load_catalogue(language)

    def __iter__(self) -> Iterator[str]:
        return iter(self._languages)

    def __len__(self) -> int:
        return len(self._languages)

    def __contains__(self, language: object) -> bool:
        return language in self._languages


def messages_of_files(language: str) -> dict[str, str]:
    """Return the messages of a language by key, as its TOML files hold them; raise FileNotFoundError."""
    # A package brings the messages in one file: reading TOML takes ten times as long.
    import tomllib

    entries: dict[str, str] = {}
    folder = resource_path("messages", language)
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    for path in sorted(folder.glob("*.toml")):
        with path.open("rb") as file:
            entries.update(_flatten(path.stem, tomllib.load(file)))
    return entries


def _flatten(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give each text of nested tables with its dotted key."""
    for name, value in table.items():
        key = f"{prefix}.{name}"
        if isinstance(value, dict):
            yield from _flatten(key, value)
        else:
            yield key, str(value)
