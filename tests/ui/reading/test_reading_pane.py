from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.reading import bundled_edition, reader
from viewer.model.ids import AnswerId, ClaimId, EventId, PassageId, PersonId, SourceId
from viewer.state.pages.reader import Reader
from viewer.state.pages.selected import detail_page, opened_source_page
from viewer.state.pages.targets import ClaimTarget, CommandTarget, EventTarget, SourceTarget, Target
from viewer.state.selection import (
    ClaimSelected,
    EventSelected,
    Nothing,
    OpenSource,
    PersonSelected,
    Selection,
)
from viewer.state.view_state import Theme
from viewer.ui.reading.accounts import AccountsPiece
from viewer.ui.reading.evidence import PassagePiece
from viewer.ui.reading.kit import Look
from viewer.ui.reading.pane import ReadingPane
from viewer.ui.reading.prose import Prose
from viewer.ui.reading.strip import StripPiece
from viewer.ui.theme.colours import colours
from viewer.ui.theme.fonts import load_fonts
from viewer.ui.theme.typography import sizes

Show = Callable[..., ReadingPane]
S1 = SourceId("S1")


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show what is selected, or the open source, in a pane of a size."""
    load_fonts()

    def shown(given: Reader, width: int = 640, scale: float = 1.0, *, source: bool = False) -> ReadingPane:
        pane = ReadingPane(Look(colours(Theme.LIGHT), sizes(scale), given.language))
        qtbot.addWidget(pane)
        pane.resize(width, 480)
        pane.show_page(opened_source_page(given) if source else detail_page(given))
        pane.show()
        pane.activateWindow()
        qtbot.waitUntil(pane.isActiveWindow)
        return pane

    return shown


def event(name: str = "E1", language: str = "en", **state: Any) -> Reader:
    return reader(language, selection=EventSelected(EventId(name)), **state)


def followed(pane: ReadingPane) -> list[Target]:
    targets: list[Target] = []
    pane.activated.connect(targets.append)
    return targets


def link(pane: ReadingPane, name: str) -> QAbstractButton:
    return next(button for button in pane.column.links() if name in button.accessibleName() + button.text())


def prose(pane: ReadingPane, text: str) -> Prose:
    return next(piece for piece in pane.findChildren(Prose) if text in piece.spoken)


def box(pane: ReadingPane, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(pane.column, QPoint(0, 0)), widget.size())


def in_view(pane: ReadingPane, widget: QWidget) -> bool:
    top = widget.mapTo(pane.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= pane.viewport().height()


def test_a_click_on_a_citation_opens_its_passage(show: Show) -> None:
    pane = show(event())
    targets = followed(pane)
    QTest.mouseClick(link(pane, "Citation 1: A report"), Qt.MouseButton.LeftButton)
    assert targets == [SourceTarget(S1, PassageId("p2"), "S1")]


def test_enter_follows_the_link_that_has_the_focus(show: Show) -> None:
    pane = show(event())
    targets = followed(pane)
    chip = link(pane, "Citation 2")
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert targets == [SourceTarget(SourceId("S2"), None, "S2")]


def test_tab_goes_through_all_links_in_reading_order(show: Show) -> None:
    pane = show(event())
    pane.setFocus()
    names = []
    for _ in range(9):
        QTest.keyClick(QApplication.focusWidget() or pane, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus
        names.append(focus.accessibleName())
    assert names == [
        "‹ Previous",
        "Next ›",
        "Citation 1: A report, p. 12–15, § \u20663.1\u2069",
        "Citation 2: Memoirs",
        "Citation 2: Memoirs",
        "How many orders?",
        "fewer than 1000",
        "2800 or 3800",
        "thousands",
    ]


def test_the_link_with_the_focus_is_scrolled_into_view(show: Show) -> None:
    pane = show(event(), width=320)
    last = pane.column.links()[-1]
    assert not in_view(pane, last)
    pane.column.links()[-2].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(pane.column.links()[-2], Qt.Key.Key_Tab)
    assert in_view(pane, last)


def test_arrows_scroll_and_leave_the_focus_where_it_is(show: Show) -> None:
    pane = show(event(), width=320)
    first = pane.column.links()[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert pane.verticalScrollBar().value() > 0
    assert first.hasFocus()
    QTest.keyClick(pane, Qt.Key.Key_End)
    assert pane.verticalScrollBar().value() == pane.verticalScrollBar().maximum()


def test_the_cited_passage_is_marked_and_in_view(show: Show) -> None:
    source = OpenSource(SourceId("S01"), PassageId("A30"))
    edition = bundled_edition()
    passed = frozenset(f"*{kind}" for kind in edition.library.about.warning_labels)
    pane = show(reader(edition=edition, source=source, revealed=passed), source=True)
    (marked,) = [piece for piece in pane.findChildren(PassagePiece) if piece.marked]
    assert in_view(pane, marked)
    picture = marked.grab().toImage()
    tokens = colours(Theme.LIGHT)
    assert picture.pixelColor(1, picture.height() // 2).name() == tokens.accent
    assert picture.pixelColor(picture.width() - 6, picture.height() // 2).name() == tokens.passage


def test_the_warning_is_in_view_while_the_cited_passage_stands_behind_it(show: Show) -> None:
    source = OpenSource(SourceId("S01"), PassageId("A30"))
    pane = show(reader(edition=bundled_edition(), source=source), source=True)
    pane.show_page(opened_source_page(reader(source=OpenSource(S1, PassageId("p3")))))
    assert in_view(pane, link(pane, "Read on"))


def test_a_click_on_the_small_timeline_opens_its_event(show: Show) -> None:
    pane = show(reader(selection=PersonSelected(PersonId("p-one"))))
    targets = followed(pane)
    (strip,) = pane.findChildren(StripPiece)
    ((first, _), (second, _)) = strip.marks
    for mark in (second, first):
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(mark.start), 8))
    assert targets == [EventTarget(EventId("E2")), EventTarget(EventId("E1"))]
    assert first.start < second.start
    mirrored = show(reader("fa", selection=PersonSelected(PersonId("p-one"))))
    ((first, _), (second, _)) = mirrored.findChildren(StripPiece)[0].marks
    assert first.start > second.start


def test_the_mark_stands_at_the_right_edge_in_persian(show: Show) -> None:
    source = OpenSource(SourceId("S1"), PassageId("p2"))
    pane = show(reader("fa", source=source), source=True)
    (marked,) = [piece for piece in pane.findChildren(PassagePiece) if piece.marked]
    picture = marked.grab().toImage()
    assert (
        picture.pixelColor(picture.width() - 2, picture.height() // 2).name() == colours(Theme.LIGHT).accent
    )


def test_persian_runs_from_the_right_edge(show: Show) -> None:
    pane = show(event(language="fa"), width=900)
    heading, text = prose(pane, "یک دستور"), prose(pane, "چیزی دستور داده شد.")
    for piece in (heading, text):
        assert piece.right_to_left
        assert all(abs(right - piece.width()) < 8 for _, right in piece.line_edges())
    assert box(pane, heading).right() > 850


def test_a_text_in_english_keeps_its_direction_in_a_persian_pane(show: Show) -> None:
    pane = show(event("E3", "fa"), width=640)
    text = prose(pane, "Not translated at all.")
    assert not text.right_to_left
    ((left, right),) = text.line_edges()
    assert left < text.width() - right


def test_citation_numbers_stand_in_order_from_the_right_in_persian(show: Show) -> None:
    pane = show(event(language="fa"), width=900)
    one, two = link(pane, "ارجاع ۱:"), link(pane, "ارجاع ۲:")
    assert box(pane, two).right() <= box(pane, one).left() + 8
    assert abs(box(pane, one).top() - box(pane, two).top()) < 2


def test_lines_of_reading_text_hold_at_most_seventy_four_characters(show: Show) -> None:
    edition = bundled_edition()
    for language in ("en", "fa"):
        pane = show(reader(language, edition, selection=Nothing()), width=1400)
        about = edition.library.about.description.pick(language).text
        lines = prose(pane, about[:30]).line_texts()
        assert len(lines) > 3
        assert max(map(len, lines)) <= 74


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(
    "selection",
    [
        EventSelected(EventId("E020")),
        EventSelected(EventId("E032")),
        ClaimSelected(ClaimId("C01")),
        ClaimSelected(ClaimId("C05"), AnswerId("C05-2")),
        Nothing(),
    ],
    ids=["event", "gate", "numbers", "dates", "introduction"],
)
def test_nothing_is_cut_and_nothing_lies_on_anything(
    show: Show, selection: Selection, scale: float, language: str
) -> None:
    given = reader(language, bundled_edition(), selection=selection, revealed=frozenset({"E020"}))
    for width in (360, 720, 1300):
        pane = show(given, width, scale)
        pieces = [piece for piece in pane.findChildren(Prose) if piece.spoken.strip()]
        boxes = [box(pane, piece) for piece in pieces]
        for piece, area in zip(pieces, boxes, strict=True):
            assert pane.column.rect().contains(area), piece.spoken
            edges = piece.line_edges()
            assert min(left for left, _ in edges) >= -1, piece.spoken
            assert max(right for _, right in edges) <= piece.width() + 1, piece.spoken
        inked = [ink(piece, area) for piece, area in zip(pieces, boxes, strict=True)]
        for number, one in enumerate(inked):
            for other in inked[number + 1 :]:
                assert not one.intersects(other)


def ink(piece: Prose, area: QRect) -> QRect:
    """Give the part of a piece that carries text, less a hair."""
    edges = piece.line_edges()
    left, right = min(left for left, _ in edges), max(right for _, right in edges)
    return QRect(area.left() + round(left), area.top(), round(right - left), area.height()).adjusted(
        1, 1, -1, -1
    )


@pytest.mark.parametrize("language", ["en", "fa"])
def test_every_answer_of_every_question_is_drawn(show: Show, language: str) -> None:
    edition = bundled_edition()
    for claim in edition.library.claims.values():
        passed = frozenset({claim.id})
        pane = show(reader(language, edition, selection=ClaimSelected(claim.id), revealed=passed), 1000)
        (accounts,) = pane.findChildren(AccountsPiece)
        assert {row.row.answer for row in accounts.answers} == {answer.id for answer in claim.answers}
        for row in accounts.answers:
            assert len(row.marks) == len(row.row.extents)
            assert row.text.isVisible()


def test_an_answer_leads_to_its_own_place_and_its_source(show: Show) -> None:
    pane = show(reader(selection=ClaimSelected(ClaimId("C1"))), 1000)
    targets = followed(pane)
    QTest.mouseClick(link(pane, "Ann Writer: 2800 or 3800"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(link(pane, "Writer et al. 2000"), Qt.MouseButton.LeftButton)
    assert targets == [
        ClaimTarget(ClaimId("C1"), AnswerId("C1-2")),
        SourceTarget(SourceId("S2"), None, "S2"),
    ]


def test_the_order_is_chosen_with_a_button(show: Show) -> None:
    pane = show(reader(selection=ClaimSelected(ClaimId("C1"))), 1000)
    targets = followed(pane)
    QTest.mouseClick(link(pane, "By value"), Qt.MouseButton.LeftButton)
    assert targets == [CommandTarget("open.accounts-order", (("order", "value"),))]


def test_larger_numbers_lie_to_the_left_in_persian(show: Show) -> None:
    for language, grows in (("en", True), ("fa", False)):
        pane = show(reader(language, selection=ClaimSelected(ClaimId("C1"))), 1000)
        (accounts,) = pane.findChildren(AccountsPiece)
        either = next(row for row in accounts.answers if row.row.answer == "C1-2")
        assert (either.marks[0].start < either.marks[1].start) is grows


def test_the_gate_is_passed_with_a_button(show: Show) -> None:
    pane = show(event("E2"))
    targets = followed(pane)
    QTest.mouseClick(link(pane, "Read on"), Qt.MouseButton.LeftButton)
    assert targets == [CommandTarget("open.reveal", (("key", "E2"),))]


def test_another_page_begins_at_its_top_and_leaves_nothing_behind(show: Show, qtbot: QtBot) -> None:
    pane = show(event(), width=320)
    pane.verticalScrollBar().setValue(200)
    pane.show_page(detail_page(event("E3")))
    assert pane.verticalScrollBar().value() == 0
    gone = "Something was ordered"
    qtbot.waitUntil(lambda: not any(gone in piece.spoken for piece in pane.findChildren(Prose)))


def test_the_same_page_stays_where_it_was_read(show: Show) -> None:
    pane = show(event(), width=320)
    pane.verticalScrollBar().setValue(120)
    pane.show_page(detail_page(event(source=OpenSource(S1, PassageId("p2"), "S1"))))
    assert pane.verticalScrollBar().value() == 120


def test_another_look_draws_the_page_anew(show: Show) -> None:
    pane = show(event())
    before = pane.column.height()
    pane.set_look(Look(colours(Theme.DARK), sizes(2.0), "en"))
    assert pane.column.height() > before * 1.5
    corner = pane.viewport().grab().toImage().pixelColor(2, 2)
    assert corner.name() == colours(Theme.DARK).ground


def test_paragraphs_are_read_aloud_as_text_and_links_as_buttons_with_their_aim(show: Show) -> None:
    pane = show(event())
    text = QAccessible.queryAccessibleInterface(prose(pane, "Something was ordered."))
    assert text.role() == QAccessible.Role.StaticText
    assert text.text(QAccessible.Text.Name).startswith("Something was ordered. [1] [2] Nobody says why.")
    chip = QAccessible.queryAccessibleInterface(link(pane, "Citation 2"))
    assert chip.role() == QAccessible.Role.Button
    assert chip.text(QAccessible.Text.Name) == "Citation 2: Memoirs"
