"""Show PDFs page by page, and pictures, with cited places marked on them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from viewer.base.messages import Catalogue
from viewer.loading.documents.fault import DocumentError
from viewer.loading.documents.loaded import Loaded, Searchable
from viewer.loading.documents.pages import PagedText, page_count
from viewer.loading.documents.pdf import Box, Pdf
from viewer.loading.documents.reading import Image
from viewer.model.matching.match import Searched
from viewer.ui.documents.body import Reading, Stretch
from viewer.ui.documents.lane import Lane
from viewer.ui.documents.marks import PageMark, Role, place_marks
from viewer.ui.documents.page_view import PageView
from viewer.ui.documents.pictures import decoded, page_picture, scaled
from viewer.ui.documents.thumbnails import Thumbnails
from viewer.ui.reading.kit import Look

WIDE = 70
"""Steps of the grid from which the strip of pages stands beside a page by itself."""


class PageBody(QWidget):
    """A document of pages, counted from 1; a picture is one page."""

    page_shown = Signal(int, int)
    """The page shown now, and how many there are."""
    failed = Signal(DocumentError)

    def __init__(self, look: Look, lane: Lane, catalogue: Callable[[], Catalogue]) -> None:
        """Start without a document."""
        super().__init__()
        self._look, self._lane, self._catalogue = look, lane, catalogue
        self._pdf: Pdf | None = None
        self._image = QImage()
        self._text: PagedText | None = None
        self._places: list[PageMark] = []
        self._hits: tuple[Sequence[Stretch], int | None] = ((), None)
        self._hit_marks: list[PageMark] = []
        self._awaited: Callable[[], None] | None = None
        self._sized = False
        self.page = self.pages = 1
        self.view, self.strip = PageView(look), Thumbnails(look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.strip)
        row.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.view.picture_wanted.connect(self._draw)
        self.view.turned.connect(lambda by: self.go_to(self.page + by))
        self.strip.chosen.connect(self.go_to)
        self.strip.wanted.connect(self._draw_small)
        self.strip.hide()

    def set_look(self, look: Look) -> None:
        """Take another theme, size or language."""
        self._look = look
        self.view.set_look(look)
        self.strip.set_look(look)
        self._name()

    def open(self, loaded: Loaded) -> None:
        """Show a document from its first page."""
        content = loaded.content
        self._pdf = content if isinstance(content, Pdf) else None
        self._image, self._text = QImage(), None
        self._places, self._hit_marks, self._hits = [], [], ((), None)
        self._awaited = None
        self.pages = page_count(content)
        self.strip.show_pages(self.pages, self._catalogue())
        self.strip.setVisible(self.pages > 1 and self.width() >= WIDE * self._look.unit)
        if isinstance(content, Image):
            self._lane.run(partial(decoded, content), self._take_image, self.failed.emit)
        self._turn_to(1)

    def leave(self) -> None:
        """Ask nothing more of the document, which is about to be closed."""
        self._pdf, self._image, self._text = None, QImage(), None

    def go_to(self, page: int) -> None:
        """Show a page; the first or the last for numbers beyond."""
        page = min(max(page, 1), self.pages)
        if page != self.page:
            self._turn_to(page)

    def show_places(self, found: Searchable, current: int | None, *, reveal: bool) -> None:
        """Mark the cited places and turn to the current one."""
        self._text = found.text
        self._places = place_marks(found, current)
        self._mark_all()
        spot = found.spots[current] if current is not None else None
        if spot and spot.page and reveal:
            boxes = [box for page, box in spot.boxes if page == spot.page]
            self._show_at(spot.page, boxes[0] if boxes else None)

    def searched(self) -> Searched | None:
        """Return the text of all pages, once it is known; a picture has none."""
        return self._text.searched if self._pdf and self._text else None

    def show_hits(self, hits: Sequence[Stretch], now: int | None) -> None:
        """Mark the hits on the page, and turn to one of them."""
        self._hits = (hits, now)
        if self._text and now is not None and now < len(hits):
            self.go_to(self._text.page_at(hits[now][0]))
        self._find_hits()

    def reading(self) -> Reading:
        """Return page, zoom and how far it was scrolled."""
        bars = self.view.horizontalScrollBar(), self.view.verticalScrollBar()
        return Reading(self.page, self.view.zoom, bars[0].value(), bars[1].value())

    def resume(self, reading: Reading) -> None:
        """Go on reading there."""

        def scroll() -> None:
            self.view.set_zoom(reading.zoom)
            self.view.horizontalScrollBar().setValue(reading.across)
            self.view.verticalScrollBar().setValue(reading.down)

        self._when_shown(min(reading.page, self.pages), scroll)

    def _show_at(self, page: int, box: Box | None) -> None:
        self._when_shown(page, lambda: self.view.reveal(box) if box else None)

    def _when_shown(self, page: int, then: Callable[[], None]) -> None:
        """Turn to a page, and do something once its size is known."""
        if page == self.page and self._sized:
            then()
            return
        self._awaited = then
        if page != self.page:
            self._turn_to(page)

    def _turn_to(self, page: int) -> None:
        self.page, self._sized = page, False
        self.strip.set_page(page)
        self.page_shown.emit(page, self.pages)
        self._name()
        if self._pdf:
            pdf = self._pdf
            self._lane.run(
                partial(pdf.size, page), lambda size: self._take_size(page, size), self.failed.emit
            )

    def _take_size(self, page: int, size: tuple[float, float]) -> None:
        if page != self.page:
            return
        self._sized = True
        self.view.show_page(size[1] / size[0])
        self._hit_marks = []
        self._mark_all()
        self._find_hits()
        awaited, self._awaited = self._awaited, None
        if awaited:
            awaited()

    def _take_image(self, image: QImage) -> None:
        self._image = image
        self._take_size(1, (image.width(), image.height()))

    def _draw(self, width: int) -> None:
        page = self.page
        if self._pdf:
            job = partial(page_picture, self._pdf, page, width)
        elif not self._image.isNull():
            job = partial(scaled, self._image, width)
        else:
            return
        self._lane.run(job, lambda picture: self._take_picture(page, picture), self.failed.emit)

    def _take_picture(self, page: int, picture: QImage) -> None:
        if page == self.page:
            self.view.set_picture(picture)

    def _draw_small(self, page: int, width: int) -> None:
        if self._pdf:
            job = partial(page_picture, self._pdf, page, width)
            self._lane.run(job, partial(self.strip.set_picture, page), lambda _: None)

    def _find_hits(self) -> None:
        """Look up where the hits stand on the page that is shown."""
        (hits, now), pdf, page, text = self._hits, self._pdf, self.page, self._text
        if pdf is None or text is None or not hits:
            self._take_hits(page, [])
            return
        last = text.starts[page] if page < text.pages else len(text.searched.text)
        here = [n for n, hit in enumerate(hits) if hit[0] < last and hit[1] > text.starts[page - 1]]
        self._lane.run(
            partial(_hit_marks, pdf, page, text, [(hits[n], n == now) for n in here]),
            lambda marks: self._take_hits(page, marks),
            self.failed.emit,
        )

    def _take_hits(self, page: int, marks: list[PageMark]) -> None:
        if page != self.page:
            return
        self._hit_marks = marks
        self._mark_all()
        now = next((mark for mark in marks if mark.role is Role.HIT_NOW), None)
        if now and self._sized:
            self.view.reveal(now.box)

    def _mark_all(self) -> None:
        here = [mark for mark in self._places if mark.page == self.page]
        self.view.show_marks([*here, *self._hit_marks])

    def _name(self) -> None:
        catalogue = self._catalogue()
        self.view.setAccessibleName(catalogue.say("document.picture", page=catalogue.digits(str(self.page))))
        self.strip.setAccessibleName(catalogue.say("document.pages"))


def _hit_marks(pdf: Pdf, page: int, text: PagedText, hits: Sequence[tuple[Stretch, bool]]) -> list[PageMark]:
    marks = []
    for (start, end), now in hits:
        parts = [part for part in text.parts(start, end) if part[0] == page]
        boxes = [box for _, first, last in parts for box in pdf.boxes(page, first, last)]
        marks += [PageMark(page, box, Role.HIT_NOW if now else Role.HIT) for box in boxes]
    return marks
