"""Look up every quotation and every place that is cited in a document of the collection."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from viewer.loading.check.paths import place_at
from viewer.loading.decode.context import Entry
from viewer.loading.documents.fault import DocumentError
from viewer.loading.documents.pages import PagedText, page_count, paged_text
from viewer.loading.documents.pdf import Pdf
from viewer.loading.documents.reading import Content, Image, declared_content, read_file
from viewer.loading.files import document_path
from viewer.loading.gathering import Gathered
from viewer.loading.report import FileReport
from viewer.loading.yaml.nodes import Place
from viewer.model.claim import Claim
from viewer.model.event import Event
from viewer.model.evidence import Citation, Selector, TextPosition, TextQuote
from viewer.model.ids import SourceId
from viewer.model.matching.locate import locate, page_of, region_of
from viewer.model.matching.match import Certainty, Match
from viewer.model.source import Source

_EDGE = 1.0 + 1e-9
_KEYS = {TextQuote: ("quote", "exact"), TextPosition: ("position", "digest")}


@dataclass(slots=True)
class _Opened:
    """A document that could be read, with its text once it is needed."""

    content: Content
    paged: PagedText | None = None

    def text(self) -> PagedText:
        """Return the text; raises DocumentError."""
        if self.paged is None:
            self.paged = paged_text(self.content)
        return self.paged


@dataclass(frozen=True, slots=True)
class _Cited:
    """The selectors of a passage or citation, and where they stand in the files."""

    selectors: tuple[Selector, ...]
    entry: Entry
    path: tuple[str | int, ...]

    def place(self, *path: str) -> Place:
        """Return where a part of a selector stands; a region given as a map or as a bare page alike."""
        return place_at(self.entry, *self.path, *path)


@dataclass(slots=True)
class _Bundle:
    """The documents of one source, and all that is cited in them."""

    entry: Entry
    source: Source
    cited: list[_Cited] = field(default_factory=list)


def check_quotations(gathered: Gathered, folder: Path) -> None:
    """Report documents that cannot be shown, and what is cited in a document but does not stand there."""
    bundles = {
        entry.value.id: _Bundle(entry, entry.value)
        for entry in gathered.of("sources")
        if isinstance(entry.value, Source) and any(document.bundled for document in entry.value.documents)
    }
    for source, cited in _all_cited(gathered):
        if source in bundles:
            bundles[source].cited.append(cited)
    for bundle in bundles.values():
        _check_bundle(bundle, folder, gathered)


def _all_cited(gathered: Gathered) -> Iterator[tuple[SourceId, _Cited]]:
    """Give every selector with the source it speaks of."""
    for entry in gathered.entries:
        match entry.value:
            case Source():
                for number, passage in enumerate(entry.value.digest):
                    yield entry.value.id, _Cited(passage.selectors, entry, ("digest", number))
            case Event():
                yield from _citations(entry, entry.value.citations)
            case Claim():
                for number, answer in enumerate(entry.value.answers):
                    yield from _citations(entry, answer.citations, "answers", number)


def _citations(
    entry: Entry, citations: tuple[Citation, ...], *path: str | int
) -> Iterator[tuple[SourceId, _Cited]]:
    for number, citation in enumerate(citations):
        yield citation.source, _Cited(citation.selectors, entry, (*path, "citations", number))


def _check_bundle(bundle: _Bundle, folder: Path, gathered: Gathered) -> None:
    opened = []
    report = FileReport(bundle.entry.file, gathered.report)
    for number, document in enumerate(bundle.source.documents):
        path = document_path(folder, document.path) if document.bundled else None
        if path is None:
            continue
        try:
            content = declared_content(read_file(path), document.media_type)
            opened.append(_Opened(content))
            if isinstance(content, Pdf):
                content.size(1)
        except DocumentError as error:
            place = place_at(bundle.entry, "documents", number, "path")
            report.error(place, "document-broken", value=document.path, fault=error.code, **error.params)
    try:
        for cited in bundle.cited if opened else ():
            _check_cited(cited, opened, FileReport(cited.entry.file, gathered.report))
    finally:
        for one in opened:
            if isinstance(one.content, Pdf):
                one.content.close()


def _check_cited(cited: _Cited, opened: list[_Opened], report: FileReport) -> None:
    _check_page(cited, opened, report)
    for selector in cited.selectors:
        if isinstance(selector, TextQuote | TextPosition):
            _check_words(cited, selector, opened, report)


def _check_page(cited: _Cited, opened: list[_Opened], report: FileReport) -> None:
    region = region_of(cited.selectors)
    if region and (region.x + region.width > _EDGE or region.y + region.height > _EDGE):
        report.error(cited.place("region"), "region-outside")
    page, most = page_of(cited.selectors), max(page_count(one.content) for one in opened)
    if page is not None and page > most:
        key = ("region", "page") if region else ("document-page",)
        report.error(cited.place(*key), "page-outside", value=str(page), most=str(most))


def _check_words(
    cited: _Cited, selector: TextQuote | TextPosition, opened: list[_Opened], report: FileReport
) -> None:
    readable = [one for one in opened if not isinstance(one.content, Image)]
    matches = [match for one in readable if (match := _located(one, selector))]
    place = cited.place(*_KEYS[type(selector)])
    if not matches:
        report.warning(place, "quotation-unreadable")
        return
    best = min(matches, key=lambda match: (match.certainty.rank, -match.score))
    code = _finding(best)
    if best.is_found and code:
        report.warning(place, code, percent=str(best.percent), places=str(best.places))
    elif code:
        report.error(place, code)


def _located(opened: _Opened, selector: Selector) -> Match | None:
    """Return where words stand, or None in a document that has no readable text, such as a scan."""
    try:
        searched = opened.text().searched
    except DocumentError:
        return None
    return locate(searched, (selector,)) if searched.text.strip() else None


def _finding(match: Match) -> str:
    """Return the code of what is to be said of a match; empty when it is as it should be."""
    match match.certainty:
        case Certainty.SAME:
            return "quotation-ambiguous" if match.places > 1 else ""
        case Certainty.MOVED:
            return "position-moved"
        case Certainty.ALIKE:
            return "quotation-alike"
        case Certainty.DIFFERS:
            return "position-differs"
        case Certainty.ABSENT:
            return "quotation-absent"
