"""Look up every mentioned id; report ids that are given twice, lead nowhere, or are never used."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from viewer.loading.decode.context import BAD, Entry, Reference
from viewer.loading.decode.twins import ids_in, items_of
from viewer.loading.gathering import Gathered
from viewer.loading.near import nearest
from viewer.loading.report import FileReport, place_of
from viewer.loading.yaml.nodes import MapNode, Place

Key: TypeAlias = tuple[str, str]

_SHARED = {"people": ("people", "groups"), "groups": ("people", "groups")}
"""Sections whose ids share one space, because an answer names its claimants from both."""
_MUST_BE_USED = ("sources", "people", "groups", "places")
_MOST_GUESSES = 50


@dataclass(slots=True)
class Declared:
    """Where every id is given."""

    places: dict[Key, tuple[str, Place]] = field(default_factory=dict)

    def has(self, sections: tuple[str, ...], name: str) -> bool:
        """Tell whether one of the sections gives an id."""
        return any((section, name) in self.places for section in sections)

    def names(self, sections: tuple[str, ...]) -> list[str]:
        """Return all ids of some sections."""
        return [name for section, name in self.places if section in sections]


def check_references(gathered: Gathered) -> None:
    """Report double, lost and unused ids; entries that hold a double or lost one lose their value."""
    declared = _declare(gathered)
    if not gathered.complete:
        return
    used: set[Key] = set()
    guesses = _MOST_GUESSES
    for reference in gathered.references:
        if declared.has(reference.kinds, reference.id):
            used.update(_used(reference))
        else:
            _report_lost(reference, declared if guesses > 0 else Declared())
            guesses -= 1
    _report_unused(gathered, used)


def _declare(gathered: Gathered) -> Declared:
    """Note where every id is given, and report those given before."""
    declared = Declared()
    for entry in gathered.entries:
        if entry.id and not _is_double(entry, declared, gathered):
            declared.places[entry.section, entry.id] = entry.file, entry.place
        for passage in ids_in(entry.node, "digest") if entry.section == "sources" else ():
            declared.places["passage", f"{entry.id}#{passage.text}"] = entry.file, place_of(passage)
    _declare_answers(declared, gathered)
    if gathered.head:
        _declare_head(gathered.head.node, declared, gathered.head.report.file)
    return declared


def _is_double(entry: Entry, declared: Declared, gathered: Gathered) -> bool:
    for section in _SHARED.get(entry.section, (entry.section,)):
        if first := declared.places.get((section, entry.id)):
            _report_double(FileReport(entry.file, gathered.report), entry.place, entry.id, first)
            entry.value = BAD
            return True
    return False


def _report_double(report: FileReport, place: Place, name: str, first: tuple[str, Place]) -> None:
    file, (line, column) = first
    report.error(place, "duplicate-id", value=name, file=file, line=str(line), column=str(column))


def _declare_answers(declared: Declared, gathered: Gathered) -> None:
    """Report answers that share an id with an answer to another question."""
    for entry in gathered.of("claims"):
        for answer in ids_in(entry.node, "answers"):
            first = declared.places.setdefault(("answers", answer.text), (entry.file, place_of(answer)))
            other = first != (entry.file, place_of(answer))
            if other and not _is_inside(entry, first):
                _report_double(FileReport(entry.file, gathered.report), place_of(answer), answer.text, first)
                entry.value = BAD


def _is_inside(entry: Entry, place: tuple[str, Place]) -> bool:
    """Tell whether a place is one of the answers of a question, which is reported there."""
    return any((entry.file, place_of(answer)) == place for answer in ids_in(entry.node, "answers"))


def _declare_head(head: MapNode, declared: Declared, file: str) -> None:
    for kind in ids_in(head, "warnings"):
        declared.places["warnings", kind.text] = file, place_of(kind)
    for track in items_of(head, "tracks"):
        for category in ids_in(track, "categories"):
            declared.places["categories", category.text] = file, place_of(category)


def _used(reference: Reference) -> Iterator[Key]:
    """Give what a mention makes used; an entry does not use itself."""
    for section in reference.kinds:
        owner = reference.entry
        if owner is None or (owner.section, owner.id) != (section, reference.id):
            yield section, reference.id


def _report_lost(reference: Reference, declared: Declared) -> None:
    code = "no-such-" + "-or-".join(reference.kinds)
    if reference.kinds == ("passage",):
        source, _, passage = reference.id.partition("#")
        if not declared.has(("sources",), source):
            _lose(reference)
            return
        reference.report.error(reference.place, code, value=passage, source=source)
    else:
        near = nearest(reference.id, declared.names(reference.kinds))
        gaps = {"near": near} if near else {}
        reference.report.error(reference.place, code, value=reference.id, **gaps)
    _lose(reference)


def _lose(reference: Reference) -> None:
    if reference.entry:
        reference.entry.value = BAD


def _report_unused(gathered: Gathered, used: set[Key]) -> None:
    for entry in gathered.entries:
        if entry.section in _MUST_BE_USED and entry.id and (entry.section, entry.id) not in used:
            report = FileReport(entry.file, gathered.report)
            report.warning(entry.place, f"unused-{entry.section}", value=entry.id)
