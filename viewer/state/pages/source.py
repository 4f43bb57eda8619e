"""Build the page of a source: who speaks, what it can show, its passages, and every event that cites it."""

from collections.abc import Iterator
from dataclasses import replace

from viewer.base.bidi import ltr
from viewer.model.claim import Answer, Claim
from viewer.model.evidence import Check, Citation
from viewer.model.ids import PassageId, SourceId
from viewer.model.source import Passage, Source, Verdict
from viewer.state.pages.bibliography import author_words, genre_words, reference_words, short_words
from viewer.state.pages.blocks import (
    Block,
    ChipRow,
    CitedBy,
    EventList,
    Eyebrow,
    Heading,
    KeyValue,
    Notice,
    NoticeKind,
    Page,
    PassageBlock,
    SourceHead,
)
from viewer.state.pages.checks import check_line, check_words
from viewer.state.pages.citations import place_or_none, stance_words
from viewer.state.pages.gates import Gate, conceal_actions, warning_badges, warning_gate
from viewer.state.pages.notices import notices
from viewer.state.pages.reader import Reader
from viewer.state.pages.rows import entity_links, event_rows, rows_of
from viewer.state.pages.runs import Badge, LinkRun, Run, Tone
from viewer.state.pages.targets import ClaimTarget, EventTarget, SourceTarget
from viewer.state.selection import ClaimSelected, EventSelected, OpenSource

_VERDICT_TONES = {
    Verdict.AGREES: Tone.CHECKED,
    Verdict.PARTLY: Tone.WARNING,
    Verdict.DIFFERS: Tone.WARNING,
    Verdict.SILENT: Tone.SOFT,
    Verdict.NOT_CONTENT: Tone.SOFT,
}


def source_page(reader: Reader, opened: OpenSource) -> Page | None:
    """Return the page of an open source; None when the edition has none with that id."""
    source = reader.edition.library.sources.get(opened.source)
    if source is None:
        return None
    citation = cited_through(reader, opened)
    marked = opened.passage or (citation.passage if citation else None)
    blocks: list[Block] = [_eyebrow(reader, opened), _head(reader, source, citation)]
    blocks += notices(
        reader, (source.speaks, source.limits), source.unreviewed, source.withheld, source.check
    )
    blocks += _digest(reader, source, marked)
    blocks += _cited_by(reader, source)
    blocks += _facts(reader, source)
    return Page(reader.plain(source.title), reader.language, tuple(blocks), panel=True)


def cited_through(reader: Reader, opened: OpenSource) -> Citation | None:
    """Return the citation of what is selected that led to the source."""
    return next((c for c in _selected_citations(reader) if _is(c, opened)), None)


def claims_citing(reader: Reader, source: SourceId) -> tuple[tuple[Claim, Answer], ...]:
    """Return the answers that rest on a source, with their questions."""
    return tuple(
        (claim, answer)
        for claim in reader.edition.library.claims.values()
        for answer in claim.answers
        if any(c.source == source for c in answer.citations)
    )


def _is(citation: Citation, opened: OpenSource) -> bool:
    if citation.source != opened.source:
        return False
    return opened.citation is None or citation.key == opened.citation


def _selected_citations(reader: Reader) -> tuple[Citation, ...]:
    """Return the citations of the selected event or answer, which is what the pane stands beside."""
    match reader.state.selection:
        case EventSelected(event):
            index = reader.edition.index_of(event)
            return () if index is None else reader.edition.event(index).citations
        case ClaimSelected(claim_id, answer):
            claim = reader.edition.library.claims.get(claim_id)
            answers = claim.answers if claim else ()
            return tuple(c for a in answers if answer in (None, a.id) for c in a.citations)
        case _:
            return ()


def _eyebrow(reader: Reader, opened: OpenSource) -> Eyebrow:
    """Return "source 2 of 3" where the selection cites several, with the way to the neighbours."""
    distinct = {(c.source, c.key): c for c in _selected_citations(reader)}
    cited = tuple(distinct.values())
    at = next((n for n, c in enumerate(cited) if _is(c, opened)), None)
    if at is None or len(cited) == 1:
        return Eyebrow(reader.say("source.kind"))
    around = (("source.previous", at - 1), ("source.next", at + 1))
    links = tuple(_neighbour(reader, key, cited[n]) for key, n in around if 0 <= n < len(cited))
    return Eyebrow(reader.say("source.kind-of", number=at + 1, total=len(cited)), links=links)


def _neighbour(reader: Reader, key: str, citation: Citation) -> LinkRun:
    target = SourceTarget(citation.source, citation.passage, citation.key)
    return LinkRun(reader.say(key), reader.language, target)


def _head(reader: Reader, source: Source, citation: Citation | None) -> SourceHead:
    byline = reader.dotted(
        (
            reader.own(author_words(reader, source), Tone.STRONG),
            reader.own(genre_words(reader, source), Tone.SOFT),
            reader.spoken(f"source.position.{source.position}", Tone.SOFT),
        )
    )
    lines: list[tuple[Run, ...]] = []
    if source.speaks:
        lines.append((reader.words(source.speaks, Tone.SOFT),))
    if source.limits:
        lines.append((reader.words(source.limits, Tone.SOFT),))
    if citation:
        lines.append(_cited_at(reader, citation))
    return SourceHead(reader.words(source.title), byline, tuple(lines), reference_words(reader, source))


def _cited_at(reader: Reader, citation: Citation) -> tuple[Run, ...]:
    """Say where in the source the selection cites it, and whether that was checked."""
    place = place_or_none(reader, citation)
    here = reader.spoken("source.cited-at", Tone.SOFT, place=place.text)
    if place.tone is Tone.SOFT:
        here = place
    told = _is_told(reader)
    note = reader.words(citation.note, Tone.SOFT) if citation.note and told else None
    checked = check_line(reader, citation.check if told else Check(citation.check.state))
    return reader.dotted((here, stance_words(reader, citation), checked, note))


def _is_told(reader: Reader) -> bool:
    """Tell whether the selection, to which the citation belongs, is not behind a warning of its own."""
    match reader.state.selection:
        case EventSelected(event):
            index = reader.edition.index_of(event)
            return index is None or reader.is_revealed(event, reader.edition.event(index).warnings)
        case ClaimSelected(claim):
            found = reader.edition.library.claims.get(claim)
            return found is None or reader.is_revealed(claim, found.warnings)
        case _:
            return True


def _digest(reader: Reader, source: Source, marked: PassageId | None) -> Iterator[Block]:
    if not source.digest:
        yield Notice(NoticeKind.EMPTY, reader.spoken("source.no-digest"))
        return
    yield Heading(reader.spoken("source.digest"), level=2)
    hidden = [p for p in source.digest if not reader.is_revealed(source.id, p.warnings)]
    if hidden:
        yield warning_gate(reader, Gate(source.id, source.warnings, "source"))
    for number, passage in enumerate(source.digest, 1):
        block = _passage(reader, passage, number)
        if passage in hidden:
            block = _withheld(reader, block, passage)
        yield replace(block, marked=passage.id == marked)
    if not hidden:
        yield from conceal_actions(reader, source.id, source.warnings)


def _withheld(reader: Reader, block: PassageBlock, passage: Passage) -> PassageBlock:
    """Return a passage of which nothing shows but its place and what it holds."""
    kinds = reader.catalogue.listing(badge.text for badge in warning_badges(reader, passage.warnings))
    text = reader.spoken("source.behind-warning", Tone.SOFT, kinds=kinds)
    return PassageBlock(block.label, text, withheld=True)


def _passage(reader: Reader, passage: Passage, number: int) -> PassageBlock:
    verdict = passage.verdict
    badge = verdict and Badge(reader.say(f"source.verdict.{verdict}"), _VERDICT_TONES[verdict])
    return PassageBlock(
        label=passage.label or reader.catalogue.number(number),
        text=reader.words(passage.text),
        verdict=badge or None,
        remark=reader.words(passage.remark, Tone.SOFT) if passage.remark else None,
        links=_passage_links(reader, passage),
    )


def _passage_links(reader: Reader, passage: Passage) -> tuple[LinkRun, ...]:
    claims = reader.edition.library.claims
    questions = (claims[c] for c in passage.claims if c in claims)
    sources = reader.edition.library.sources
    others = (sources[s] for s in passage.sources if s in sources)
    return (
        *(LinkRun(r.title.text, r.title.language, r.target) for r in rows_of(reader, passage.events)),
        *(_link(reader, reader.plain(c.question), ClaimTarget(c.id)) for c in questions),
        *entity_links(reader, (*passage.people, *passage.groups)),
        *(_link(reader, short_words(reader, s), SourceTarget(s.id)) for s in others),
    )


def _link(reader: Reader, text: str, target: EventTarget | ClaimTarget | SourceTarget) -> LinkRun:
    return LinkRun(text, reader.language, target)


def _cited_by(reader: Reader, source: Source) -> Iterator[Block]:
    indexes = reader.edition.links["sources"].of(source.id)
    rows, more = event_rows(reader, indexes.tolist())
    if rows:
        yield CitedBy(reader.count("source.cited-by", len(indexes)), rows, more)
    claims = {claim.id: claim for claim, _ in claims_citing(reader, source.id)}
    links = [_link(reader, reader.plain(c.question), ClaimTarget(c.id)) for c in claims.values()]
    if links:
        yield ChipRow(reader.count("source.answers", len(links)), reader.dotted(links))
    if not rows and not links:
        yield EventList(reader.say("source.cited-by-none"), ())


def _facts(reader: Reader, source: Source) -> Iterator[Block]:
    """Give the bibliographic line, the licence, and where the editors saw it."""
    rows: list[tuple[str, tuple[Run, ...]]] = [
        (reader.say("source.reference"), (reader.own(reference_words(reader, source)),)),
        (reader.say("source.checked"), (check_words(reader, source.check),)),
    ]
    if source.licence:
        rows.append((reader.say("source.licence"), (reader.words(source.licence),)))
    if source.seen:
        rows.append((reader.say("source.seen"), (reader.own(_addresses(reader, source)),)))
    yield Heading(reader.spoken("source.about"), level=2)
    yield KeyValue(tuple(rows))


def _addresses(reader: Reader, source: Source) -> str:
    return reader.catalogue.listing(ltr(address) for address in source.seen)
