"""Build the pages about the collection itself: introduction, glossary, and lists of neighbours in time."""

from collections.abc import Iterator

import numpy as np

from viewer.model.columns import Flag
from viewer.model.dates.edtf import parse_edtf
from viewer.model.dates.problems import EdtfError
from viewer.model.entities import Term
from viewer.model.ids import TermId
from viewer.state.pages.blocks import (
    Block,
    ChipRow,
    EventList,
    Eyebrow,
    Heading,
    KeyValue,
    Notice,
    NoticeKind,
    Page,
    Paragraph,
    Role,
)
from viewer.state.pages.dates import date_words
from viewer.state.pages.evidence import evidence_blocks
from viewer.state.pages.reader import Reader
from viewer.state.pages.rows import event_rows
from viewer.state.pages.runs import LinkRun, Run, Tone
from viewer.state.pages.targets import ClaimTarget, CommandTarget, StoryTarget, Target
from viewer.state.selection import MembersSelected

MARKS = ("certain", "possible", "open", "contested", "unchecked", "tray")
"""The marks of the timeline that the introduction explains."""


def collection_page(reader: Reader) -> Page:
    """Return what stands when nothing is selected: what this is, where to begin, how far it is checked."""
    about = reader.edition.library.about
    blocks: list[Block] = [Eyebrow(reader.say("detail.kind.collection")), Heading(reader.words(about.title))]
    if about.description:
        shown = about.description.pick(reader.language)
        blocks.append(Paragraph((reader.words(about.description),), shown.language))
    if counts := _counts(reader):
        blocks.append(Paragraph(counts, reader.language, Role.SMALL))
    if not len(reader.edition.columns):
        blocks.append(Notice(NoticeKind.EMPTY, reader.spoken("detail.empty")))
    blocks += _stories(reader)
    blocks += _questions(reader)
    blocks += _marks(reader)
    blocks += evidence_blocks(reader)
    blocks += _about(reader)
    return Page(reader.plain(about.title), reader.language, tuple(blocks))


def glossary_page(reader: Reader, chosen: TermId | None) -> Page:
    """Return all terms with their notes; the chosen one first."""
    terms = sorted(reader.edition.library.glossary.values(), key=lambda term: term.id != chosen)
    rows = tuple((reader.plain(term.term), _explained(reader, term)) for term in terms)
    title = reader.say("detail.glossary")
    blocks: tuple[Block, ...] = (Eyebrow(reader.say("detail.kind.collection")), Heading(reader.own(title)))
    if rows:
        return Page(title, reader.language, (*blocks, KeyValue(rows)))
    return Page(title, reader.language, (*blocks, Notice(NoticeKind.EMPTY, reader.spoken("detail.no-terms"))))


def _explained(reader: Reader, term: Term) -> tuple[Run, ...]:
    """Return a term in the other languages, and what it means."""
    own = reader.plain(term.term)
    others = (reader.own(reader.catalogue.listing((text,))) for text in term.term.all() if text != own)
    return reader.dotted((*others, reader.words(term.note, Tone.SOFT) if term.note else None))


def members_page(reader: Reader, members: MembersSelected) -> Page:
    """Return the events of a cluster, or of a stretch of time, as a list."""
    indexes = members.indexes or tuple(_between(reader, members.start, members.end))
    contested = _flagged(reader, indexes, Flag.CONTESTED)
    rows, more = event_rows(reader, indexes)
    title = reader.count("detail.members", len(indexes))
    note = reader.count("detail.members-contested", contested) if contested else ""
    blocks: list[Block] = [Eyebrow(reader.say("detail.kind.members")), Heading(reader.own(title))]
    if note:
        blocks.append(Paragraph((reader.own(note, Tone.SOFT),), reader.language, Role.SMALL))
    blocks.append(EventList("", rows, more))
    return Page(title, reader.language, tuple(blocks))


def _between(reader: Reader, start: int, end: int) -> list[int]:
    columns = reader.edition.columns
    inside = (columns.start_min < end) & (columns.end_max > start)
    inside[columns.placed :] = False
    return np.flatnonzero(inside).tolist()


def _flagged(reader: Reader, indexes: tuple[int, ...], flag: Flag) -> int:
    flags = reader.edition.columns.flags[list(indexes)]
    return int(np.count_nonzero(flags & flag))


def _counts(reader: Reader) -> tuple[Run, ...]:
    library = reader.edition.library
    sizes = (
        ("events", len(reader.edition.columns)),
        ("sources", len(library.sources)),
        ("claims", len(library.claims)),
        ("people", len(library.people)),
        ("groups", len(library.groups)),
        ("places", len(library.places)),
    )
    return reader.dotted(reader.own(reader.count(f"detail.size.{name}", n)) for name, n in sizes if n)


def _link(reader: Reader, text: str, target: Target) -> LinkRun:
    return LinkRun(text, reader.language, target, Tone.STRONG)


def _stories(reader: Reader) -> Iterator[Block]:
    stories = reader.edition.library.stories.values()
    links = [_link(reader, reader.plain(story.title), StoryTarget(story.id)) for story in stories]
    if links:
        yield ChipRow(reader.say("detail.begin"), reader.dotted(links))


def _questions(reader: Reader) -> Iterator[Block]:
    claims = reader.edition.library.claims.values()
    if not claims:
        return
    yield Heading(reader.spoken("detail.questions"), level=2)
    rows = tuple(
        (
            reader.catalogue.number(number),
            reader.dotted(
                (
                    _link(reader, reader.plain(claim.question), ClaimTarget(claim.id)),
                    reader.own(reader.count("detail.answers-short", len(claim.answers)), Tone.SOFT),
                )
            ),
        )
        for number, claim in enumerate(claims, 1)
    )
    yield KeyValue(rows)


def _marks(reader: Reader) -> Iterator[Block]:
    yield Heading(reader.spoken("detail.marks"), level=2)
    yield KeyValue(
        tuple(
            (reader.say(f"detail.mark.{name}.name"), (reader.spoken(f"detail.mark.{name}.text"),))
            for name in MARKS
        )
    )


def _about(reader: Reader) -> Iterator[Block]:
    about = reader.edition.library.about
    facts = (
        ("version", reader.catalogue.digits(about.version)),
        ("date", _date(reader, about.date)),
        ("editors", reader.catalogue.listing(about.editors)),
        ("licence", about.licence),
        ("contact", about.contact),
    )
    rows = tuple((reader.say(f"detail.about.{name}"), (reader.own(text),)) for name, text in facts if text)
    yield Heading(reader.spoken("detail.about-title"), level=2)
    glossary = _link(reader, reader.say("detail.glossary"), CommandTarget("open.glossary"))
    yield KeyValue((*rows, (reader.say("detail.words"), (glossary,))))


def _date(reader: Reader, text: str) -> str:
    """Return the date of the edition in words, or as it is written where that is no EDTF."""
    try:
        return date_words(reader, parse_edtf(text)) if text else ""
    except EdtfError:
        return text
