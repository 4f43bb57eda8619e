"""Read the message catalogue of a language from its TOML files, one per area."""

import tomllib
from collections.abc import Iterator, Mapping
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
    entries: dict[str, str] = {}
    folder = resource_path("messages", language)
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    for path in sorted(folder.glob("*.toml")):
        with path.open("rb") as file:
            entries.update(_flatten(path.stem, tomllib.load(file)))
    return Catalogue(language, MappingProxyType(entries))


def _flatten(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give each text of nested tables with its dotted key."""
    for name, value in table.items():
        key = f"{prefix}.{name}"
        if isinstance(value, dict):
            yield from _flatten(key, value)
        else:
            yield key, str(value)
