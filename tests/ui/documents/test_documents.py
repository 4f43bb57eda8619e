"""Each kind of document opens at the cited place, and the place is marked where a reader sees it."""

import pytest
from PySide6.QtCore import QRectF

from tests.ui.documents.conftest import Desk, Sit, share_of
from viewer.base.bidi import strip_controls
from viewer.loading.documents.pdf import Box
from viewer.state.view_state import Theme
from viewer.ui.documents.marks import Role
from viewer.ui.theme.colours import colours

PAPER = colours(Theme.LIGHT)


def page_place(desk: Desk, role: Role = Role.CURRENT) -> tuple[QRectF, Box]:
    (mark,) = [mark for mark in desk.pages.view.marks if mark.role is role]
    return desk.pages.view.place_of(mark.box), mark.box


def text_place(desk: Desk) -> tuple[str, QRectF]:
    """Return the marked words, and where the first of them stand."""
    (mark,) = [mark for mark in desk.text.marks if mark.role is Role.CURRENT]
    start = desk.text.cursorRect(desk.text._cursor(mark.start + 1, mark.start + 1))
    end = desk.text.cursorRect(desk.text._cursor(mark.start + 8, mark.start + 8))
    left, right = sorted((start.left(), end.left()))
    return desk.text.shown_text[mark.start : mark.end], QRectF(
        left, start.top(), right - left, start.height()
    )


def test_a_pdf_opens_at_the_cited_words(sit: Sit) -> None:
    desk = sit()
    desk.open("T1", "p2")
    assert desk.view.tools.page.text() == "page 2 of 3"
    assert desk.rows()[1] == "p. 2 · found, the same words"
    marks = [mark for mark in desk.pages.view.marks if mark.role is Role.CURRENT]
    assert len(marks) == 3, "the words go over three lines"
    viewport = desk.pages.view.viewport()
    for mark in marks[1:]:
        place = desk.pages.view.place_of(mark.box)
        assert viewport.rect().contains(place.toAlignedRect())
        assert share_of(viewport, place, PAPER.passage) > 0.5
        above = place.translated(0, -3 * place.height())
        assert share_of(viewport, above, PAPER.passage) == 0
        bar = QRectF(place.left() - 5, place.top() + 2, 4, place.height() - 4)
        assert share_of(viewport, bar, PAPER.accent) > 0.6


@pytest.mark.parametrize(("language", "theme"), [("en", Theme.LIGHT), ("fa", Theme.DARK)])
def test_a_scanned_page_shows_the_cited_region(sit: Sit, language: str, theme: Theme) -> None:
    desk = sit(language, theme)
    desk.open("T2", "p1")
    place, box = page_place(desk)
    assert (box.x, box.y, box.width, box.height) == (0.55, 0.62, 0.3, 0.2)
    viewport = desk.pages.view.viewport()
    assert viewport.rect().contains(place.toAlignedRect()), "the region was scrolled to"
    for edge in (
        QRectF(place.left() - 1, place.top() + 5, 2, place.height() - 10),
        QRectF(place.left() + 5, place.bottom() - 1, place.width() - 10, 2),
    ):
        assert share_of(viewport, edge, PAPER.accent, 40) > 0.9
    assert share_of(viewport, place.adjusted(8, 8, -8, -8), PAPER.accent, 40) < 0.01
    assert share_of(viewport, place.adjusted(8, 8, -8, -8), "#8c2f2f", 60) > 0.02, "the stamp is inside"


@pytest.mark.parametrize(("language", "theme", "scale"), [("en", Theme.LIGHT, 1.0), ("fa", Theme.DARK, 2.0)])
def test_a_persian_text_opens_at_the_cited_words(sit: Sit, language: str, theme: Theme, scale: float) -> None:
    desk = sit(language, theme, scale)
    desk.open("T3", "p1")
    words, place = text_place(desk)
    assert words == "چهل چراغ را یکی‌یکی شمرد"
    viewport = desk.text.viewport()
    assert viewport.rect().contains(place.toAlignedRect())
    ground = colours(theme).passage
    assert share_of(viewport, place.adjusted(4, 4, -4, -4), ground) > 0.4
    edge = viewport.width() - desk.text._spare[1]
    bar = QRectF(edge - 4, place.top() + 2, 4, place.height() - 4)
    assert share_of(viewport, bar, colours(theme).accent) > 0.9, "Persian starts at the right"


def test_markdown_opens_at_the_cited_words(sit: Sit) -> None:
    desk = sit()
    desk.open("T4", "p1")
    words, place = text_place(desk)
    assert words == "The oil was paid for by the widow of the pilot"
    assert share_of(desk.text.viewport(), place.adjusted(4, 4, -4, -4), PAPER.passage) > 0.4
    assert "<b>Plain angle brackets</b>" in desk.text.shown_text, "HTML stays as it is written"


def test_a_citation_with_its_own_words_leads_to_them(sit: Sit) -> None:
    desk = sit()
    desk.context.run("open.event", event="E1", citation="guard")
    desk.context.run("document.open")
    desk.settle()
    assert text_place(desk)[0] == "نگهبان می‌گوید که آن شب چهل چراغ را یکی‌یکی شمرد"
    assert desk.rows()[0] == "Cited passage · found, the same words"


def test_a_page_fragment_turns_to_the_page(sit: Sit) -> None:
    desk = sit()
    desk.open("T1", "p3")
    assert desk.view.tools.page.text() == "page 3 of 3"
    assert desk.rows()[2] == "p. 3 · page 3"
    assert desk.note() == "3 of 3 passages located. This passage: page 3."


def test_persian_says_it_in_persian(sit: Sit) -> None:
    desk = sit("fa")
    desk.open("T1", "p1")
    assert strip_controls(desk.view.tools.page.text()) == "صفحهٔ ۱ از ۳"
    assert strip_controls(desk.note()) == ("۳ قطعه از ۳ قطعه جای‌یابی شد. این قطعه: یافت شد، با همان واژه‌ها.")
    assert "یافت شد، با همان واژه‌ها" in desk.rows()[0]


def test_the_digest_and_the_documents_are_tabs(sit: Sit) -> None:
    desk = sit()
    desk.context.run("open.source", source="T1", passage="p2")
    tabs = desk.pane.bar.tabs
    assert [tabs.tabText(n) for n in range(tabs.count())] == ["What we say it says", "Document: The report"]
    assert desk.pane.stack.currentWidget() is desk.pane.digest
    tabs.setCurrentIndex(1)
    desk.settle()
    assert desk.pane.stack.currentWidget() is desk.view
    assert desk.session.state.source is not None
    assert (desk.session.state.source.passage, desk.session.state.source.document) == ("p2", 0)
    tabs.setCurrentIndex(0)
    assert desk.pane.stack.currentWidget() is desk.pane.digest


def test_passages_are_walked_through_in_the_document(sit: Sit) -> None:
    desk = sit()
    desk.open("T1", "p1")
    desk.context.run("document.next-passage")
    desk.qtbot.waitUntil(lambda: desk.view.tools.page.text() == "page 2 of 3")
    desk.context.run("document.next-passage")
    desk.qtbot.waitUntil(lambda: desk.view.tools.page.text() == "page 3 of 3")
    desk.context.run("document.next-passage")
    desk.context.run("document.previous-passage")
    desk.qtbot.waitUntil(lambda: desk.view.tools.page.text() == "page 2 of 3")
    desk.view.tools.places.activated.emit(0)
    desk.qtbot.waitUntil(lambda: desk.view.tools.page.text() == "page 1 of 3")


def test_reading_goes_on_where_it_stopped(sit: Sit) -> None:
    desk = sit(size=(500, 300))
    desk.open("T3", "p1")
    bar = desk.text.verticalScrollBar()
    bar.setValue(17)
    desk.open("T4", "p1")
    desk.open("T3", "p1")
    assert bar.value() == 17
    desk.open("T3", "p2")
    assert bar.value() > 17, "another passage is gone to"


def test_hits_of_a_search_are_marked_and_stepped_through(sit: Sit) -> None:
    desk = sit()
    desk.open("T1", "p1")
    tools = desk.view.tools
    tools.field.setText("The report")
    desk.qtbot.waitUntil(lambda: tools.hits.text() == "No hits")
    tools.field.setText("SECOND")
    desk.qtbot.waitUntil(lambda: tools.hits.text() == "1 of 3")
    tools.hit_stepped.emit(1)
    desk.qtbot.waitUntil(lambda: tools.page.text() == "page 2 of 3")
    desk.qtbot.waitUntil(lambda: any(m.role is Role.HIT_NOW for m in desk.pages.view.marks))
    assert tools.hits.text() == "2 of 3"
    desk.qtbot.waitUntil(lambda: desk.pages.view.is_drawn)
    place, _ = page_place(desk, Role.HIT_NOW)
    assert share_of(desk.pages.view.viewport(), place, "#8fc3d3", 20) > 0.4


def test_a_text_is_searched_as_it_is_shown(sit: Sit) -> None:
    desk = sit()
    desk.open("T3", "p1")
    desk.view.tools.field.setText("كشوي ميز")
    desk.qtbot.waitUntil(lambda: desk.view.tools.hits.text() == "1 of 1")
    (hit,) = [mark for mark in desk.text.marks if mark.role is Role.HIT_NOW]
    assert desk.text.shown_text[hit.start : hit.end] == "کشوی میز"
