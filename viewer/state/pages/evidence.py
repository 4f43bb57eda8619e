"""Sum up how the evidence of a collection stands, as counts that lead to the events behind them."""

from collections.abc import Iterator

from viewer.state.evidence import kinds_at_once, summarise
from viewer.state.pages.blocks import Block, Eyebrow, Heading, Page, Paragraph, Role, Table, TableCell
from viewer.state.pages.reader import Reader
from viewer.state.pages.runs import Tone
from viewer.state.pages.targets import CommandTarget


def evidence_page(reader: Reader) -> Page:
    """Return the summary of evidence as a page of its own."""
    title = reader.say("evidence.title")
    blocks = (Eyebrow(reader.say("detail.kind.collection")), *evidence_blocks(reader, level=1))
    return Page(title, reader.language, blocks)


def evidence_blocks(reader: Reader, level: int = 2) -> Iterator[Block]:
    """Give the heading, what is counted, and a table of counts; each row narrows to its events."""
    kinds = kinds_at_once(reader.edition)
    summary = summarise(reader.edition, kinds)
    yield Heading(reader.spoken("evidence.title"), level=level)
    yield Paragraph((reader.spoken("evidence.explained", Tone.SOFT),), reader.language, Role.SMALL)
    rows = []
    for kind in kinds:
        number = summary.count(kind)
        target = CommandTarget("find.toggle", (("field", "evidence"), ("value", kind)))
        rows.append(
            (
                TableCell(reader.say(f"evidence.kind.{kind}"), target if number else None),
                TableCell(reader.catalogue.ratio(number, summary.total)),
            )
        )
    yield Table((reader.say("evidence.column.kind"), reader.say("evidence.column.events")), tuple(rows))
