"""Cite a view: in words for people, and in one line for another Sanad."""

from collections.abc import Iterator
from dataclasses import fields

from viewer.base.bidi import ltr
from viewer.base.instant import day_of_instant
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.edtf import parse_edtf
from viewer.state.citing.edition import edition_words, short_key
from viewer.state.citing.style import tidy
from viewer.state.citing.subject import selected_target
from viewer.state.citing.view_code import view_code
from viewer.state.pages.dates import date_words
from viewer.state.pages.reader import Reader
from viewer.state.pages.rows import entity_name
from viewer.state.pages.targets import (
    ClaimTarget,
    EventTarget,
    GroupTarget,
    PersonTarget,
    PlaceTarget,
    SourceTarget,
    Target,
)
from viewer.state.session import Session
from viewer.state.view_state import Range

_FOUR_DIGITS = range(1, 10_000)


def view_citation(session: Session) -> str:
    """Return the citation of what the window shows now; its last line is read by Sanad."""
    reader = Reader(session.edition, session.catalogue, session.state)
    shown = session.catalogue.ratio(len(session.shown().indexes), len(session.edition.columns))
    lines = [tidy(reader, line) for line in _words(reader, shown)]
    return "\n".join([*lines, view_code(session.edition, session.state)])


def range_words(reader: Reader, span: Range) -> str:
    """Return a stretch of time from its first day to its last; years alone where they have many digits."""
    first, last = (Calendar.GREGORIAN.from_days(day_of_instant(at)) for at in (span.start, span.end - 1))
    if first.year in _FOUR_DIGITS and last.year in _FOUR_DIGITS:
        days = [f"{day.year:04}-{day.month:02}-{day.day:02}" for day in (first, last)]
        return date_words(reader, parse_edtf("/".join(days) if days[0] != days[1] else days[0]))
    return reader.say("citing.view.years", first=_year(reader, first.year), last=_year(reader, last.year))


def target_name(reader: Reader, target: Target) -> tuple[str, str]:
    """Return the name of an entry and its id; the id stands for a name that this edition does not have."""
    library = reader.edition.library
    name, ref = "", ""
    match target:
        case EventTarget(event):
            index = reader.edition.index_of(event)
            name, ref = "" if index is None else reader.edition.title(index, reader.language).text, event
        case ClaimTarget(claim, answer):
            found = library.claims.get(claim)
            name, ref = reader.plain(found.question) if found else "", answer or claim
        case SourceTarget(source_id, passage):
            source = library.sources.get(source_id)
            name = reader.plain(source.title) if source else ""
            ref = f"{source_id}, {passage}" if passage else source_id
        case PersonTarget(ref) | GroupTarget(ref) | PlaceTarget(ref):
            entity = entity_name(reader, ref)
            name = reader.plain(entity[0]) if entity else ""
    return name or ref, ref


def _words(reader: Reader, shown: str) -> Iterator[str]:
    state = reader.state
    yield reader.say("citing.view.title", edition=edition_words(reader), digest=short_key(reader.edition.key))
    yield reader.say("citing.view.range", range=range_words(reader, state.visible))
    yield reader.say("citing.view.shown", shown=shown)
    if state.query.strip():
        yield reader.say("citing.view.search", query=" ".join(state.query.split()))
    used = sum(len(getattr(state.filters, field.name)) for field in fields(state.filters))
    if used:
        yield reader.say("citing.view.filtered", n=used)
    yield from _open_things(reader)
    yield reader.say("citing.view.code")


def _open_things(reader: Reader) -> Iterator[str]:
    target = selected_target(reader.state)
    if target:
        name, ref = target_name(reader, target)
        yield reader.say("citing.view.selected", name=name, id=ltr(ref))
    opened = reader.state.source
    if opened:
        name, ref = target_name(reader, SourceTarget(opened.source, opened.passage))
        yield reader.say("citing.view.source", name=name, id=ltr(ref))


def _year(reader: Reader, year: int) -> str:
    return reader.catalogue.number(year)
