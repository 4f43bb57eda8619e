"""Turn the answers to a question into rows with their place on a line, their sources, and their order."""

import math
from collections.abc import Iterable
from functools import partial

from viewer.base.instant import TIME_MAX, TIME_MIN, day_of_instant
from viewer.layout.number_line import Extent
from viewer.model.claim import Answer, Claim, DateAnswer, Quantity
from viewer.model.claim import Words as InWords
from viewer.model.dates.fuzzy import FuzzyDate
from viewer.model.source import Position
from viewer.state.accounts_view import Order
from viewer.state.pages.accounts import AnswerGroup, AnswerRow
from viewer.state.pages.bibliography import short_words
from viewer.state.pages.checks import check_words
from viewer.state.pages.citations import target_of
from viewer.state.pages.dates import date_words
from viewer.state.pages.locators import place_words
from viewer.state.pages.reader import Reader
from viewer.state.pages.rows import rows_of
from viewer.state.pages.runs import LinkRun, Run, Tone, Words
from viewer.state.pages.targets import ClaimTarget
from viewer.state.selection import ClaimSelected

COLOURS = {
    Position.STATE: "official",
    Position.INSIDER: "protest",
    Position.UN: "un",
    Position.COURT: "un",
    Position.NGO: "order",
    Position.TRIBUNAL: "burial",
    Position.SURVIVOR: "protest",
    Position.OPPOSITION: "execution",
}
"""Colour tokens of those who speak; all others are grey."""


def is_dated(claim: Claim) -> bool:
    """Tell whether the answers to a question are dates."""
    return any(isinstance(answer.value, DateAnswer) for answer in claim.answers)


def extents_of(claim: Claim, answer: Answer) -> tuple[Extent, ...]:
    """Return where an answer stands: numbers as given, dates as day numbers, words by their bounds.

    On a line of dates a number has no place, and the other way round.
    """
    if is_dated(claim) != isinstance(answer.value, DateAnswer):
        return ()
    match answer.value:
        case Quantity(ranges):
            return tuple(Extent(low, high) for low, high in ranges)
        case DateAnswer(dates):
            return tuple(_days(date) for date in dates if date.is_placeable)
        case InWords(low, high):
            return () if low is None and high is None else (Extent(low, high),)


def answer_groups(reader: Reader, claim: Claim, order: Order) -> tuple[AnswerGroup, ...]:
    """Return every answer once: by kind of claimant under labels, by date said, or by value."""
    if order is Order.POSITION:
        return tuple(
            AnswerGroup(reader.say(f"accounts.position.{position}"), _rows(reader, claim, group))
            for position in Position
            if (group := [a for a in claim.answers if a.position is position])
        )
    ordered = sorted(claim.answers, key=_said if order is Order.SAID else partial(_value, claim))
    return (AnswerGroup("", _rows(reader, claim, ordered)),)


def _rows(reader: Reader, claim: Claim, answers: Iterable[Answer]) -> tuple[AnswerRow, ...]:
    return tuple(_row(reader, claim, answer) for answer in answers)


def _row(reader: Reader, claim: Claim, answer: Answer) -> AnswerRow:
    chosen = reader.state.selection
    return AnswerRow(
        answer=answer.id,
        claimant=reader.words(answer.claimant, Tone.STRONG),
        text=reader.words(answer.text),
        details=_details(reader, answer),
        sources=_sources(reader, answer),
        extents=extents_of(claim, answer),
        worded=isinstance(answer.value, InWords),
        colour=COLOURS.get(answer.position, "background"),
        target=ClaimTarget(claim.id, answer.id),
        said_in=_said_in(reader, answer),
        marked=isinstance(chosen, ClaimSelected) and chosen.answer == answer.id,
    )


def _details(reader: Reader, answer: Answer) -> tuple[Words, ...]:
    said = date_words(reader, answer.said)
    when = reader.spoken("accounts.said", Tone.SOFT, date=said) if said else None
    counts = reader.words(answer.counts, Tone.SOFT) if answer.counts else None
    basis = None
    if answer.basis:
        basis = reader.spoken("accounts.basis", Tone.SOFT, basis=reader.plain(answer.basis))
    return tuple(part for part in (when, counts, basis) if part)


def _sources(reader: Reader, answer: Answer) -> tuple[Run, ...]:
    """Return the citations with their places; the check of the answer stands behind them once."""
    library = reader.edition.library.sources
    links: list[Run] = []
    for citation in answer.citations:
        source = library.get(citation.source)
        name = short_words(reader, source) if source else citation.source
        text = reader.catalogue.listing(part for part in (name, place_words(reader, citation)) if part)
        links.append(LinkRun(text, reader.language, target_of(citation)))
    if not links:
        links.append(reader.spoken("accounts.no-source", Tone.WARNING))
    return reader.dotted((*links, check_words(reader, answer.check)))


def _said_in(reader: Reader, answer: Answer) -> LinkRun | None:
    rows = rows_of(reader, (answer.said_in,) if answer.said_in else ())
    return next((LinkRun(row.title.text, row.title.language, row.target) for row in rows), None)


def _days(date: FuzzyDate) -> Extent:
    """Return first and last day as numbers; an open or unknown end stays open."""
    low = None if date.start_min <= TIME_MIN else float(day_of_instant(date.start_min))
    high = None if date.end_max >= TIME_MAX else float(day_of_instant(date.end_max - 1))
    return Extent(low, high)


def _said(answer: Answer) -> tuple[bool, int]:
    return (answer.said is None, answer.said.start_min if answer.said else 0)


def _value(claim: Claim, answer: Answer) -> tuple[bool, float, float]:
    """Order by the lowest value stated, then by how far it reaches; answers without any come last."""
    extents = extents_of(claim, answer)
    stated = (e.low if e.low is not None else e.high for e in extents)
    reach = max((math.inf if e.high is None else e.high for e in extents), default=0.0)
    return (not extents, min((v for v in stated if v is not None), default=0.0), reach)
