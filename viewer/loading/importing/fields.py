"""The fields of one line of JSON Lines, checked by hand because a million lines leave no time for more.

Needed: `id` (letters, digits, `.`, `_`, `-`; a whole number will do) and `title`. Known besides:

start, end    ISO 8601 dates or date-times, or EDTF; a time without a zone is taken as UTC; `end` may be null
date          one EDTF text in place of start and end; without any date the event lies in the tray
category      any words; each becomes a category with a track
text          what happened
importance    1 (names the story) … 5 (detail)
people, groups, places, sources     a name, an id, or a list of them
warnings      ids of kinds of content warning, one or a list

`title` and `text` are texts, or maps from language to text as in a collection.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from viewer.loading.yaml.sound_text import unsound_character

KINDS = ("people", "groups", "places", "sources", "warnings")
"""Fields that name other entries."""
_USUAL = frozenset({"id", "title", "start", "end", "category", "text"})
"""Most lines have no others."""
_KNOWN = _USUAL | {"date", "importance", *KINDS}
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}").fullmatch
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*").fullmatch
_FRACTION = re.compile(r"(?<=:[0-9]{2})\.[0-9]+")
_LOCAL_TIME = re.compile(r"T[0-9:]+").fullmatch
NO_CATEGORY = "event"
_LEAST_IMPORTANT = 5


class LineError(ValueError):
    """A line that cannot be kept.

    `code` names the message below `problem.`; the field that is wrong, if it is one, fills its gap `field`.
    """

    def __init__(
        self, code: str, field: str = "", params: Mapping[str, str] | None = None, column: int = 0
    ) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.column = column
        self.params = {**(params or {}), **({"field": field} if field else {})}


@dataclass(slots=True)
class Fields:
    """What one line says."""

    id: str
    titles: dict[str, str]
    """By language; the empty one stands for the first language of the collection."""
    start: str = ""
    end: str = ""
    category: str = NO_CATEGORY
    texts: dict[str, str] = field(default_factory=dict)
    importance: int | None = None
    named: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Names or ids of entries, for each of `KINDS` that the line has."""
    unknown: tuple[str, ...] = ()
    """Fields that mean nothing here."""


def read_fields(line: object) -> Fields:
    """Check the value of a line; raise LineError naming the field that is wrong."""
    if not isinstance(line, dict):
        raise LineError("line-no-map")
    fields = Fields(_id(line.get("id")), _texts(line, "title"))
    if not fields.titles:
        raise LineError("line-no-title", "title")
    fields.texts = _texts(line, "text")
    fields.start, fields.end = _dates(line)
    fields.category = _word(line, "category") or NO_CATEGORY
    if not line.keys() <= _USUAL:
        fields.importance = _importance(line.get("importance"))
        fields.named = {kind: names for kind in KINDS if (names := _names(line, kind))}
        fields.unknown = tuple(name for name in line if name not in _KNOWN)
    return fields


def _id(value: object) -> str:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not text:
        raise LineError("line-no-id", "id")
    if not _ID(text):
        raise LineError("bad-id", "id", {"value": text})
    return text


def _texts(line: dict[str, Any], name: str) -> dict[str, str]:
    """Return a text by language, leaving out empty ones."""
    value = line.get(name)
    if isinstance(value, str):
        return {"": _sound(value, name)} if value.strip() else {}
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise LineError("line-no-text", name)
    if not all(_LANGUAGE(language) and isinstance(text, str) for language, text in value.items()):
        raise LineError("line-no-text", name)
    return {language: _sound(text, name) for language, text in value.items() if text.strip()}


def _sound(text: str, name: str) -> str:
    if text.isprintable():
        return text.strip()
    if match := unsound_character(text):
        raise LineError("control-character", name, {"character": f"U+{ord(match[0]):04X}"})
    return text.strip()


def _word(line: dict[str, Any], name: str) -> str:
    value = line.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise LineError("line-no-word", name)
    return _sound(value, name)


def _dates(line: dict[str, Any]) -> tuple[str, str]:
    """Return the start and the end as EDTF; one date or set stands in the start alone."""
    start, end = _date(line, "start"), _date(line, "end")
    whole = _date(line, "date") if "date" in line else ""
    if whole:
        if start or end:
            raise LineError("line-two-dates", "date")
        return whole, ""
    if end and not start:
        return "", end
    return start, "" if end == start else end


def _date(line: dict[str, Any], name: str) -> str:
    value = line.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise LineError("line-no-word", name)
    text = value.strip()
    if "T" not in text:
        return text
    if "." in text:
        text = _FRACTION.sub("", text)
    return text + "Z" if _LOCAL_TIME(text, text.index("T")) else text


def _importance(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= _LEAST_IMPORTANT:
        raise LineError("line-importance", "importance")
    return value


def _names(line: dict[str, Any], name: str) -> tuple[str, ...]:
    value = line.get(name)
    items = value if isinstance(value, list) else [] if value is None else [value]
    if not all(isinstance(item, str) for item in items):
        raise LineError("line-no-names", name)
    return tuple(dict.fromkeys(_sound(item, name) for item in items if item.strip()))
