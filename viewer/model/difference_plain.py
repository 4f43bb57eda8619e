"""Turn differences into plain JSON values, for other programs."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from viewer.model.dates.fuzzy import FuzzyDate
from viewer.model.differences import Changes, Difference, EntryDifference
from viewer.model.text import Text


def plain_changes(changes: Changes) -> list[dict[str, object]]:
    """Return each entry with its section, id, what became of it, and its fields."""
    return [_entry(entry) for entry in changes.entries]


def _entry(entry: EntryDifference) -> dict[str, object]:
    plain: dict[str, object] = {"section": entry.section, "id": entry.id, "change": entry.turn.value}
    if entry.fields:
        plain["fields"] = [_field(one) for one in entry.fields]
    return plain


def _field(one: Difference) -> dict[str, object]:
    plain: dict[str, object] = {"path": list(one.path), "change": one.turn.value}
    if one.old is not None:
        plain["old"] = plain_value(one.old)
    if one.new is not None:
        plain["new"] = plain_value(one.new)
    return plain


def plain_value(value: object) -> object:
    """Return a value of the model as JSON; a date is its EDTF text, empty fields are left out."""
    match value:
        case Enum():
            plain: object = value.value
        case FuzzyDate():
            plain = value.text
        case Text():
            plain = dict(value.values)
        case Mapping():
            plain = {str(key): plain_value(one) for key, one in value.items()}
        case tuple():
            plain = [plain_value(one) for one in value]
        case frozenset():
            plain = sorted(value)
        case _ if is_dataclass(value):
            members = {field.name: plain_value(getattr(value, field.name)) for field in fields(value)}
            plain = {name: one for name, one in members.items() if one not in (None, "", [], {})}
        case _:
            plain = value
    return plain
