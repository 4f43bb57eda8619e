"""Show the document that is open instead of a source's digest: read, located and marked beside the window."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from viewer.base.messages import Catalogue
from viewer.loading.documents.fault import DocumentError
from viewer.loading.documents.loaded import Loaded, Searchable, load_document, search_places
from viewer.loading.documents.pdf import Pdf
from viewer.loading.documents.reading import Image, Text
from viewer.state.documents import Slot, cited_places, current_place, shown_slot
from viewer.ui.context import Context
from viewer.ui.documents.body import Reading
from viewer.ui.documents.finding import Finding
from viewer.ui.documents.lane import Lane
from viewer.ui.documents.notice import DocumentNotice
from viewer.ui.documents.page_body import PageBody
from viewer.ui.documents.page_view import STEP
from viewer.ui.documents.saying import place_words
from viewer.ui.documents.telling import Teller
from viewer.ui.documents.text_body import TextBody
from viewer.ui.documents.tools import DocumentTools
from viewer.ui.reading.kit import Look

Key = tuple[str, int, str, str]


class DocumentView(QWidget):
    """A document of the open source, with tools, and with what there is to say about it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Follow the open source, the attached copies and the appearance."""
        super().__init__(parent)
        self._context = context
        self._key: Key | None = None
        self._slot: Slot | None = None
        self._loaded: Loaded | None = None
        self._found: Searchable | None = None
        self._current: int | None = None
        self._settled = False
        """True once the document was read, or could not be."""
        self._readings: dict[Key, tuple[int | None, Reading]] = {}
        self.lane = Lane(self)
        self.finding = Finding(self.lane, self._catalogue, self)
        self.notice = DocumentNotice()
        self.tools = DocumentTools(context)
        self.text = TextBody(self._look(), lambda words: context.say("document.no_picture", caption=words))
        self.pages = PageBody(self._look(), self.lane, self._catalogue)
        self.waiting = QLabel()
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.waiting.setWordWrap(True)
        self.body = QStackedWidget()
        self._teller = Teller(context, self.notice)
        self._lay_out()
        self._connect()
        self.retell()

    def renew(self) -> None:
        """Show the document that the state names."""
        slot = shown_slot(self._context.session)
        if slot is None:
            return
        self._slot = slot
        key = self._key_of(slot)
        anew = self._settled and slot.copy is not None and not slot.copy.sha256
        if key != self._key or anew:
            self._leave()
            self._key = key
            self._load(slot)
        else:
            self._tell()
            self._show_places(reveal=current_place(self._context.session) != self._current)

    def retell(self) -> None:
        """Follow language, theme and size."""
        self.text.set_look(self._look())
        self.pages.set_look(self._look())
        self.tools.retell()
        self.tools.show_zoom(self.pages.view.zoom)
        self.tools.show_page(self.pages.page, self.pages.pages)
        self.finding.retell()
        self.waiting.setText(self._context.say("document.opening"))
        self.setAccessibleName(self._context.say("window.source"))
        self._tell()
        self._list_places()

    @property
    def is_settled(self) -> bool:
        """True once the document was read and its places were looked up, or once it could not be."""
        nothing = self._slot is not None and self._slot.copy is None and not self._slot.is_bundled
        return nothing or (self._settled and (self._loaded is None or self._found is not None))

    @property
    def shown_body(self) -> TextBody | PageBody | None:
        """What shows the document now."""
        shown = self.body.currentWidget()
        return shown if isinstance(shown, TextBody | PageBody) else None

    def _lay_out(self) -> None:
        for widget in (self.waiting, self.text, self.pages):
            self.body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.tools)
        column.addWidget(self.body, 1)

    def _connect(self) -> None:
        run, tools, pages = self._context.run, self.tools, self.pages
        tools.place_chosen.connect(lambda number: run("document.passage", number=number))
        tools.place_stepped.connect(
            lambda by: run("document.next-passage" if by > 0 else "document.previous-passage")
        )
        tools.turned.connect(lambda by: pages.go_to(pages.page + by))
        tools.zoom_stepped.connect(self._zoom)
        tools.strip_switched.connect(pages.strip.setVisible)
        tools.searched.connect(self.finding.search)
        tools.hit_stepped.connect(self.finding.step)
        self.finding.told.connect(lambda words, any_hit: tools.show_hits(words, any_hit=any_hit))
        pages.page_shown.connect(tools.show_page)
        pages.view.zoomed.connect(tools.show_zoom)
        pages.failed.connect(self._fail_page)
        self.text.linked.connect(self._follow)
        session = self._context.session
        session.store.watch(lambda state: (state.source, state.selection), lambda _: self.renew())
        session.copies.watch(self.renew)
        self._context.on_appearance(self.retell)

    def _load(self, slot: Slot) -> None:
        self.finding.take(None)
        self.tools.hide()
        self._wait(self._context.say("document.opening"))
        if slot.copy is None and not slot.is_bundled:
            self._wait("")
            self._tell()
            return
        self._teller.silent()
        job = partial(load_document, self._context.session.place, slot.document, slot.copy)
        self.lane.run(job, self._take, self._fail)

    def _take(self, loaded: Loaded) -> None:
        slot = self._slot
        if slot is None:
            loaded.close()
            return
        self._loaded = loaded
        text = isinstance(loaded.content, Text)
        body = self.text if text else self.pages
        body.open(loaded)
        self.body.setCurrentWidget(body)
        self.setFocusProxy(body)
        self.tools.show()
        self.tools.offer(
            pages=isinstance(loaded.content, Pdf) and self.pages.pages > 1,
            zoom=not text,
            search=not isinstance(loaded.content, Image),
        )
        self.tools.button("pages").setChecked(self.pages.strip.isVisibleTo(self.pages))
        self.tools.show_zoom(self.pages.view.zoom)
        if slot.copy and not slot.copy.sha256:
            self._context.session.copies.attach(replace(slot.copy, sha256=loaded.sha256))
        self._settled = True
        self.finding.take(body)
        self._tell()
        self._search_places()

    def _search_places(self) -> None:
        """Look up the cited places; those of another selection are others."""
        loaded = self._loaded
        if loaded is None:
            return
        places = [place.selectors for place in cited_places(self._context.session)]
        known = self._found.text if self._found else None
        self._list_places()
        job = partial(search_places, loaded.content, places, known)
        self.lane.run(job, partial(self._take_places, len(places)), self._fail)

    def _take_places(self, asked: int, found: Searchable) -> None:
        first = self._found is None
        if len(cited_places(self._context.session)) != asked:
            self._search_places()
            return
        self._found = found
        self._show_places(reveal=True)
        body = self.shown_body
        kept = self._readings.get(self._key) if self._key else None
        if first and body and kept and kept[0] == self._current:
            body.resume(kept[1])
        if first:
            self.finding.take(body)
        self._tell()

    def _show_places(self, *, reveal: bool) -> None:
        found, body = self._found, self.shown_body
        if found is None or body is None:
            return
        if len(found.spots) != len(cited_places(self._context.session)):
            self._search_places()
            return
        self._current = current_place(self._context.session)
        body.show_places(found, self._current, reveal=reveal)
        self._list_places()

    def _list_places(self) -> None:
        session, found = self._context.session, self._found
        places = cited_places(session)
        spots = found.spots if found and len(found.spots) == len(places) else [None] * len(places)
        words = [
            place_words(session.catalogue, place, spot) for place, spot in zip(places, spots, strict=True)
        ]
        self.tools.show_places(words, current_place(session))

    def _leave(self) -> None:
        """Note where the document was read, and let go of it."""
        body = self.shown_body
        if self._key and body and self._loaded:
            self._readings[self._key] = (self._current, body.reading())
        self._let_go()

    def _let_go(self) -> None:
        """Drop all that is still asked of the document, and close it."""
        self.lane.turn()
        self.pages.leave()
        if self._loaded:
            self._loaded.close()
        self._loaded, self._found, self._current, self._settled = None, None, None, False

    def _fail(self, fault: DocumentError) -> None:
        self._let_go()
        self._settled = True
        if self._slot:
            self.tools.hide()
            self._wait("")
            self._teller.fault(self._slot, fault)

    def _fail_page(self, fault: DocumentError) -> None:
        """Say that one page is broken; the others can still be read."""
        if fault.code == "broken-page" and self._slot:
            self._teller.aside(fault)
        else:
            self._fail(fault)

    def _wait(self, words: str) -> None:
        self.waiting.setText(words)
        self.body.setCurrentWidget(self.waiting)

    def _tell(self) -> None:
        if self._slot:
            self._teller.tell(self._slot, self._loaded, self._found)

    def _zoom(self, step: int) -> None:
        view = self.pages.view
        view.set_zoom(view.zoom * STEP**step if step else 1.0)

    def _follow(self, address: str) -> None:
        """Follow links into the collection; no other link does anything."""
        kind, _, name = address.partition(":")
        if kind == "event":
            self._context.run("open.event", event=name)
        elif kind == "source":
            self._context.run("open.source", source=name)

    def _key_of(self, slot: Slot) -> Key:
        opened = self._context.session.state.source
        path = slot.document.path if slot.document else ""
        return opened.source if opened else "", slot.number, path, slot.copy.path if slot.copy else ""

    def _look(self) -> Look:
        context = self._context
        return Look(context.colours, context.sizes, context.session.language)

    def _catalogue(self) -> Catalogue:
        return self._context.session.catalogue
