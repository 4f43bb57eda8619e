"""Choose the language of the command line before anything is read."""

import os
from collections.abc import Sequence

from viewer.base.messages import Catalogue
from viewer.loading.catalogue import LANGUAGES, load_catalogue


def words(given: Sequence[str] = ()) -> Catalogue:
    """Return the catalogue that `--language`, or else the locale, asks for; English otherwise."""
    return load_catalogue(_asked(given) or _of_locale())


def _asked(given: Sequence[str]) -> str | None:
    for place, word in enumerate(given):
        value = word.partition("=")[2] if word.startswith("--language=") else ""
        if word == "--language" and place + 1 < len(given):
            value = given[place + 1]
        if value in LANGUAGES:
            return value
    return None


def _of_locale() -> str:
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return next((language for language in LANGUAGES if locale.startswith(language)), "en")
