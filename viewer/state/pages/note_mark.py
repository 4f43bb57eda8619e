"""Mark the head of a page whose entry bears notes of the reader, with the way to them."""

from dataclasses import replace

from viewer.state.notes import Notes
from viewer.state.pages.blocks import Block, Eyebrow, Page
from viewer.state.pages.reader import Reader
from viewer.state.pages.runs import LinkRun
from viewer.state.pages.targets import CommandTarget, Target


def with_note_mark(reader: Reader, page: Page, target: Target | None, notes: Notes) -> Page:
    """Return the page with the number of notes on `target` in its first line; as it is without any."""
    number = len(notes.on(reader.edition.library.about.id, target)) if target else 0
    if not number:
        return page
    link = LinkRun(reader.count("notes.mark", number), reader.language, CommandTarget("notes.list"))
    return replace(page, blocks=tuple(_marked(block, link) for block in page.blocks))


def _marked(block: Block, link: LinkRun) -> Block:
    return replace(block, links=(link, *block.links)) if isinstance(block, Eyebrow) else block
