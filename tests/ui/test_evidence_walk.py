"""From every statement of the bundled collection to its evidence, in the real window, as a reader goes."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.reading import bundled_edition
from tests.helpers.window import Opened, make_window, settle
from viewer.model.event import Event
from viewer.model.evidence import Citation
from viewer.model.ids import SourceId
from viewer.model.source import Passage
from viewer.state.selection import (
    ClaimSelected,
    EventSelected,
    GroupSelected,
    OpenSource,
    PersonSelected,
    Selection,
)
from viewer.ui.reading.accounts import AccountsPiece
from viewer.ui.reading.answer_row import AnswerPiece
from viewer.ui.reading.evidence import PassagePiece
from viewer.ui.reading.pane import ReadingPane
from viewer.ui.reading.prose import Prose
from viewer.ui.reading.spot import Spot
from viewer.ui.theme.fonts import load_fonts

NONE_STATED = "no source stated"
LEADS_NOWHERE = ("A25", "A37")
"""Rows of the article on which nothing in the collection rests."""

OpenAt = Callable[[str], Opened]


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[OpenAt]:
    """Open the window with every content warning passed."""
    load_fonts()
    app = QApplication.instance()
    assert isinstance(app, QApplication)

    def opened(language: str = "en") -> Opened:
        one = make_window(bundled_edition(), language=language)
        qtbot.addWidget(one.window)
        one.window.resize(1000, 700)
        one.window.show()
        for kind in bundled_edition().library.about.warning_labels:
            one.run("open.reveal", key=f"*{kind}")
        return one

    yield opened
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    app.setStyleSheet("")


def all_events() -> list[Event]:
    edition = bundled_edition()
    return [edition.event(index) for index in range(len(edition.columns))]


def prose(pane: ReadingPane, text: str) -> Prose:
    return next(piece for piece in pane.column.findChildren(Prose) if text in piece.spoken)


def press(spot: Spot) -> None:
    """Click on the words of a link, on the first line they stand on."""
    QTest.mouseClick(spot, Qt.MouseButton.LeftButton, pos=spot._boxes[0].center().toPoint())
    settle()


def passages(one: Opened) -> list[PassagePiece]:
    return one.window.source.digest.column.findChildren(PassagePiece)


def in_view(pane: ReadingPane, piece: QWidget) -> bool:
    """Tell whether the beginning of a piece shows."""
    top = piece.mapTo(pane.viewport(), QPoint(0, 0)).y()
    return 0 <= top < pane.viewport().height() - 20


def test_every_statement_of_every_event_leads_to_a_marked_passage_or_says_that_it_has_none(
    open_window: OpenAt,
) -> None:
    one = open_window("en")
    statements = without = 0
    pressed: list[int] = []
    for event in all_events():
        one.run("open.event", event=event.id)
        before = 0
        for statement in event.statements:
            statements += 1
            words = statement.text.pick("en").text
            text = prose(one.window.detail, words).spoken
            after = text[text.index(words) + len(words) :]
            numbers = [number for number, c in enumerate(event.citations, 1) if c.key in statement.cites]
            assert bool(numbers) is bool(statement.cites), event.id
            without += not numbers
            told = "".join(f" [{number}]" for number in numbers) or f" {NONE_STATED}"
            assert after.startswith(told), event.id
            for place, number in enumerate(numbers, before):
                press_citation(one, words, place, number)
                assert_passage_shows(one, event.citations[number - 1])
            before += len(numbers)
            pressed += numbers
    assert (len(all_events()), statements, without) == (111, 234, 9)
    assert len(pressed) > 300


def press_citation(one: Opened, words: str, place: int, number: int) -> None:
    """Click on one of the framed numbers in the paragraph with some words."""
    spots = prose(one.window.detail, words).spots
    chip = [spot for spot in spots if spot.accessibleName().startswith("Citation ")][place]
    assert chip.accessibleName().startswith(f"Citation {number}:")
    press(chip)


def assert_passage_shows(one: Opened, citation: Citation) -> None:
    opened = one.state.source
    assert opened is not None
    assert (opened.source, opened.passage) == (citation.source, citation.passage)
    (marked,) = [piece for piece in passages(one) if piece.marked]
    assert in_view(one.window.source.digest, marked), citation


@pytest.mark.parametrize("language", ["en", "fa"])
def test_every_question_shows_table_and_number_line_with_every_answer(
    open_window: OpenAt, language: str
) -> None:
    one = open_window(language)
    claims = bundled_edition().library.claims
    assert len(claims) == 18
    for claim in claims.values():
        one.run("open.claim", claim=claim.id)
        (accounts,) = one.window.detail.column.findChildren(AccountsPiece)
        assert {row.row.answer for row in accounts.answers} == {answer.id for answer in claim.answers}
        by_id = {answer.id: answer for answer in claim.answers}
        for row in accounts.answers:
            answer = by_id[row.row.answer]
            said = " ".join(piece.spoken for piece in row.findChildren(Prose))
            assert answer.text.pick(language).text in said, claim.id
            assert answer.claimant.pick(language).text in said, claim.id
            assert row.isVisible()
            assert len(row.marks) == len(row.row.extents), claim.id
            for mark in row.marks:
                assert 0 <= min(mark.start, mark.end) <= max(mark.start, mark.end) <= accounts.width()
        worded = all(not row.row.extents for row in accounts.answers)
        assert worded or accounts.ticks, claim.id


def test_every_answer_leads_to_its_marked_passage_or_says_that_it_has_none(open_window: OpenAt) -> None:
    one = open_window("fa")
    say = one.context.say
    for claim in bundled_edition().library.claims.values():
        one.run("open.claim", claim=claim.id)
        for answer in claim.answers:
            (row,) = [r for r in _answers(one) if r.row.answer == answer.id]
            if not answer.citations:
                assert say("accounts.no-source") in row._source.spoken
                continue
            press(row._source.spots[0])
            opened = one.state.source
            assert opened is not None
            assert opened.source == answer.citations[0].source
            marked = [piece for piece in passages(one) if piece.marked]
            assert len(marked) == (answer.citations[0].passage is not None), answer.id


def _answers(one: Opened) -> tuple[AnswerPiece, ...]:
    (accounts,) = one.window.detail.column.findChildren(AccountsPiece)
    return accounts.answers


def article() -> tuple[Passage, ...]:
    return bundled_edition().library.sources[SourceId("S01")].digest


def test_every_row_of_the_article_is_reached_from_the_window_and_leads_on(open_window: OpenAt) -> None:
    one = open_window("en")
    assert [str(row.id) for row in article()] == [f"A{number:02}" for number in range(1, 38)]
    for row in article():
        one.run("open.source", source="S01", passage=row.id)
        (marked,) = [piece for piece in passages(one) if piece.marked]
        assert in_view(one.window.source.digest, marked), row.id
        assert row.text.pick("en").text in " ".join(p.spoken for p in marked.findChildren(Prose))
        links = [spot for piece in marked.findChildren(Prose) for spot in piece.spots]
        targets = (*row.events, *row.claims, *row.people, *row.groups, *row.sources)
        assert len(links) == len(targets)
        assert bool(targets) is (row.id not in LEADS_NOWHERE)
        # Links stand in this order: events, in their own order, questions, and then all others.
        followed = {str(target) for target in (*row.events, *row.claims)}
        arrived: set[str] = set()
        for number in range(len(followed)):
            if one.state.source != OpenSource(SourceId("S01"), row.id):
                one.run("open.source", source="S01", passage=row.id)
            (marked,) = [piece for piece in passages(one) if piece.marked]
            press([spot for piece in marked.findChildren(Prose) for spot in piece.spots][number])
            arrived |= _arrived(one.state.selection, one.state.source)
        assert followed <= arrived, row.id


def _arrived(selection: Selection, source: OpenSource | None) -> set[str]:
    """Give the ids of all that is open now."""
    found = {str(source.source)} if source else set()
    match selection:
        case EventSelected(event):
            found.add(str(event))
        case ClaimSelected(claim, _):
            found.add(str(claim))
        case PersonSelected(person):
            found.add(str(person))
        case GroupSelected(group):
            found.add(str(group))
        case _:
            pass
    return found
