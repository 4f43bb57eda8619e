"""Cite an entry of the collection: what it says, where it stands, and on which sources it rests."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from viewer.base.bidi import isolate_within
from viewer.model.claim import Answer, Claim
from viewer.model.event import Event
from viewer.model.evidence import CheckState, Citation, Stance
from viewer.model.ids import EventId
from viewer.model.source import Source
from viewer.state.citing.edition import held_words
from viewer.state.citing.style import Style, joined, quoted, tidy
from viewer.state.citing.works import work_citation
from viewer.state.pages.dates import event_date
from viewer.state.pages.locators import place_words
from viewer.state.pages.reader import Reader
from viewer.state.pages.rows import entity_name
from viewer.state.pages.source import cited_through
from viewer.state.pages.targets import (
    ClaimTarget,
    EventTarget,
    GroupTarget,
    PersonTarget,
    PlaceTarget,
    SourceTarget,
    Target,
)
from viewer.state.selection import OpenSource


def cite(reader: Reader, target: Target, style: Style) -> str:
    """Return the citation of an entry as lines of text; empty when it cannot be cited or is not there."""
    return "\n".join(tidy(reader, line) for line in _lines(reader, target, style))


def _lines(reader: Reader, target: Target, style: Style) -> Iterator[str]:
    match target:
        case EventTarget(event):
            yield from _event(reader, event, style)
        case ClaimTarget():
            yield from _claim(reader, target, style)
        case SourceTarget():
            yield from _source(reader, target, style)
        case PersonTarget() | GroupTarget() | PlaceTarget():
            yield from _entity(reader, target, style)


def _event(reader: Reader, event_id: EventId, style: Style) -> Iterator[str]:
    index = reader.edition.index_of(event_id)
    if index is None:
        return
    event: Event = reader.edition.event(index)
    title = quoted(reader, reader.plain(event.title))
    yield joined(reader, style, (title, event_date(reader, event), held_words(reader, event.id)))
    yield from _resting_on(reader, event.citations, style)


def _claim(reader: Reader, target: ClaimTarget, style: Style) -> Iterator[str]:
    claim = reader.edition.library.claims.get(target.claim)
    if claim is None:
        return
    answer = next((row for row in claim.answers if row.id == target.answer), None)
    question = quoted(reader, reader.plain(claim.question))
    if answer is None or not reader.is_revealed(claim.id, claim.warnings):
        yield joined(reader, style, (question, held_words(reader, claim.id)))
        yield from _resting_on(reader, _all_citations(claim), style)
        return
    said = _answer_words(reader, answer, question)
    yield joined(reader, style, (said, held_words(reader, f"{claim.id}, {answer.id}")))
    yield from _resting_on(reader, answer.citations, style)


def _answer_words(reader: Reader, answer: Answer, question: str) -> str:
    claimant, text = reader.plain(answer.claimant), quoted(reader, reader.plain(answer.text))
    return reader.say("citing.entry.answer", claimant=claimant, answer=text, question=question)


def _all_citations(claim: Claim) -> tuple[Citation, ...]:
    """Return the citations of all answers; the same place in a source stands once."""
    every = (citation for answer in claim.answers for citation in answer.citations)
    return tuple({(c.source, c.locators): c for c in every}.values())


def _source(reader: Reader, target: SourceTarget, style: Style) -> Iterator[str]:
    source = reader.edition.library.sources.get(target.source)
    if source is None:
        return
    passage = source.passage(target.passage)
    citation = cited_through(reader, OpenSource(source.id, target.passage, target.citation))
    place = place_words(reader, citation) if citation and target.citation else ""
    if not place and passage:
        place = passage.label
    yield work_citation(reader, source, style, place)
    ids = f"{source.id}, {passage.id}" if passage else source.id
    parts = [held_words(reader, ids)]
    if passage:
        parts.insert(0, reader.say("citing.entry.passage"))
    yield joined(reader, style, parts)


def _entity(reader: Reader, target: PersonTarget | GroupTarget | PlaceTarget, style: Style) -> Iterator[str]:
    match target:
        case PersonTarget(person):
            ref: str = person
        case GroupTarget(group):
            ref = group
        case PlaceTarget(place):
            ref = place
        case _:
            assert_never(target)
    found = entity_name(reader, ref)
    if found:
        yield joined(reader, style, (reader.plain(found[0]), held_words(reader, ref)))


def _resting_on(reader: Reader, citations: Iterable[Citation], style: Style) -> Iterator[str]:
    """Give a line for each cited place; in a bibliography each source stands once."""
    sources = reader.edition.library.sources
    known = [(citation, sources[citation.source]) for citation in citations if citation.source in sources]
    if style is Style.BIBLIOGRAPHY:
        known = list({source.id: (citation, source) for citation, source in known}.values())
    if known:
        yield reader.say("citing.rests-on")
    for number, (citation, source) in enumerate(known, 1):
        yield _numbered(reader, number, _cited(reader, citation, source, style))


def _numbered(reader: Reader, number: int, citation: str) -> str:
    around = reader.catalogue.direction
    return reader.say("citing.cited", n=number, citation=isolate_within(citation, around))


def _cited(reader: Reader, citation: Citation, source: Source, style: Style) -> str:
    """Return the citation of one cited place, with what a reader should know about it."""
    place = place_words(reader, citation)
    text = work_citation(reader, source, style, place)
    if style is Style.BIBLIOGRAPHY:
        return text
    remarks = []
    if citation.stance is not Stance.SUPPORTS:
        remarks.append(reader.say(f"source.stance.{citation.stance}"))
    if citation.check.state is not CheckState.CHECKED:
        remarks.append(reader.say(f"source.check.{citation.check.state}"))
    if not remarks:
        return text
    return reader.say("citing.remark", citation=text, remarks=reader.catalogue.listing(remarks))
