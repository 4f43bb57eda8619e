"""Find passages in what a document holds, whatever its kind."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from viewer.loading.documents.fault import DocumentError
from viewer.loading.documents.pdf import Box, Pdf
from viewer.loading.documents.reading import Content, Image, Text
from viewer.model.evidence import Selector
from viewer.model.matching.locate import locate, page_of, region_of
from viewer.model.matching.match import Match, Searched


@dataclass(frozen=True, slots=True)
class PagedText:
    """The text of all pages of a document, searched as one."""

    searched: Searched
    starts: tuple[int, ...]
    """Where each page begins in it."""

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.starts)

    def page_at(self, position: int) -> int:
        """Return the page, from 1, on which a character stands."""
        return max(bisect_right(self.starts, position), 1)

    def parts(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Return page, start and end within the page for each page that a stretch touches."""
        found = []
        for page in range(self.page_at(start), self.page_at(max(end - 1, start)) + 1):
            first = self.starts[page - 1]
            last = self.starts[page] - 1 if page < len(self.starts) else len(self.searched.text)
            if max(start, first) < min(end, last):
                found.append((page, max(start, first) - first, min(end, last) - first))
        return found


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a passage stands in a document; nothing is known of what the selectors do not speak of."""

    match: Match | None = None
    """The stretch of text, for passages that are known by their words."""
    page: int | None = None
    boxes: tuple[tuple[int, Box], ...] = ()
    """Rectangles to mark, each with its page."""


def paged_text(content: Content) -> PagedText:
    """Return the text of a document; a picture has none."""
    if isinstance(content, Pdf):
        pages = [_text_of(content, page) for page in range(1, content.pages + 1)]
    else:
        pages = [content.text if isinstance(content, Text) else ""]
    starts, at = [], 0
    for page in pages:
        starts.append(at)
        at += len(page) + 1
    return PagedText(Searched("\n".join(pages)), tuple(starts))


def _text_of(pdf: Pdf, page: int) -> str:
    """Return the text of a page; a broken one has none, so that the others can still be searched."""
    try:
        return pdf.text(page)
    except DocumentError:
        return ""


def page_count(content: Content) -> int:
    """Return how many pages a document has; a text or picture is one."""
    return content.pages if isinstance(content, Pdf) else 1


def find_spot(content: Content, text: PagedText, selectors: Sequence[Selector]) -> Spot:
    """Return where a passage stands: its rectangle, its words, or the page alone."""
    region = region_of(selectors)
    page = page_of(selectors)
    match = None if isinstance(content, Image) else locate(text.searched, selectors)
    boxes: tuple[tuple[int, Box], ...] = ()
    if isinstance(content, Pdf) and match and match.is_found:
        parts = text.parts(match.start, match.end)
        boxes = tuple((n, box) for n, start, end in parts for box in content.boxes(n, start, end))
        page = parts[0][0] if parts else page
    if region:
        boxes += ((region.page, Box(region.x, region.y, region.width, region.height)),)
    if page is not None and not 1 <= page <= page_count(content):
        page = None
    return Spot(match, page, boxes)
