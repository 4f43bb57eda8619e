"""The source pane over the invented harbour."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.documents import HARBOUR
from viewer.commands.command import Profile
from viewer.commands.commander import Commander
from viewer.commands.effects import Effect
from viewer.loading.catalogue import LANGUAGES, load_catalogue
from viewer.loading.collection_files import read_collection
from viewer.model.ids import SourceId
from viewer.model.memory_edition import MemoryEdition
from viewer.model.own_copy import OwnCopy
from viewer.state.session import Session
from viewer.state.store import Store
from viewer.state.view_state import Appearance, Language, Range, Theme, ViewState
from viewer.ui.context import Context
from viewer.ui.documents.page_body import PageBody
from viewer.ui.documents.text_body import TextBody
from viewer.ui.documents.view import DocumentView
from viewer.ui.reading_panes import SourcePane
from viewer.ui.theme.dressing import dress
from viewer.ui.theme.fonts import load_fonts


@cache
def harbour() -> MemoryEdition:
    read = read_collection(HARBOUR)
    assert read.collection is not None
    return MemoryEdition(read.collection, read.key)


@dataclass
class Desk:
    """A source pane with everything a test asks of it."""

    pane: SourcePane
    context: Context
    effects: list[Effect]
    qtbot: QtBot

    @property
    def session(self) -> Session:
        return self.context.session

    @property
    def view(self) -> DocumentView:
        return self.pane.document

    @property
    def text(self) -> TextBody:
        return self.view.text

    @property
    def pages(self) -> PageBody:
        return self.view.pages

    def open(self, source: str, passage: str | None = None, document: int = 0, **more: Any) -> None:
        """Open a document at a passage and wait until the passages were looked up."""
        self.context.run("open.source", source=source, passage=passage, **more)
        self.context.run("document.open", document=document)
        self.settle()

    def attach(self, path: Path, source: str = "T5", document: int = 0) -> None:
        self.session.copies.attach(OwnCopy(SourceId(source), document, str(path)))
        self.context.run("document.open", document=document, source=source)
        self.settle()

    def settle(self) -> None:
        """Wait until the document was read and located, or refused, and is drawn."""
        view = self.view
        self.qtbot.waitUntil(lambda: view.is_settled, timeout=20_000)
        if view.shown_body is self.pages:
            self.qtbot.waitUntil(lambda: self.pages.view.is_drawn, timeout=20_000)
        QApplication.processEvents()

    def note(self) -> str:
        return self.view.notice.label.text()

    def offers(self) -> dict[str, QAbstractButton]:
        return {button.text(): button for button in self.view.notice.buttons}

    def rows(self) -> list[str]:
        places = self.view.tools.places
        return [places.itemText(number) for number in range(places.count())]


Sit = Callable[..., Desk]


@pytest.fixture
def sit(qtbot: QtBot) -> Iterator[Sit]:
    load_fonts()
    app = QApplication.instance()
    assert isinstance(app, QApplication)

    def made(
        language: str = "en",
        theme: Theme = Theme.LIGHT,
        scale: float = 1.0,
        profile: Profile = Profile.DESKTOP,
        size: tuple[int, int] = (640, 560),
        place: Path = HARBOUR,
    ) -> Desk:
        look = Appearance(language=Language(language), theme=theme, text_scale=scale)
        state = replace(ViewState(Range(-2_200_000_000_000, -2_100_000_000_000)), appearance=look)
        catalogues = {name: load_catalogue(name) for name in LANGUAGES}
        session = Session(harbour(), catalogues, Store(state), place=place)
        effects: list[Effect] = []
        context = Context(session, Commander(session, profile, effects.append))
        dress(app, context.colours, scale)
        app.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if language == "fa" else Qt.LayoutDirection.LeftToRight
        )
        pane = SourcePane(context)
        qtbot.addWidget(pane)
        pane.resize(*size)
        with qtbot.waitExposed(pane):
            pane.show()
        return Desk(pane, context, effects, qtbot)

    yield made
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    app.setStyleSheet("")


def share_of(widget: QWidget, box: QRectF, colour: str, slack: int = 12) -> float:
    """Return what share of a rectangle of a widget, as it is on the screen, has nearly a colour."""
    picture: QImage = widget.grab(box.toAlignedRect()).toImage()
    wanted = QColor(colour)
    near = 0
    for y in range(picture.height()):
        for x in range(picture.width()):
            there = picture.pixelColor(x, y)
            apart = (
                there.red() - wanted.red(),
                there.green() - wanted.green(),
                there.blue() - wanted.blue(),
            )
            near += max(map(abs, apart)) <= slack
    return near / max(picture.width() * picture.height(), 1)
