"""Say in words what changed between two editions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from viewer.base.messages import Catalogue
from viewer.model.claim import DateAnswer, Quantity, Words
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.fuzzy import FuzzyDate
from viewer.model.dates.wording import describe
from viewer.model.differences import Changes, Difference, EntryDifference, Path, Turn, name_of
from viewer.model.event import RelationKind
from viewer.model.evidence import CheckState, Locator, Stance
from viewer.model.source import Position, Verdict
from viewer.model.text import Text

_CHOICES: Mapping[type[Enum], str] = {
    CheckState: "source.check",
    Position: "source.position",
    Verdict: "source.verdict",
    Stance: "source.stance",
    RelationKind: "detail.relation",
}


def difference_lines(changes: Changes, catalogue: Catalogue) -> Iterator[str]:
    """Give a line for each entry and, below it and indented, one for each field; at last the sum."""
    for entry in changes.entries:
        yield entry_line(entry, catalogue)
        yield from (f"  {field_line(one, catalogue)}" for one in entry.fields)
    yield summary_line(changes, catalogue)


def summary_line(changes: Changes, catalogue: Catalogue) -> str:
    """Return how many entries differ."""
    if not changes:
        return catalogue.say("edition.diff.same")
    turns = [entry.turn for entry in changes.entries]
    numbers: dict[str, object] = {turn.value: turns.count(turn) for turn in Turn}
    return catalogue.count("edition.diff.entries", len(turns), **numbers)


def entry_line(entry: EntryDifference, catalogue: Catalogue) -> str:
    """Return which entry it is and, where it is new or gone, that it is."""
    section, name = (
        catalogue.say(f"edition.section.{entry.section}"),
        entry.name.pick(catalogue.language).text,
    )
    key = "edition.diff.entry" if name else "edition.diff.entry_unnamed"
    line = catalogue.say(key, section=section, id=entry.id, name=name)
    if entry.turn is Turn.CHANGED:
        return line
    return catalogue.say(f"edition.diff.entry_{entry.turn}", entry=line)


def field_line(one: Difference, catalogue: Catalogue) -> str:
    """Return what became of a field."""
    old, new = (value_words(value, catalogue) for value in (one.old, one.new))
    where = path_words(one.path, catalogue)
    return catalogue.say(f"edition.diff.{one.turn}", where=where, old=old, new=new)


def path_words(path: Path, catalogue: Catalogue) -> str:
    """Return where in an entry something stands, from the large to the small."""
    words = [_step(step, catalogue) for step in path]
    line = words[0]
    for word in words[1:]:
        line = catalogue.say("edition.diff.step", outer=line, inner=word)
    return line


def value_words(value: object, catalogue: Catalogue) -> str:
    """Return a value of the model in words."""
    match value:
        case None:
            words = ""
        case Text():
            words = value.pick(catalogue.language).text
        case FuzzyDate():
            words = _date(value, catalogue)
        case Enum():
            words = _choice(value, catalogue)
        case bool():
            words = catalogue.say("edition.diff.yes" if value else "edition.diff.no")
        case int() | float():
            words = catalogue.digits(f"{value:g}")
        case _:
            words = _composed(value, catalogue)
    return words


def _composed(value: object, catalogue: Catalogue) -> str:
    """Return a value that has parts; of an entry or a part of it, its name."""
    match value:
        case Quantity():
            words = _listed((_bounds(low, high, catalogue) for low, high in value.ranges), catalogue)
            return catalogue.say("edition.diff.about", value=words) if value.approximate else words
        case Words():
            return _bounds(value.low, value.high, catalogue)
        case Locator():
            return catalogue.say(f"source.locator.{value.kind}", value=catalogue.digits(value.value))
        case DateAnswer():
            return value_words(value.dates, catalogue)
        case tuple() | frozenset():
            return _listed((value_words(one, catalogue) for one in value), catalogue)
    return _named(value, catalogue)


def _named(value: object, catalogue: Catalogue) -> str:
    """Return the words of a part: its name or text, or else all it says."""
    if not is_dataclass(value):
        return str(value)
    if text := name_of(value) or getattr(value, "text", None):
        return value_words(text, catalogue)
    parts = (getattr(value, field.name) for field in fields(value))
    return _listed((value_words(part, catalogue) for part in parts), catalogue)


def _listed(words: Iterable[str], catalogue: Catalogue) -> str:
    return catalogue.listing(word for word in words if word)


def _bounds(low: float | None, high: float | None, catalogue: Catalogue) -> str:
    """Return bounds, each of which may be open."""
    if low is None or high is None:
        if low is not None:
            return catalogue.say("edition.diff.more_than", low=low)
        return catalogue.say(
            "edition.diff.any" if high is None else "edition.diff.fewer_than", high=high or 0
        )
    return catalogue.number(low) if low == high else catalogue.say("edition.diff.range", low=low, high=high)


def _date(date: FuzzyDate, catalogue: Catalogue) -> str:
    calendar = Calendar.SOLAR_HIJRI if catalogue.direction == "rtl" else Calendar.GREGORIAN
    return describe(date, catalogue.language, calendar, catalogue.say)


def _choice(value: Enum, catalogue: Catalogue) -> str:
    key = f"{_CHOICES.get(type(value), '')}.{value.value}"
    return catalogue.say(key) if catalogue.has(key) else str(value.value)


def _step(step: str, catalogue: Catalogue) -> str:
    """Return a step of a path: a field, a language, a place in a list, or an id as it is."""
    for area in ("edition.field", "detail.language"):
        if catalogue.has(f"{area}.{step}"):
            return catalogue.say(f"{area}.{step}")
    return catalogue.say("edition.diff.place", n=int(step)) if step.isdecimal() else step
