"""Everywhere a text of the collection could come out, as data: a name, and how to read it."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from tests.helpers.visitor import Visit, settle, spoken
from viewer.app.picture_file import save_picture
from viewer.commands.effects import CopyText
from viewer.state.citing.entries import cite
from viewer.state.citing.export import Form, Scope, exported, sources_in
from viewer.state.citing.style import Style
from viewer.state.citing.view import view_citation
from viewer.state.documents import cited_places
from viewer.state.pages.plain_text import page_to_text
from viewer.state.pages.reader import Reader
from viewer.state.pages.selected import detail_page, opened_source_page
from viewer.state.pages.story import story_page
from viewer.state.pages.targets import ClaimTarget, EventTarget, SourceTarget, Target
from viewer.state.serial import plain_from_state
from viewer.ui.dialogs.filters import Filters
from viewer.ui.dialogs.help_sheet import HelpSheet
from viewer.ui.listing.model import COLUMNS
from viewer.ui.timeline.pointing import menu_at, tip_at

Read = Callable[[Visit], str]


def reader_of(visit: Visit) -> Reader:
    return Reader(visit.session.edition, visit.session.catalogue, visit.session.state)


def _widget_texts(top: QWidget) -> Iterator[str]:
    """Give every text that any widget holds, shown or not."""
    for widget in (top, *top.findChildren(QWidget)):
        for name in ("text", "toolTip", "statusTip", "whatsThis", "accessibleName", "accessibleDescription"):
            held = getattr(widget, name, None)
            if callable(held):
                yield str(held())
        yield widget.windowTitle()
        if isinstance(widget, QTextEdit | QPlainTextEdit):
            yield widget.toPlainText()
    for action in top.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())


def widgets(visit: Visit) -> str:
    return "\n".join(_widget_texts(visit.window))


def tips(visit: Visit) -> str:
    """Every tip and menu on a fine grid over the timeline."""
    view = visit.window.timeline
    spots = [QPoint(x, y) for x, y in product(range(0, view.width(), 9), range(0, view.height(), 6))]
    found = {tip_at(view, spot)[0] for spot in spots}
    menus = {action.text() for spot in spots[::97] for action in menu_at(view, spot).actions()}
    return "\n".join(found | menus)


def hit_list(visit: Visit) -> str:
    """Search for the word itself: it may find events, and say nothing of them but their headlines."""
    before = visit.session.state.query
    visit.run("find.search", query="quetzalcoatlus")
    hits = [visit.session.edition.title(int(i), visit.session.language).text for i in visit.session.hits()]
    box = visit.window.header.search
    said = [box.count.text(), box.count.accessibleName()]
    visit.run("find.search", query=before)
    return "\n".join([*hits, *said])


def event_list(visit: Visit) -> str:
    model = visit.window.listing.rows
    roles = [role for role in Qt.ItemDataRole if role != Qt.ItemDataRole.DecorationRole]
    cells = product(range(model.rowCount()), range(len(COLUMNS)), roles)
    return "\n".join(str(model.data(model.index(row, column), role)) for row, column, role in cells)


def members(visit: Visit) -> str:
    """The list of a cluster of everything."""
    session = visit.session
    before = session.state
    visit.run("open.members", start=before.visible.start, end=before.visible.end, indexes=(0, 1, 2))
    text = page_to_text(detail_page(reader_of(visit))) + widgets(visit)
    session.store.replace(before)
    return text


def citations(visit: Visit) -> str:
    reader, library = reader_of(visit), visit.session.edition.library
    targets = [
        EventTarget(visit.session.edition.event_id(n)) for n in range(len(visit.session.edition.columns))
    ]
    answers = [ClaimTarget(c.id, a.id) for c in library.claims.values() for a in c.answers]
    sources = [SourceTarget(s.id, p.id) for s in library.sources.values() for p in s.digest]
    every: list[Target] = [*targets, *answers, *sources]
    return "\n".join(cite(reader, target, style) for target in every for style in Style)


def clipboard(visit: Visit) -> str:
    perform, copied = visit.context.commander.perform, list[str]()
    visit.context.commander.perform = lambda e: copied.append(e.text) if isinstance(e, CopyText) else None
    visit.run("cite.copy")
    visit.run("cite.view")
    visit.context.commander.perform = perform
    return "\n".join([*copied, view_citation(visit.session), str(plain_from_state(visit.session.state))])


def exports(visit: Visit) -> str:
    return "\n".join(exported(reader_of(visit), sources_in(visit.session, Scope.ALL), form) for form in Form)


def dialogs(visit: Visit) -> str:
    sheets = [kind(visit.context, visit.window) for kind in (Filters, HelpSheet)]
    texts = [text for sheet in sheets for text in _widget_texts(sheet)]
    for sheet in sheets:
        sheet.deleteLater()
    return "\n".join(texts)


def drawn(visit: Visit, suffix: str) -> bytes:
    """Return the picture of the window in a format, once nothing in it moves any more."""
    before, now = b"", _drawn(visit, suffix)
    for _ in range(6):
        if now == before:
            break
        settle()
        before, now = now, _drawn(visit, suffix)
    return now


def _drawn(visit: Visit, suffix: str) -> bytes:
    """Return the pixels that a reader of the format draws."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"picture{suffix}"
        save_picture(visit.window, path)
        if suffix != ".pdf":
            image = QImage(visit.window.size(), QImage.Format.Format_RGB32)
            painter = QPainter(image)
            reader = QSvgRenderer(str(path)) if suffix == ".svg" else QImage(str(path))
            if isinstance(reader, QSvgRenderer):
                reader.render(painter)
            else:
                painter.drawImage(0, 0, reader)
            painter.end()
            # Viewers of SVG smooth the marks of the timeline in their own way; the texts stand below it.
            top = visit.window.panes.pair.mapTo(visit.window, QPoint(0, 0)).y() if suffix == ".svg" else 0
            # Held as long as its memory is read: a nameless copy would be freed first.
            seen = image.copy(0, top, image.width(), image.height() - top)
            return bytes(seen.constBits())
        document = pypdfium2.PdfDocument(path.read_bytes())
        pixels: bytes = document[0].render(scale=1).to_numpy().tobytes()
        document.close()
        return pixels


SINKS: dict[str, Read] = {
    "text of the detail page": lambda v: page_to_text(detail_page(reader_of(v))),
    "text of the source page": lambda v: page_to_text(opened_source_page(reader_of(v))),
    "text of the tour": lambda v: page_to_text(story_page(reader_of(v))),
    "texts, names and tips of every widget": widgets,
    "speech": lambda v: "\n".join(spoken(v.window)),
    "speech of the timeline": lambda v: "\n".join(spoken(v.window.timeline)),
    "tips and menus of the timeline": tips,
    "search hits": hit_list,
    "list of events": event_list,
    "list of a cluster": members,
    "places of a document": lambda v: "\n".join(place.label for place in cited_places(v.session)),
    "citations": citations,
    "clipboard and cited view": clipboard,
    "exports": exports,
    "sheets": dialogs,
    "title of the window": lambda v: v.window.windowTitle() + QApplication.applicationDisplayName(),
}
PICTURES = (".png", ".svg", ".pdf")
