"""Number the citations of an entry, and lead from each statement to them."""

from collections.abc import Iterable

from viewer.model.evidence import CheckState, Citation, Stance
from viewer.state.pages.bibliography import author_words
from viewer.state.pages.blocks import CitationItem
from viewer.state.pages.checks import check_line
from viewer.state.pages.locators import copy_words, place_words
from viewer.state.pages.reader import Reader
from viewer.state.pages.runs import CiteChip, Missing, Run, Tone, Words
from viewer.state.pages.targets import SourceTarget


def target_of(citation: Citation) -> SourceTarget:
    """Return where a citation leads."""
    return SourceTarget(citation.source, citation.passage, citation.key)


def is_open(reader: Reader, citation: Citation) -> bool:
    """Tell whether the source pane was opened through this citation."""
    shown = reader.state.source
    return shown is not None and (shown.source, shown.citation) == (citation.source, citation.key)


def chips(reader: Reader, citations: tuple[Citation, ...], keys: Iterable[str]) -> tuple[CiteChip, ...]:
    """Return a chip for each key, in the order of their numbers; unknown keys have none."""
    wanted = set(keys)
    return tuple(_chip(reader, n, c) for n, c in enumerate(citations, 1) if c.key in wanted)


def chips_or_missing(reader: Reader, citations: tuple[Citation, ...], keys: Iterable[str]) -> tuple[Run, ...]:
    """Return the chips of a statement, or the words that say it names no source."""
    found = chips(reader, citations, keys)
    return found or (Missing(reader.say("detail.no-source")),)


def citation_items(reader: Reader, citations: tuple[Citation, ...]) -> tuple[CitationItem, ...]:
    """Return the numbered list of citations."""
    return tuple(_item(reader, n, c) for n, c in enumerate(citations, 1))


def source_title(reader: Reader, citation: Citation) -> Words:
    """Return the title of the cited source; its id when the collection does not have it."""
    source = reader.edition.library.sources.get(citation.source)
    return reader.words(source.title) if source else reader.own(citation.source)


def stance_words(reader: Reader, citation: Citation) -> Words | None:
    """Return what the source does to the statement, unless it plainly supports it."""
    if citation.stance is Stance.SUPPORTS:
        return None
    tone = Tone.WARNING if citation.stance is Stance.DISPUTES else Tone.SOFT
    return reader.spoken(f"source.stance.{citation.stance}", tone)


def place_or_none(reader: Reader, citation: Citation) -> Words:
    """Return the place inside the source, or say that none is named."""
    place = place_words(reader, citation)
    return reader.own(place) if place else reader.spoken("source.no-place", Tone.SOFT)


def _chip(reader: Reader, number: int, citation: Citation) -> CiteChip:
    digits = reader.catalogue.number(number)
    title, place = source_title(reader, citation).text, place_words(reader, citation)
    key = "detail.citation" if place else "detail.citation-whole"
    label = reader.say(key, number=number, source=title, place=place)
    return CiteChip(number, digits, label, target_of(citation), is_open(reader, citation))


def _item(reader: Reader, number: int, citation: Citation) -> CitationItem:
    source = reader.edition.library.sources.get(citation.source)
    author = reader.own(author_words(reader, source), Tone.SOFT) if source else None
    note = reader.words(citation.note, Tone.SOFT) if citation.note else None
    details = reader.dotted(
        (
            author,
            place_or_none(reader, citation),
            reader.own(copy_words(reader, citation), Tone.SOFT),
            stance_words(reader, citation),
            check_line(reader, citation.check),
            note,
        )
    )
    return CitationItem(
        reader.catalogue.number(number),
        source_title(reader, citation),
        details,
        citation.check.state,
        target_of(citation),
        is_open(reader, citation),
    )


def unchecked(citations: Iterable[Citation]) -> int:
    """Return how many citations no editor has fully checked."""
    return sum(citation.check.state is not CheckState.CHECKED for citation in citations)
