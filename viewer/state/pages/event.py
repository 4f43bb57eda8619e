"""Build the page of an event: headline, date, statements with their citations, and all it touches."""

from collections.abc import Iterator

from viewer.model.claim import Answer, Claim
from viewer.model.event import Event, Involved, Relation, Statement
from viewer.model.ids import EventId
from viewer.state.pages.blocks import (
    AnswerBrief,
    Block,
    ChipRow,
    CitationList,
    EventList,
    EventRow,
    Eyebrow,
    Heading,
    Page,
    Paragraph,
    QuestionBox,
)
from viewer.state.pages.checks import check_line
from viewer.state.pages.citations import chips, chips_or_missing, citation_items
from viewer.state.pages.date_line import date_line
from viewer.state.pages.gates import Gate, conceal_actions, warning_badges, warning_gate
from viewer.state.pages.notices import notices
from viewer.state.pages.reader import Reader
from viewer.state.pages.rows import event_row, involved_runs
from viewer.state.pages.runs import Aside, Badge, LinkRun, Run, Tone
from viewer.state.pages.targets import ClaimTarget, CommandTarget

INLINE_ANSWERS = 4
"""Answers shown inside a question box before it says how many more there are."""


def event_page(reader: Reader, event_id: EventId) -> Page | None:
    """Return the page of an event; None when the edition has none with that id."""
    index = reader.edition.index_of(event_id)
    if index is None:
        return None
    event = reader.edition.event(index)
    told = reader.is_revealed(event.id, event.warnings)
    blocks: list[Block] = [*_head(reader, event, told=told)]
    if told:
        blocks += _body(reader, event)
    else:
        blocks.append(warning_gate(reader, Gate(event.id, event.warnings)))
    return Page(reader.plain(event.title), reader.language, tuple(blocks))


def question_box(reader: Reader, claim: Claim, answers: int = INLINE_ANSWERS) -> QuestionBox:
    """Return a question with its first answers, as the sources give them; with none behind a warning."""
    shown = claim.answers[:answers] if reader.is_revealed(claim.id, claim.warnings) else ()
    rest = len(claim.answers) - len(shown) if shown else 0
    return QuestionBox(
        reader.words(claim.question, Tone.STRONG),
        reader.count("detail.answers", len(claim.answers)),
        tuple(_brief(reader, claim, answer) for answer in shown),
        ClaimTarget(claim.id),
        reader.count("detail.more-answers", rest) if rest else "",
    )


def claims_of(reader: Reader, event: Event) -> tuple[Claim, ...]:
    """Return the questions an event touches, said by either of the two, in the collection's order."""
    claims = reader.edition.library.claims.values()
    return tuple(c for c in claims if c.id in event.claims or event.id in c.events)


def _head(reader: Reader, event: Event, *, told: bool) -> Iterator[Block]:
    links = (
        LinkRun(reader.say("detail.previous"), reader.language, CommandTarget("go.previous")),
        LinkRun(reader.say("detail.next"), reader.language, CommandTarget("go.next")),
    )
    yield Eyebrow(reader.say("detail.kind.event"), warning_badges(reader, event.warnings), links)
    contested = Badge(reader.say("detail.differ-sign"), hint=reader.say("detail.differ"))
    badge = contested if claims_of(reader, event) else None
    marks = chips(reader, event.citations, event.title_cites)
    yield Heading(reader.words(event.title), badge=badge, chips=marks)
    yield date_line(reader, event.when, event.citations, told=told)


def _body(reader: Reader, event: Event) -> Iterator[Block]:
    yield from _text(reader, event)
    yield from conceal_actions(reader, event.id, event.warnings)
    yield from notices(
        reader,
        (event.title, *(statement.text for statement in event.statements)),
        event.unreviewed,
        event.withheld,
        event.check,
    )
    yield from (question_box(reader, claim) for claim in claims_of(reader, event))
    yield from _touched(reader, event)
    if event.citations:
        yield Heading(reader.spoken("detail.sources"), level=2)
        yield CitationList(citation_items(reader, event.citations))


def _text(reader: Reader, event: Event) -> Iterator[Paragraph]:
    """Join statements that follow each other in one language into one paragraph."""
    runs: list[Run] = []
    language = ""
    for statement in event.statements:
        own = statement.text.pick(reader.language).language
        if runs and own != language:
            yield Paragraph(tuple(runs), language)
            runs = []
        if runs:
            runs.append(reader.own(" "))
        language = own
        runs += _statement(reader, event, statement)
    if runs:
        yield Paragraph(tuple(runs), language)


def _statement(reader: Reader, event: Event, statement: Statement) -> Iterator[Run]:
    if statement.according_to:
        who = reader.plain(statement.according_to)
        yield reader.spoken("detail.according-to", Tone.SOFT, who=who)
    yield reader.words(statement.text)
    yield from chips_or_missing(reader, event.citations, statement.cites)
    if statement.check and statement.check != event.check:
        yield Aside((reader.spoken("detail.dot", Tone.SOFT), *check_line(reader, statement.check)))


def _brief(reader: Reader, claim: Claim, answer: Answer) -> AnswerBrief:
    return AnswerBrief(
        reader.words(answer.text, Tone.STRONG),
        reader.words(answer.claimant, Tone.SOFT),
        ClaimTarget(claim.id, answer.id),
    )


def _touched(reader: Reader, event: Event) -> Iterator[Block]:
    for name, involved in (("people", event.people), ("groups", event.groups), ("places", event.places)):
        parts = tuple(_part(reader, event, one) for one in involved)
        runs = reader.dotted(part for part in parts if part)
        if runs:
            yield ChipRow(reader.count(f"detail.{name}", len(parts)), runs)
    rows = [row for relation in event.related if (row := _related(reader, relation))]
    if rows:
        yield EventList(reader.count("detail.related", len(rows)), tuple(rows))


def _part(reader: Reader, event: Event, involved: Involved) -> tuple[Run, ...] | None:
    runs = involved_runs(reader, involved)
    return runs and (*runs, *chips(reader, event.citations, involved.cites))


def _related(reader: Reader, relation: Relation) -> EventRow | None:
    index = reader.edition.index_of(relation.event)
    if index is None:
        return None
    return event_row(reader, index, reader.say(f"detail.relation.{relation.kind}"))
