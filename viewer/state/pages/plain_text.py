"""Turn a page into plain text: for the clipboard, for people who listen, and for tests."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from viewer.state.pages import blocks as b
from viewer.state.pages.accounts import Accounts, AnswerRow
from viewer.state.pages.runs import Aside, Badge, CiteChip, LinkRun, Missing, Run, Words


def page_to_text(page: b.Page) -> str:
    """Return all that a page says, one line for each thing."""
    return "\n".join(line for block in page.blocks for line in block_lines(block) if line.strip())


def block_lines(block: b.Block) -> Iterator[str]:
    """Give the lines of one block."""
    yield from _WRITERS[type(block)](block)


def run_text(run: Run) -> str:
    """Return what a piece of a line says."""
    match run:
        case Words(text) | LinkRun(text) | Badge(text):
            return text
        case CiteChip(_, digits):
            return f"[{digits}]"
        case Aside(words):
            return "".join(word.text for word in words)
        case Missing(text):
            return f" [{text}]"


def runs_text(runs: Iterable[Run]) -> str:
    """Return what a line says."""
    return "".join(run_text(run) for run in runs)


def _eyebrow(block: b.Eyebrow) -> Iterator[str]:
    yield "  ".join((block.text, *(f"[{badge.text}]" for badge in block.badges)))


def _heading(block: b.Heading) -> Iterator[str]:
    sign = f" {block.badge.text}" if block.badge else ""
    yield f"{'#' * block.level} {block.text.text}{sign}{runs_text(block.chips)}"


def _line(block: b.DateLine | b.Paragraph) -> Iterator[str]:
    yield runs_text(block.runs)


def _citations(block: b.CitationList) -> Iterator[str]:
    for item in block.items:
        yield f"{item.number}. {item.title.text}"
        yield f"   {runs_text(item.details)}"


def _question(block: b.QuestionBox) -> Iterator[str]:
    yield f"? {block.question.text} — {block.summary}"
    yield from (f"  – {answer.text.text} — {answer.claimant.text}" for answer in block.answers)
    yield f"  {block.more}"


def _chips(block: b.ChipRow) -> Iterator[str]:
    yield f"{block.label}: {runs_text(block.runs)}"


def _notice(block: b.Notice) -> Iterator[str]:
    yield f"! {block.text.text}"


def _actions(block: b.Actions) -> Iterator[str]:
    yield " | ".join(action.label for action in block.actions)


def _gate(block: b.WarningGate) -> Iterator[str]:
    yield block.title
    yield f"{block.text} {', '.join(kind.text for kind in block.kinds)}"
    yield " | ".join(action.label for action in (block.read_on, block.skip, *block.always))


def _source(block: b.SourceHead) -> Iterator[str]:
    yield f"# {block.title.text}"
    yield runs_text(block.byline)
    yield from (runs_text(line) for line in block.lines)


def _passage(block: b.PassageBlock) -> Iterator[str]:
    yield f"{'▐ ' if block.marked else ''}{block.label}  {block.text.text}"
    extras = [part.text for part in (block.verdict, block.remark) if part]
    yield "   " + " · ".join((*extras, *(link.text for link in block.links)))


def _events(block: b.EventList) -> Iterator[str]:
    yield block.label
    for row in block.rows:
        sign = " ≠" if row.contested else ""
        yield " · ".join(part for part in (f"  {row.date}", f"{row.title.text}{sign}", row.detail) if part)
    yield block.more


def _strip(block: b.EventStrip) -> Iterator[str]:
    yield " ".join(tick.label for tick in block.ticks if tick.level == 0)


def _facts(block: b.KeyValue) -> Iterator[str]:
    yield from (f"{label}: {runs_text(runs)}" for label, runs in block.rows)


def _table(block: b.Table) -> Iterator[str]:
    yield "\t".join(block.header)
    yield from ("\t".join(cell.text for cell in row) for row in block.rows)


def _accounts(block: Accounts) -> Iterator[str]:
    for group in block.groups:
        yield group.label
        yield from (answer_text(row) for row in group.rows)


def answer_text(row: AnswerRow) -> str:
    """Return one answer in one line."""
    details = " · ".join(part.text for part in row.details)
    sources = runs_text(row.sources)
    return " — ".join(part for part in (row.claimant.text, row.text.text, details, sources) if part)


_WRITERS: dict[type, Callable[[Any], Iterator[str]]] = {
    b.Eyebrow: _eyebrow,
    b.Heading: _heading,
    b.DateLine: _line,
    b.Paragraph: _line,
    b.CitationList: _citations,
    b.QuestionBox: _question,
    b.ChipRow: _chips,
    b.Notice: _notice,
    b.Actions: _actions,
    b.WarningGate: _gate,
    b.SourceHead: _source,
    b.PassageBlock: _passage,
    b.EventList: _events,
    b.CitedBy: _events,
    b.EventStrip: _strip,
    b.KeyValue: _facts,
    b.Table: _table,
    Accounts: _accounts,
}
